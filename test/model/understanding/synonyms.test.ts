import { expect, test } from 'vitest'
import { SYNONYMS } from '../../../src/model/understanding/synonyms.ts'
import { EVERYDAY_SYNONYMS } from '../../../src/model/understanding/synonyms/everyday.ts'
import { SERVICE_SYNONYMS } from '../../../src/model/understanding/synonyms/service.ts'
import { APP_SYNONYMS } from '../../../src/model/understanding/synonyms/app.ts'
import { OFFICE_SYNONYMS } from '../../../src/model/understanding/synonyms/office.ts'
import { UNRELATED_SYNONYMS } from '../../../src/model/understanding/synonyms/unrelated.ts'
import { normalise } from '../../../src/model/understanding/normalise.ts'

test('no form stands in two families, and each is written as words are read', () => {
  const forms = [EVERYDAY_SYNONYMS, SERVICE_SYNONYMS, APP_SYNONYMS, OFFICE_SYNONYMS, UNRELATED_SYNONYMS]
    .flatMap((groups) => Object.values(groups))
    .flatMap((list) => list.split(' '))
  expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([])
  expect(forms.filter((form) => /[^\p{L}]/u.test(form.replace(/2$/, '')))).toEqual([])
  expect(SYNONYMS.get('sabaraha')).toBe('berapa')
  expect(normalise('sabaraha')).toBe('sabaraha')
})
