/** Words of any talk: question words, wishes, times, people. */
export const EVERYDAY_SYNONYMS: Readonly<Record<string, string>> = {
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
}
