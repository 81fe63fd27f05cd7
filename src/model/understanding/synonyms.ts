import { namesByForm } from '../words/groups.ts'
import { APP_SYNONYMS } from './synonyms/app.ts'
import { EVERYDAY_SYNONYMS } from './synonyms/everyday.ts'
import { OFFICE_SYNONYMS } from './synonyms/office.ts'
import { SERVICE_SYNONYMS } from './synonyms/service.ts'
import { UNRELATED_SYNONYMS } from './synonyms/unrelated.ts'

const GROUPS: Readonly<Record<string, string>> = {
  ...EVERYDAY_SYNONYMS,
  ...SERVICE_SYNONYMS,
  ...APP_SYNONYMS,
  ...OFFICE_SYNONYMS,
  ...UNRELATED_SYNONYMS,
}

/**
 * Word → its family's words: what means the same to us, under one name (chat spellings, stems and affixes, regional
 * languages, English). Written over `normalise`. Short words with several meanings (no, by, sa, ma, be, ko, pi, su, so)
 * stand in none.
 */
export const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ...Object.keys(GROUPS).flatMap((name) => (name.includes(' ') ? [] : [[name, name] as const])),
  ...namesByForm(GROUPS),
])
