/** Words of any talk: question words, wishes, times, people. */
export const EVERYDAY_SYNONYMS: Readonly<Record<string, string>> = {
  tidak:
    'tak dak g enda ndaa nde ngga bukan bukannya jangan jangn teu te kada sing ten nenten sonde sond tra boten ra not cannot cant dont doesnt didnt isnt no never nor tanpa',
  belum: 'blom teuacan alun tonden durung belon yet',
  sudah: 'telah tlh uda alah atos tos suba sampun wes pun udahan udahlah already sudahmi sudahmikah done',
  'tidak bisa': 'gaisa tdkbisa gabisaa gabisa2 ngabisa tidakbisa unable',
  'tidak ada': 'gaonok nihil tidakada none',
  'tidak perlu': 'gausah gaperlu gakusah',
  'tidak jelas': 'gaje gajelas gakjelas gjls',
  'tidak tahu': 'gataw',
  'tidak mau': '',
  'tidak masuk': 'gamasuk gakmasuk',
  'tidak pernah': 'gapernah',
  'tidak guna': 'gaguna gakguna useless',
  bisa: 'dapat dapet dpt bz kawa nyidang dados dapek bolehkah boleh bisakah bisaka bisaki bisaji bisakan can could dapatkah kuasa sanggup bisanya',
  ada: 'lai onok aya wonten ado adakah adanya adaji available tersedia sedia tersedianya exist',
  apa: 'opo nopo naon napi apo apakah apaan aja apasih what which apanya apasaja apaji',
  berapa: 'sabaraha bara brapa brp brpan berapaan berapakah berapanya berapaji berapaki',
  kapan: 'kpan bilo bila when kapankah kapanya',
  'di mana': 'dija dmna where dimanakah dima ngendi endi pundi mana manakah manaan ka kamana dmananya',
  bagaimana:
    'bgmn pie kenken sapunapi baa kayapa kermana karmana cmn how gmnaa caranya carane carana caronyo cara bgimana gimanaa gmnya',
  kenapa: 'ngapa mengapa kiapa kok koq why ngopo napa naha',
  saya: 'aq w kuring awak ulun tiang titiang tiange ambo beta kita kami nio i my me mine we our aku ku kulo kula abdi gw gue urang',
  ini: 'nih ni iki niki ieu this that itu tuh',
  mau: 'ingin kepengin hoyong bade handak meled jagi nak want wanna pengen kepingin hendak minat niat need butuh perlu',
  harus: 'hrs hrus mesti musti kudu wajib must have should required diharuskan mawajib',
  tolong:
    'mohon mhn mhon please pls plis plz minta harap tulung nyuwun help bantu dibantu bantuin bantuannya bantuan dimohon tolonglah bantulah membantulah',
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
  orang: 'jalma wong wonge people person manusia human urangnya orangnya someone somebody orangtua',
  juga: 'ju juo jua also',
}
