import { namesByForm } from '../../words/groups.ts'
import { remembered } from '../../words/remembered.ts'
import { HONORIFICS, MAX_PHRASE_LENGTH, normalise } from '../normalise.ts'

/**
 * A short answer in standard words, so that the readers need one form of each: regional and joined forms of yes, no,
 * not yet, there is, not known. Only what people say in answers; the wider families of words stand in `synonyms`.
 */
const STANDARD = namesByForm({
  ya: 'muhun enya nggeh njih njeh inggeh enggih enggi enggeh iyolah iyalah yalah iyes yes yess yep yeah yup yups yea ye y ho hooh heeh hoo iyah iyak iye iyek iyeh io iyeu uhuk olo nyoe iih yeslah yoa yaps yap yowes yowis oui correct right tentu tentunya pasti setuju sepakat cocok deal acc gas gass gaskeun gaskan monggo mangga silakan silahkan asiap ashiap syiap',
  oke: 'okelah okehlah siaplah sippp okok okee oks okie okidoki',
  betul: 'betulan betulkan betol batul batua',
  benar: 'benarlah bener2 true beneran bana',
  tidak:
    'nope nah engga enggaklah nggaklah gaklah ngg ngak ngk nggk gx dak idak indak inda nda ndk ndak enda teu henteu mboten boten nenten tara tra kada kgk kgak no not ogah emoh moh wegah hoream dont doesnt didnt isnt tdak tidaklah tida tydac tydak enggaa engg',
  bukan: 'sanes dudu bkn bukanlah bukannya ukan',
  belum: 'acan teuacan dereng balum alun lom blon belon belom2 belumlah blum2 lum tonden yet',
  jangan: 'jgn jangn ojo ulah',
  sudah: 'udeh sudahlah udahlah atos tos sampun2 uda wis wes su telah tlh udahan already sudahmi alah',
  ada: 'adanya aya onok ono ado ade have has adalah2 adami adaji lai wonten',
  punya: 'gaduh duwe duwee pny puny',
  boleh: 'bolehlah boleh2 blh bole pareng',
  mau: 'maulah purun gelem nak hendak want maoo mao',
  perlu: 'butuh usah prlu need',
  'tidak ada':
    'gada gaada gkada gakada ngada nggada euweuh trada tarada kadada none nihil gaonok taada tdkada',
  'tidak perlu': 'gausah gakusah gaperlu tausah rasah gosah ndausah',
  'tidak mau': 'gamau gakmau embung',
  'tidak tahu':
    'gatau gaktau gtau gatw gatauu tauk embuh mbuh duka duko entah entahlah ntah ntahlah idk dunno unsure',
  tahu: 'tau tahuu ngerti ngertos weruh mudeng terang know nyaho apal paham faham hapal',
  lupa: 'lali poho hilap kalupaan lupaa lp forgot forget kesupen lupo',
  ingat: 'inget ingt kaingat remember emut',
  kurang: 'krg kurg kurng',
  tetapi: 'tp tapi tpi but namun',
  semua: 'smua smw semuanya semuane kabeh sadaya sadayana samua sumua all everything sami2',
  kalau: 'klo kalo kl klw kalu lamun lek misal misalnya seumpama if nek',
})

const PARTICLES = new Set([
  ...HONORIFICS,
  ...'lah deh dong kok sih saja nih tuh to toh ah eh oh hm hmm om tante sis gan bro bos mba buk bun bund bunda bli uni teh kang please pls sir madam kan loh lho mah atuh euy ji mi ki ini itu the dek nona bapa kaka kakak pakde bude mang makasih terima kasih wae bae ae ajalah thanks'.split(
    ' ',
  ),
])

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[\u{1F44D}\u{1F44C}\u2705\u2714\u{1F197}]/gu, ' ya '],
  [/[\u{1F44E}\u274C\u274E\u2716]/gu, ' tidak '],
]

/** "no 2" is a number, "no" alone an answer. */
const NUMBER_SIGN = /\bno ?(?=\d|satu\b|dua\b|tiga\b|empat\b|lima\b|enam\b|tujuh\b)/g

/** A yes with the mouth shut. */
const MURMUR = /\bhe+ ?e+[hk]?\b/g

/** The words of a short answer in standard form, without address and particles; none where it is a story. */
export const plainWords = remembered(readPlainWords)

function readPlainWords(text: string): readonly string[] {
  if (text.length > MAX_PHRASE_LENGTH) return []
  let seen = text
  for (const [signs, word] of SIGNS) seen = seen.replace(signs, word)
  const words = standard(seen)
  return words.filter((word) => !PARTICLES.has(word))
}

/** The same with address and particles left in, for readers that look for names among the words. */
export function standard(text: string): readonly string[] {
  return normalise(text)
    .replace(NUMBER_SIGN, 'nomor ')
    .replace(MURMUR, 'ya')
    .split(' ')
    .flatMap((word) => (STANDARD.get(word) ?? word).split(' '))
    .filter((word) => word !== '')
}
