/**
 * Words that mean the same to us, under one name: chat spellings, stems and affixes, regional languages, English.
 * Written over `normalise`. Short words with several meanings (no, by, sa, ma, be, ko, pi, su, so) stand in none.
 */
export const SYNONYM_GROUPS: Readonly<Record<string, string>> = {
  tidak:
    'tak dak kgk gx ngak ngk nggk g enda nda ndk ndaa nde ngga bukan bukannya jangan jgn jngan jangn teu henteu te kada sing ten nenten indak sonde sond tra mboten boten ra gaada not cannot cant dont doesnt didnt isnt no never nor tanpa',
  belum: 'lom blom acan teuacan alun balum tonden dereng durung belon yet',
  sudah:
    'telah tlh uda sudh alah atos tos suba sampun wis wes pun udahan udahlah already udeh sudahmi sudahmikah done',
  'tidak bisa': 'gabisa gakbisa gbs gabs gaisa gkbisa tdkbisa gabisaa gabisa2 ngabisa tidakbisa unable',
  'tidak ada': 'gada gkada gakada gaonok euweuh nihil tidakada none',
  'tidak perlu': 'gausah gaperlu gakusah',
  'tidak jelas': 'gaje gajelas gakjelas gjls',
  'tidak tahu': 'gatau gaktau gtau gataw',
  'tidak mau': 'gamau gakmau',
  'tidak masuk': 'gamasuk gakmasuk',
  'tidak pernah': 'gapernah',
  'tidak guna': 'gaguna gakguna useless',
  bisa: 'dapat dapet dpt bz kawa tiasa saged nyidang dados dapek bolehkah boleh bisakah bisaka bisaki bisaji bisakan can could dapatkah kuasa sanggup bisanya',
  ada: 'lai onok aya wonten ado adakah adanya adaji available tersedia sedia tersedianya exist',
  apa: 'opo nopo naon napi apo apakah apaan aja apasih what which apanya apasaja apaji',
  berapa: 'barapa sabaraha pinten bara brapa brp brpan berapaan berapakah berapanya berapaji berapaki',
  kapan: 'kpan iraha bilo pidan bila when kapankah kapanya',
  'di mana': 'dija dmna where dimanakah dima ngendi endi pundi mana manakah manaan ka kamana dmananya',
  bagaimana:
    'gimna gimn bgmn cemana kekmana kumaha pripun pie kepiye kenken sapunapi baa kayapa kermana karmana cmn how gmnaa caranya carane carana caronyo cara bgimana gimanaa gmnya',
  kenapa: 'knpa ngapa mengapa kiapa kok koq why ngopo napa naha',
  saya: 'aq w kuring awak ulun tiang titiang tiange ambo beta kita kami nio i my me mine we our aku ku kulo kula abdi gw gue urang',
  ini: 'nih ni iki niki ieu this that itu tuh',
  mau: 'mao ingin kepengin hayang hoyong bade badhe handak meled jagi nak want wanna pengen kepingin hendak minat niat need butuh perlu',
  harus: 'hrs hrus mesti musti kudu wajib must have should required diharuskan mawajib',
  tolong:
    'tlng mohon mhn mhon please pls plis plz minta harap tulung nyuwun help bantu dibantu bantuin bantuannya bantuan dimohon tolonglah bantulah membantulah',
  terus:
    'trus trs teros truss mulu melulu muluu wae taruih tarus selalu slalu sll sllu always sering sering2 melulunya berkali kali berkali2 berulang ulang keeps terusan',
  lagi: 'lg lgi maning malih again ngulang mengulang diulang ngulangi mengulangi',
  padahal: 'pdhl pdhal pdahal padahl though although',
  katanya:
    'ktnya kata janjinya janji bilang bilangnya dibilang bilangin nyatanya ternyata trnyata taunya malah mlah',
  banget:
    'bgt bgtt bngt bnget bangett sekali skali skli pisan banar bana tenan very so sangat sgt sgat amat too tooo sungguh super parahbanget talalu skaliii',
  lama: 'lamaaaa lelettt bertele tele setahun lma lamaa suwe lami lamo lawas long lambat lelet lemot lemod lalod lola ngelag nge lag ngeleg ngadat slow delay delayed late lamban telat terlambat talambek molor lambatnya lamanya lelah kelamaan',
  susah:
    'sulit hese payah ngalih susahnya sukar difficult hard sush ssah pusing ribet rumit berbelit belit mbulet ruwet repot dipersulit persulit mempersulit mpersulit mempersulitkan mempershlit mampersulit menyulitkan menyusahkan nyusahin susahin ngeribetin',
  mudah:
    'gampang memudahkan mempermudah easy dimudahkan muda memudah praktis simpel simple cepat cpt quick fast lancar',
  baru: 'new anyar baruu',
  hari: 'dinten dina day days harian hr hri',
  minggu: 'mgg week weeks seminggu berminggu sunday ahad pekan weekend',
  bulan: 'bln month months sebulan sewulan berbulan sabulan bulanan wulan',
  jam: 'jm pukul tabuh hour hours sejam setengahjam',
  besok: 'bsk bsok isuk enjing bisuak sesuk tomorrow lusa',
  kemarin: 'kmrn kemaren kmarin wingi yesterday kamari',
  sekarang: 'skrg skrng skg saiki kini sakarang skarang now ayeuna',
  sabtu: 'saptu setu saturday sabtunya',
  orang: 'org orng jalma wong wonge people person manusia human urangnya orangnya someone somebody orangtua',
  juga: 'jg jga ju juo jua also',
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
    'syart srat sarat syarate syaratna syaratne syaratnyo syaratipun persyaratannya requirements requirement dokumen dokumennya document documents berkas berkasnya papers paper surat surt suratnya suratan document2 berkas2 rekomendasi rekom',
  bawa: 'bawak dibawa membawa mawa nggowo gen abe bring dibawanya bawanya disiapkan siapkan disiapin kubawa siapin',
  ktp: 'ektp ktpnya kartu identitas',
  kk: 'kknya kartukeluarga',
  akta: 'akte aktelahir aktanya aktenya ijazah ijasah ijaza izasah ijazahnya kelahiran birth certificate skl',
  nik: 'niknya nikku',
  fotokopi:
    'fotocopy potokopi photocopy fc fotocopyan fotokopian copy copynya print ngeprint diprint fotokopinya copian',
  anak: 'bayi balita child children baby kid son daughter anaknya anakku anak2 putra putri anaku infant',
  lansia:
    'tunanetra tuli bisu tunarungu stroke difable disabel opung oma opa pikun renta ibuhamil sakitsakitan tua manula sepuh elderly lanjut lansianya difabel disabilitas disability wheelchair kursiroda hamil pregnant cacatfisik jompo ortu mamaku mama nenek kakek',
  umrah: 'umroh umroo haji hajj umrohnya umrahnya jamaah',
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
  error:
    'tumbang down ngeror ngaco glitch rusuh errorrr jebol lumpuh ambruk kolaps bengong notresponding eror erorr erorrr galat bug ngebug crash crashes crashing errornya erornya gangguan ganguan trouble kesalahan trobel errors errorr errror erro kendala bermasalah masalah maintenance pemeliharaan maintenence mentenance problem issue',
  timeout: 'rto requesttimeout timedout timeoutt',
  server: 'servernya sistem sistim system sistemnya jaringan jaringannya koneksi network servere sistemnyaa',
  stuck: 'macet mentok stak nyangkut hang ngehang freeze mandek mandeg stack mentoknya mentog stucknya',
  loading: 'muter mutar muter2 mutar2 berputar loadingnya loding buffering muterr loadingg',
  keluar:
    'kluar terkeluar nutup mental forceclose keluarnya tertutup kelempar terlempar logout logot kepental',
  gagal: 'gagalnya fail failed fails kegagalan gagall failure gagl',
  buka: 'bukak dibuka dibukak membuka kebuka terbuka tabuka bukanya open opens bukaan opened opening diakses akses mengakses dibukanya ngebuka access dibuka2 bukain dibukain rilis rilisnya release released',
  tutup: 'close closed libur tutupnya holiday closes ditutup tutupnyo liburnya',
  login:
    'nyambung loginin dibekukan beku dibanned banned suspend disuspend masukakun signin sign loginnya logi loggin logging masup log',
  masuk:
    'msuk mlebu lebet maso masuak maasup masuknya masukin memasukan memasukkan dimasukin masuk2 masukan enter received arrive arrives nyampe2 msk2 kemasukan lebetna',
  password: 'pw passwd sandi katasandi passwordnya sandinya pasword2 passwordku',
  lupa: 'lali hilap forgot forget lupaa poho',
  akun: 'account akunnya akunku accounts username user akunya',
  daftar:
    'daftr dftar dftr daptar mendaftar ngedaftar pendaftaran pendaftarannya daftarnya terdaftar didaftarkan mendaftarkan regist register registrasi registration registering daftarin signup registerasi ngedaftarin registered daftar2 registrasinya permohonan pengajuan permohonannya mengajukan pengajuannya mohonkan',
  otp: 'otpnya otp2 kodeotp otpne otpna otpny',
  kode: 'kodenya kodene code codes aktivasi kodenyo kodeny aktivasinya',
  verifikasi:
    'authentikasi autentikasi sms resend verif verivikasi ferifikasi verifikasinya verifikasi2 verification verify konfirmasi verifikasinyo veryfikasi verfikasi validasi',
  email: 'imel imail gmail emailnya emailku emailnyo mail emailny emel',
  upload:
    'keunggah terunggah ngirimberkas kekirim masukindokumen lampirannya uplod apload aplod uoload uploadnya ngupload mengupload diupload upload2 unggah mengunggah diunggah unggahan uploading uploaded uplode uploud ngaplod uplot lampirkan melampirkan lampiran lampirin attach unggahnya upld terupload keupload',
  foto: 'difoto blur buram burem kabur silau biometrik sidik jari jepretan fto poto photo pto fotonya gambar gambarnya selfie kamera scan nyecan scanning photos picture pictures memfoto scanner ngescan scannya fotoin jepret ngefoto memotret galeri',
  download:
    'donlod donlot dowload donwload donlaod unduh mengunduh diunduh didownload mendownload downloadnya ngedownload didonlot pdf pdfnya filepdf cetaksurat terdownload diunduhnya',
  install:
    'instal pasang diinstall diinstal terinstall reinstall uninstal uninstall instalasi terinstal ngeinstal pasangulang',
  update: 'updet diupdate apdet upgrade diupdet updated diperbarui mengupdate',
  hp: 'handphone hape ponsel smartphone android iphone gadget perangkat device phone hpku hpnya gaptek hape2',
  data: 'gelar huruf ejaan biodatanya kolom datanya datane datana datang2 biodata isian formulir form datadiri datany',
  isi: 'ngisi mengisi isinya diisi input menginput mengisinya ngisinya fill inputan ngisi2 menginputkan',
  valid: 'tidakvalid invalid falid validnya gkvalid',
  salah: 'slah keliru salahnya wrong incorrect mistake typo salah2 nyalahin salahh',
  sesuai: 'cocok cocog match matched sinkron sesuainya singkron cocoknya sinkronnya',
  nama: 'namanya namaku name namane namana namae namamu',
  kantor:
    'kntor ktor kantornya kantore kantorna kantorta office offices kanim ulp ukk unit kantornyo kantorny mpp kantor2 pejabat',
  alamat:
    'lantai titik gps plang almt alamatnya address alamate lokasi lokasinya location letak letaknya maps map gmaps patokan loksi lokasiny posisi tempat tempatnya tmpt tampa shareloc',
  dekat: 'sekitar seputar deketnya terdekat deket dkt terdekatnya near nearest nearby',
  jauh: 'jauh2 jauhnya far kejauhan terpencil pulau',
  telepon:
    'ditelp telponan whatsapp wa dihub kontaknya telfon telpon telp tlp tlpn telponnya nelpon nelfon hotline call callcenter callcentre telephone hubungi dihubungi menghubungi kontak contact ditelepon ditelpon telepun menelepon',
  petugas:
    'petugasnya petugase petugasna petugasne petugasnyo petugasny petugasta petugasku petgasnya ptgsnya officer officers staff staf pegawainya pegawai pgawai operator customer cs duta admin adminnya mimin mimi agent agen security satpam satpamnya scurity resepsionis pewawancara pegawe karyawan oknumnya officernya mbaknya',
  bicara:
    'ngomong omong ngobrol mangecek bapandir bacakap nyarios cakap matur speak talk chat chatting konsultasi ngecakap bercakap berbicara ngomongnya bacarita carita ketemu',
  sambung:
    'panggilin dioper nyambungin hubungkan sambungkan connect alihkan oper teruskan panggil panggilkan sambungin hubungin disambungkan operkan',
  bot: 'robot mesin bots botnya robotnya chatbot otomatis',
  menu: 'menunya menuu menyu menyunya menus',
  tanya:
    'nanya bertanya tanyain nanyain batakun batanya ditanya ditanyo ditanyakan tanyakan ditaroskeun naros takon pertanyaan metaken ask question nanya2 menanyakan tanyo',
  ketik: 'ngetik mengetik ketikkan type angka nomorberapa',
  batal:
    'kensel batalin batalkan dibatalkan batalke batalkeun batalang membatalkan canceled cancelled batalnya urung urungkan pembatalan sido sidoo',
  stop: 'hentikannya spam spamming blokir block mute diam berhenti hentikan unsubscribe akhiri berenti brenti setop stopp enough cukup cukupp cukuplah end quit exit sudahi',
  makasih:
    'terimakasihh makaciw tengs thankies maturnuwun maturnuhun hnuhun sukseme suksme tarimakasih tarimokasih nuhun suwun nuwun suksma mauliate kasih terimakasi trmksih trmksh tengkyu thankyou thanku thank appreciate appreciated makase kurru sumanga trimks tarimo tarima trimo makasii makasihh mksi thankss thnks thankyouu ty jazakallah jazakumullah barakallah kasihnya',
  halo: 'hlo hloo hallooo haii haiii heyy alo helo hai hay hy haloo hallow helloo oi hei woi heii hay2 greetings haluu',
  salam:
    'aslm asslm ass assalamualaikum asalamualaikum assalam assalamualaykum samlekum wr wb waalaikumsalam assalammualaikum swastiastu swastyastu shalom syalom sampurasun rahajeng wilujeng sugeng',
  permisi: 'punten misi tabe nuwunsewu sewu tabea',
  pagi: 'pgi siang sore malam malem mlm met semeng morning afternoon evening sonten dalu',
  kak: 'kaka kakak sis bang bos mas mbak pak bu bapak ibu gan min bro bli uni teh kang bapa mba pa buk bpk bp bpak ibuk om tante cik koh akang',
  lapor:
    'ngadu mengadu adu adukan melapor melaporkan laporkan malapor ngelapor wadul ngaduin report complain complaining complaint pengaduannya keluhan keluhannya laporannya protes komplen komplain mengeluh keluh dilaporkan',
  kecewa:
    'nyesal nyeselll prihatin miris jera kapok kapokk sebal protesss ngeluh mengeluhkan kuciwa mengecewakan kecewaa kecewanya disappointed disappointing nyesel menyesal kesal kesel dongkol jengkel emosi marahku capek cape cpek lelahnya sedih muak sebel stres frustasi bikinemosi gregetan geram',
  buruk:
    'jelek jlek elek awon buruak parah parahh paraah parahnya payahnya terburuk seburuk bad worst terrible ancur hancur amburadul kacau kacaw bobrok sampah ampas sampahh busuk bapuk zonk ampun gila norak kentang abal bodong brengsek goblok bego tolol bloon anjing bangsat tai kampungan jelekk buruknya jeleknya kacaunya burik memalukan malu maluin becus cacatapp',
  bagus:
    'gercep sigap responsif cepattt mulus lancarr tertib rapi nyaman terjangkau salut apresiasi bangga amazing awesome baguss mantap mantab mantul keren good great nice excellent hebat terbaik puas memuaskan sukses oke2 jempol top best terbantu membantu helpful ramahh love jos josss bae sae alhamdulillah puji recommended',
  kasar:
    'nyolot mamberang berang bangis ngamuk someah sengit sewot jutekk kurangramah membentaknya sinisnya melotot ngomel mengomel omelin diomelin mencela cibir nyinyir nyindir menghardik hardik songong belagu tengil mlengos judesnyaa ketusnya meremehkan diremehkan sarkas hinaan caci maki memaki songongnya dingin kasa jutek judes ketus galak sangit bangih pamarah sombong arogan angkuh sinis rude impolite unfriendly cuek dicuekin cuekin bentak dibentak membentak bentak2 marah dimarahi marahin dimarahin disariki ngebentak masam intimidasi diintimidasi mengintimidasi sopan acuh diacuhkan tidakramah hina dihina menghina kurangajar kasarnya kasarr judesnya galaknya juteknya ngegas semena sewenang adab adabnya ramah jahat jahatnya shouted yelled senyum jaduman angkuhnya merendahkan direndahkan',
  calo: 'travel biro penghubung perantaranya tukang titipan titip calok calonya caloo calone calona calonyo broker makelar calo2 ordal birojasa jasa perantara caloan percaloan joki middleman',
  pungli:
    'nyodorin tempel pelicinnya nyetorin amplop tips tip upeti dipungut punglinya mintain pungutan liar sogok nyogok suap menyuap korupsi peras pemerasan diperas memeras malakin malak dipalak dipenta dimintak dimintai pelicin oknum bribe corrupt corruption extort korup kkn nepotisme tikus preman palak ngembat',
  penipuan: 'menipu tipu ditipu tertipu scam penipu nipu ketipu palsu',
  percepatan:
    'prioritas vip urgent mendesak buru kilat express ekspres expres fasttrack sameday percepatannya sehari seharijadi',
  wawancara: 'interview diwawancara wawancaranya interviu intervew wawancarai diinterview',
  loket: 'helpdesk frontdesk loketnya counter meja konter loketny',
  tunggu:
    'menanti menantikan nunggunyaa lamaaa berjam seharian nunggu menunggu ditunggu nungguin nunggunya wait waiting waited tungguin antosan nengga menunggunya nungguu bertahun digantung gantung menggantung pending tertunda tertahan ditangguhkan',
  pelayanan:
    'plyanan layanan pelayanannya pelayanane palayanannyo palayananana service services layanannya pelayananya dilayani melayani dilayanin ngelayani palayanan pelayanannyo',
  panas: 'gerah pengap sumpek hot',
  toilet: 'wc toiletnya toilete kamarmandi kloset restroom',
  parkir: 'parkiran parkirnya parking parkirannya',
  ruang:
    'ruangan ruangtunggu gedung bangunan mushola musholla mushalla masjid ac kursi laktasi menyusui kipas tempatduduk ramp lift tangga fasilitas facility elevator room building kantin',
  kotor:
    'becek kumal lembab berdebu gelap rusakan nyamuk reged jorok kumuah bau dirty kumuh sempit sempitnya bauu smelly',
  beda: 'plin plan plinplan berlainan kontradiksi bertentangan ambigu asal bedo berbeda lain balain different differ bedanya beda2 berbeda2 simpang siur simpangsiur berubah inkonsisten tiap2 different2 bedobedo',
  informasi:
    'brosur pengumuman spanduk banner papan petunjuknya penjelasannya faq info infonya infone informasina infonyo information informasinya sosialisasi petunjuk penjelasan prosedur aturan aturannya panduan prosedurnya instruksi keterangan infoe rules rule',
  bingung:
    'bimbang linglung ragu kurangpaham membingungkan bingungin confused confusing bngung bingungg lieur bingungnya binun',
  bolak_balik: 'bolak bolakbalik mondar mandir pingpong dipingpong dilempar lempar bolik',
  ditolak: 'tolak menolak penolakan ditolaknya rejected refused reject nolak ketolak ditolakk ditolaknyo',
  disuruh:
    'suruh nyuruh menyuruh disuru disuruhnya diminta dimintain dipaksa paksa memaksa disuruhh maksa pemaksaan',
  online: 'onlen onlain daring online2',
  offline:
    'datanglangsung goshow manualnya manual ofline luring walkin walkinnya offlen langsung lgsg lsg lgs lngsung offlinenya',
  percuma: 'sia2 sia useless2 mubazir gunanya fungsinya buatapa pungsi faedah guna berguna',
  visa: 'kitas kitap itas schengen visanya vissa',
  sim: 'sertifikat tanah pbb gas lpg elpiji sembako pip kip kis prakerja cerai polisi polsek polres pengadilan kelurahan kecamatan rtrw stnk bpkb samsat skck npwp pajak bpjs pln listrik pdam bansos pkh blt spp kua nikah pajaknya token pulsa tilang',
  jalan: 'jln jalanan berlubang lampu got pju selokan trotoar macetjalan',
  makanan:
    'makan resep rendang soto nasi ayam bakso baso sate restoran resto warung kuliner masak food pizza restaurant kopi ikan sambal samba lado mie rujak kue rumahmakan coto tinutuan babi guling karupuak',
  belanja:
    'koper baju sepatu pasar supermarket oleh kosmetik hadiah beli jual meli meuli tuku nukar order promo ongkir sell buy shop shopping toko diskonan jualan dijual',
  tiket:
    'pelni kapal garuda lion bandaranya booking damri pesawat kereta hotel penginapan travelan flight ticket bus maskapai',
  cuaca: 'mendung angin gunung tsunami longsor hujan weather gempa prakiraan cuacane hawa',
  hiburan:
    'exchange rate bioskop konser drakor anime novel puisi pantun spotify netflix youtube instagram tiktok gosip artis bola film lagu game lucu lelucon joke nonton timnas musik ml ff mlbb pubg togel slotgacor judi gacor bitcoin saham kurs dollar',
  kerja:
    'majikan perusahaan karir lamaran loker lowongan pekerjaan cpns job magang gaji lokernya kerjaan vacancy',
  cinta: 'pacar pacaran kangen jodoh sayangku kenalan rindu',
}

/** word → its family's words. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries(SYNONYM_GROUPS).flatMap(([name, forms]) => [
    ...(name.includes(' ') ? [] : [[name, name] as const]),
    ...forms.split(' ').map((form) => [form, name] as const),
  ]),
)
