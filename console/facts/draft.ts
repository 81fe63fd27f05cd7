import type { Fact, FactDraft } from '../types.ts'

/** What is being written: a correction of `row`, a new rule beside it, or (without row) own words for an answer. */
export interface FactEdit {
  readonly key: string
  readonly row: Fact | null
  readonly corrects: boolean
}

/** A correction begins as the row was; a new rule begins with neither days nor source. The value is put in when it is sent. */
export function initialDraft({ key, row, corrects }: FactEdit, office: string | null): FactDraft {
  if (row && corrects) {
    const { validFrom, validTo, source, confidence, year, note } = row
    const { office, id: replaces } = row
    return { key, office, value: null, validFrom, validTo, source, confidence, year, note, replaces }
  }
  return {
    key,
    office: office ?? row?.office ?? null,
    value: null,
    validFrom: null,
    validTo: null,
    source: '',
    confidence: 'confirmed',
    year: null,
    note: null,
    replaces: null,
  }
}
