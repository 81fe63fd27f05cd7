/** Words by what somebody does with them, whatever they are about. Written over `normalise`; a word may stand in one family only. */
export const ACT_SYNONYMS: Readonly<Record<string, string>> = {
  nay: '❌ 🙅 tidak ora mboten boten teu henteu sonde sond son seng tra trada tara indak ndak nda tena taena ten nenten tan tusing no not nope nah never kagak kaga moal none tiada dont doesnt',
  unlike: 'bukan bkn dudu sanes sanesna bukang tidaklah',
  notyet: 'belum acan teuacan alun balun tonden dereng durung belon yet',
  leave:
    'jangan aja ojo ampun tong jan jang stop batal urung wurung sido sios gajadi gausah rasah cancel nevermind skip lewati lewatin abaikan',
  aye: '👍 👌 ✅ 🆗 ya iyo io iye enggih muhun yes yeah yep yup yap sure yoi betul betol benar leres batua batul correct right tepat persis emang memang hooh heeh ho',
  fine: 'oke baik bae boleh bole buliah setuju cocok sepakat deal acc gas gaskeun lanjut teruskan silakan silahkan monggo mangga ayo hayu hayuk',
  already: 'sudah su wis wes atos parantos alah suba already udeh sudahmi',
  enough:
    'cukup cekap cukuik selesai kelar rampung beres tamat sekian sakitu semanten segitu segini demikian enough finished done amonto',
  knows: 'tahu tau taw nyaho uning ngertos mangertos weruh know kuissengi kutau tahulah',
  forgot:
    'lupa lali klalen kelalen supe poho hilap lupo engsap forgot forget kulupa ingat inget ingek remember hafal hapal apal',
  unsure:
    '🤷 bingung ragu mbuh embuh entah entahlah duka terserah sembarang manut sakarepmu whatever anything bebas yakin idk dunno unsure mungkin barangkali',
  able: 'bisa iso saged tiasa mampu sanggup can able cant cannot kuat',
  reads: 'baca membaca maca mambaco maos aksara huruf read tulisan ngetik mengetik',
  gadget: 'hp handphone hape smartphone android telepon telpon ponsel gaptek',
  calls: 'telepon telpon tilpun telfon tlp tlpn nelpon menelpon ditelpon ditelepon call phone telponan',
  means: 'maksud maksudnya maksute maksudna mukasuik arti artinya mean means meaning istilah',
  understands:
    'paham mengerti ngerti mudeng ngarti ngartos mangarati mangarti understand mengertika kungarti dong faham',
  whyword: 'kenapa mengapa ngopo nopo kunaon naha kiapa why alasan alasannya ngapain ngudiang mawinan',
  whatword: 'apa opo naon apo napi what apaan apakah',
  wrong:
    'salah keliru kliru klentu lepat iwang ralat koreksi typo wrong mistake sori sorry kepencet salahka salahki kesalahan',
  human: 'orang manusia wong jalma jalmi urang human person people orangnya',
  officer: 'petugas admin cs operator operatornya agent officer pegawai staf staff adminnya petugasnya csnya',
  talks:
    'bicara ngomong omong ngobrol berbicara nyarios matur mangecek bacarita ngraos talk speak ngobrolnya konsultasi bercakap nelpon',
  connects: 'sambungkan sambungin hubungkan hubungi oper teruskan connect alihkan',
  thanking:
    '🙏 terima makasih kasih tarima tarimo nuhun nuwun suwun suksma thanks thank syukron trims tengkyu tararengkyu obrigada kurru',
  hello:
    'halo hai hi hello hey pagi siang sore malam permisi punten misi tabe tabea horas rahajeng sugeng wilujeng malem petang',
  blessing:
    'assalamualaikum asalamualaikum assalamu alaikum ass aslm askum samlekum waalaikumsalam swastiastu swastyastu suastiastu shalom syalom shaloom salam namo rahayu sampurasun mikum',
  afraid:
    'takut tako takuik khawatir kuatir cemas panik waswas gelisah ngeri wedi ajrih sieun jejeh mallaka scared afraid worried nervous gemetar trauma resah was deg degan gugup merinding',
  angry:
    'marah kesal kesel jengkel sebal emosi kecewa muak nesu mangkel ambek keuheul berang bangih gedeg pedih angry disappointed annoyed geram dongkol gondok mara murka bete',
  swears:
    '😡 😠 😤 🤬 💢 goblok bodoh tolol bego bangsat anjing tai brengsek sialan kampret asu jancok jancuk dungu idiot stupid bajingan keparat sampah payah parah bobrok becus buruk terrible worst useless',
  slow: 'lelet lambat lemot dipingpong dipimpong dioper muter bolak balik berbelit dipersulit ribet antre nunggu',
  praises: 'bagus hebat keren mantap pinter pintar top salut selamat luar great nice wow jempol',
  kills:
    'bunuh bunu membunuh dibunuh kubunuh pateni dipateni maehan kill killed bacok membacok tikam tusuk tembak penggal habisi pejahi murder bantai',
  selfharm:
    'suicide gantung baygon racun loncat lompat terjun nyilet sayat silet overdosis melukai nyakitin menyakiti',
  dies: 'mati matek modar pejah paeh maot mate die death tewas mampus mataki',
  lives: 'hidup urip hirup live life living dunia nyawa iduik idup',
  arms: 'parang golok pisau celurit clurit senjata bom pistol badik keris knife gun bomb bensin molotov samurai kampak',
  hits: 'pukul memukul dipukul dipukuli mukul hajar menghajar dihajar tampar ditampar siksa disiksa aniaya dianiaya tendang ditendang beats hits gebuk gebukin digebuk tonjok ditonjok keroyok kekerasan kdrt',
  threatens:
    'ancam diancam mengancam ancaman threatened threat sekap disekap kurung dikurung culik diculik perkosa diperkosa dilecehkan dijual diperdagangkan perdagangan',
  burns:
    'bakar membakar terbakar kebakaran kebakar kobong kahuruan tabaka tabakar api fire burned burn puun hangus',
  passed:
    'meninggal wafat almarhum almarhumah alm seda maningga mangkat berpulang tiada died dead deceased funeral pemakaman melayat jenazah berduka duka yatim piatu maninggal tutup ngantunkeun padem gugur jasad takziah dimakamkan',
  ill: 'sakit stroke lumpuh opname diopname dirawat kanker operasi icu gerah udur sakik garring sick ill hospital kecelakaan koma demam penyakit berobat rs rsud jantung ginjal buta rawat inap pikun kursiroda tbc diabetes sungkan patah tunanetra wheelchair disease gaering',
  flood:
    'banjir kebanjiran kabanjiran gempa tsunami longsor erupsi badai bencana musibah pengungsi mengungsi pengungsian hanyut galodo caah puting seroja meletus roboh rubuh flood earthquake storm rob bah angin lindu gempabumi',
  steals:
    'curi dicuri kecurian pencuri maling kemalingan dimaling copet kecopetan dicopet jambret dijambret rampok dirampok kerampokan begal dibegal rampas dirampas colong dicolong dipaling cilok dicilok kacilok pancuri stolen stole robbed thief pickpocketed pickpocket dibobol ditodong digondol gondol kacopetan maliang',
  late: 'terlewat kelewat kelewatan lewat kliwat liwat kaliwat talewaik kelangkung telat terlambat talambek ketinggalan kesiangan missed hangus kadaluarsa keburu gagal absen mangkir terlewatki',
  booked:
    'jadwal tanggal jadwalnya tanggalnya pesawat penerbangan flight tiket berangkat keberangkatan appointment slot giliran wawancara',
  again: 'ulang ulangi ulangin diulang baleni balen deui malih maneh again repeat lagi',
  beforenow: 'tadi wau wawu tadinya barusan',
}
