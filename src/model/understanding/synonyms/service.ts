/** Passports and what belongs to one: papers, money, places in the queue, the way of an application. */
export const SERVICE_SYNONYMS: Readonly<Record<string, string>> = {
  paspor:
    'faspor passpor pasporku pasporna pasporta pasporte pasporan pasport paspornyo paspore paspormu buku bukunya pasporne paspr paspornye passpot psprt',
  imigrasi: 'imigresen immigrasi migrasi immigration imigrasinya keimigrasian',
  mpaspor: 'mpaspot mpaspor2 empaspor mpasporr mpasor',
  aplikasi:
    'aplk aplkasi apliaksi apkikasi aplikasiny aplikasinya apknya appnya appl aplikasine aplikasina applikasinya aplikasinyo apps aps apk app apkny application software apklikasi aplksi playstore appstore',
  website: 'web webnya websitenya situs link tautan laman',
  buat: 'bikin bkin membuat mbuat bikinnya pembuatan dibuat nyieun ngadamel damel gawe nggawe ngae maulah mambuek buek beking bikinin make urus ngurus mengurus pengurusan uruih diurus ngurusin ngurusnya apply applying membikin pembikinan buatnya',
  perpanjang:
    'perpanjangin diperpanjang memperpanjangnya perpanjangannya renewel rinyu memperpanjang perpanjangan panjangin manjangin renew renewal renewing extend extension pembaruan memperbarui diperpanjangkan penggantian mengganti',
  hilang:
    'ampah kecopet jatuh ketinggalan keslip kehilangan ilangan lost hilangnya raib dicuri kecurian kecopetan stolen missing lenyap ghoib gaib menghilang ilangnya tercecer disappeared',
  rusak:
    'koyak copot lepas jilid kusut rayap digigit kecelup robek sobek basah kebanjiran luntur damaged torn broken dimakan cacat rusaknya kerendam kecuci terbakar sobeknya banjir',
  syarat:
    'syart sarat syarate syaratna syaratne syaratnyo syaratipun persyaratannya requirements requirement dokumen dokumennya document documents berkas berkasnya papers paper surat suratnya suratan document2 berkas2 rekomendasi rekom',
  bawa: 'bawak dibawa membawa mawa nggowo gen abe bring dibawanya bawanya disiapkan siapkan disiapin kubawa siapin',
  ktp: 'ektp ktpnya kartu identitas',
  kk: 'kknya kartukeluarga',
  akta: 'aktelahir aktanya aktenya ijazah ijazahnya kelahiran birth certificate skl',
  nik: 'niknya nikku',
  fotokopi:
    'fotocopy potokopi photocopy fc fotocopyan fotokopian copy copynya print ngeprint diprint fotokopinya copian',
  anak: 'bayi balita child children baby kid son daughter anaknya anakku anak2 putra putri anaku infant',
  lansia:
    'tunanetra tuli bisu tunarungu stroke difable disabel opung oma opa pikun renta ibuhamil sakitsakitan tua manula sepuh elderly lanjut lansianya difabel disabilitas disability wheelchair kursiroda hamil pregnant cacatfisik jompo ortu mamaku mama nenek kakek',
  umrah: 'haji hajj umrohnya umrahnya jamaah',
  tki: 'tkw pmi pekerja migran',
  biaya:
    'biayana biayanyo hrga harganyo hargana regane rega aji bya tarifnya tarif harga fee fees cost costs price prices ongkosnya larang larangnya artosna biyaya biaye',
  mahal: 'mahalnya mahalll mhl expensive kemahalan termahal',
  murah: 'murahan cheap gratis free diskon discount potongan',
  denda: 'dendanya fine penalty sanksi',
  uang: 'duit duitnya pitih jinah doi artos doku money uangnya duite duitku duwit dana rupiah rp dijaluk uangku',
  ribu: 'rb ribuan rbu k',
  juta: 'jt sejuta jutaan million',
  bayar:
    'byr bayarnya bayare bayari dibayar dibayarkan dibayarnya membayarkan bayaran byaran mayar mayah bayah mambayia bayia dibayia pay paid paying payment payments pelunasan lunas ngebayar pembayarannya bayarin kebayar bayarnye mbayar transaksi',
  transfer:
    'nyetor setor setoran alfa alfamidi kantorpos linkaja seabank jago jenius danamon btn bjb cimb mobile brimo ebanking tf trf tfan mbanking mobilebanking transferan rekening atm bank bri bni bca mandiri bsi livin gopay ovo shopee shopeepay qris indomaret alfamart minimarket va virtualaccount briva tokopedia debit kredit teller pos',
  billing:
    'biling bilin biliing ebilling kodebayar billingnya kodebilling tagihan invoice tagihannya ntpn kwitansi kuitansi struk',
  terpotong:
    'kepotong dipotong kesedot terdebet terdebit deducted potong kedebet kedebit ketarik saldo saldonya',
  hangus: 'angus hanguss dihanguskan menghanguskan hangusin forfeited melayang angusnya hangusnya',
  refund:
    'pengembaliannya direfund cair dicairkan pencairan moneyback kembaliannya rifund pengembalian dikembalikan balikin dibalikin kembalikan refunded refundnya uangkembali kembaliin',
  kedaluwarsa:
    'kadaluarsa kadaluwarsa kedaluarsa kadaluarsanya ekspired expired expire exp expirednya kadaluarasa kdaluarsa kadaluwarsanya kedaluwarsanya kadaluarsaa',
  kuota:
    'kuotane kuotana kuotanyo kuotanya kouta kuotaa quotanya slot slots slotnya seat seats kuotanyaa kuato jatahnya',
  penuh:
    'merah abu grey abuabu ludesss sold soldout ful full fully pinuh panuah hibak fullnya penuhh booked pnuh penuhnya ludes fullbooked terisi kehabisan telas',
  habis: 'abih seep entek habisnya habiss',
  antri:
    'dilompati dilangkahi serobot diserobot menyerobot nyerobot urutan urutannya antriannyaa ngantos ngantosan bejubel membludak mengular bejibun desakan antre antrian antrean antriannya antreannya ngantri mengantri ngantre mengantre antrinya queue queues queuing antrianya antria antrihan antrikan antriin giliran diantri',
  jadwal:
    'jadual jadwalnya jadwalku jadwalna jadwale jadwalnyo schedule appointment sked jadwalan appointments jadwalin jadwalkan',
  tanggal:
    'tggl tnggl tggal tanggalnya tglnya tglny tanggale date dates tanggal2 tanggalan kalender tgal tgll',
  pilih:
    'milih memilih pilihan dipilih pilihannya opsi pencet dipencet mencet pncet klik diklik mengklik tekan menekan choose select nekan ngeklik diplih memencet',
  reschedule:
    'rescedul reschdule reschedul reschedulu resedul reskedul reschedulle resechedule reskedule rescheduling reschedulenya rescedule reschedule2 penjadwalan jadwalulang resheduled reskejul reskedjul',
  ubah: 'rubah merubah mengubah diubah dirubah ngubah diganti digantii digantikan gentos ngagentos ngentosin digantos ngganti gantinya change changed pindah pindahin dipindah dipindahkan memindahkan geser digeser undur diundur mundur mundurin dimundurin dimundurkan mundurkan majuin dimajuin majukan dimajukan memajukan maju tukar ditunda tunda postpone postponed move moved ganti gantian pemindahan dimajukannya mundurnya cepatkan',
  kelewat: 'terlewat kelewatan talewat lewat liwat lewatkan kelewatnya missed miss terlewati telatdatang',
  datang:
    'dtg dateng dtang datengnya teka teko sumping hadir ikut dateng2 come came kedatangan didatangi kedatangannya hadirnya datangi berkunjung',
  halangan:
    'opname demam dirawat operasi meninggal duka melahirkan sakitnya flu mogok ban bocor ujian dinas berhalangan sakit kecelakaan sick bentrok musibah',
  status:
    'pantau dipantau stts statusnya statusny statusna statusnyo progres progress prgres proges progresnya progressnya tahap tahapan tahapnya perkembangan prosesnya',
  proses: 'prosese diproses memproses process processing pemrosesan',
  jadi: 'janten dadi dadine jd jdi jadinya jadina jadikah jadimi selesai kelar kelarnya rampung salasai pragat tuntung ready finished finish beres réngsé rengse terbit diterbitkan dicetak tercetak printed cetak siap rampungnya selesainya issued jadi2 kelar2 jadijadi',
  ambil:
    'mengambil ngambil diambil pengambilan mengambilnya ngambilnya diambilnya ambilnya pengambilannya ambe ambiak diambiak maambil maambiak jupuk nyandak dicandak candak collect pickup pick ngambilin ambilin',
  kirim:
    'nyasar diantar antar mengantar pengantaran kurirnya jnt jne tracking dikirim mengirim pengiriman kirimin ngirim kiriman dikirimkan terkirim dikirimi delivery deliver sent send kurir ekspedisi resi dikirimnya mengirimkan ngirimin dikirimin kirim2',
  diwakilkan: 'mewakilkan wakilkan diwakili perwakilan',
  kabar:
    'hasil hasilnya kelanjutan kelanjutannya nasib nasibnya kbar kabarnya kabari kejelasan kepastian pemberitahuan notifikasi notif notifnya notification kejelasannya',
  cek: 'ngecek mengecek check checking dicek mengecheck cekin cekkan lihat liat melihat dilihat ngeliat lacak',
}
