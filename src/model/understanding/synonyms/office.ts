/** Offices, officers and how people were treated: talk with a person, praise, anger, brokers. */
export const OFFICE_SYNONYMS: Readonly<Record<string, string>> = {
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
    'datanglangsung goshow manualnya manual ofline luring walkin walkinnya offlen langsung lgs offlinenya',
  percuma: 'sia2 sia useless2 mubazir gunanya fungsinya buatapa pungsi faedah guna berguna',
}
