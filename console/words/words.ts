import { i18n } from './language.ts'
import type { Indonesian } from './locales.ts'

/** The words of the console, in the language spoken now. A key that the Indonesian file has not does not compile. */

type Texts = Omit<Indonesian['console'], 'names'>
type Names = Indonesian['console']['names']

/** Paths to the texts of a tree; the forms of a plural (`rows_one`, `rows_other`) are one path. */
type Path<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Singular<Key> : `${Key}.${Path<Tree[Key]>}`
}[keyof Tree & string]
type Singular<Key extends string> = Key extends `${infer Word}_${Intl.LDMLPluralRule}` ? Word : Key

export type Word = Path<Texts>
/** Kinds of values that the API has. */
type Group = keyof Names
type Value<In extends Group> = keyof Names[In] & string
type Given = Readonly<Record<string, string | number | readonly string[]>>

export function word(key: Word, given: Given = {}): string {
  return i18n.t(`console.${key}`, given)
}

/** The officers' word for one of the API's values. */
export function name<In extends Group>(group: In, value: Value<In>, given: Given = {}): string {
  return i18n.t(`console.names.${group}.${value}`, given)
}

/** The same for a value the API has as open text: that text itself where there is no word for it. */
export function nameOr(group: Group, value: string, given: Given = {}): string {
  return i18n.t(`console.names.${group}.${value}`, { ...given, defaultValue: value })
}

/** Values with their words, to choose from. */
export function namesOf<In extends Group>(group: In, values: readonly Value<In>[]): [Value<In>, string][] {
  return values.map((value) => [value, name(group, value)])
}
