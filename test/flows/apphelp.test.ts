import { expect, test } from 'vitest'
import { GROUPS } from '../../src/flows/apphelp/index.ts'
import { library } from './stage.ts'

test('every symptom of first aid stands in one list, and no list is longer than seven', () => {
  const listed = GROUPS.flatMap(({ holds }) => holds)
  expect(listed.toSorted()).toEqual(library.firstAid.map(({ id }) => id).toSorted())
  const lengths = [...GROUPS.map(({ holds }) => holds), ...library.guide.map(({ stuck }) => stuck)]
  // each list ends with "none of these"; the first has the guide and other questions beside the groups
  expect(Math.max(...lengths.map((one) => one.length + 1), GROUPS.length + 2)).toBeLessThanOrEqual(7)
})
