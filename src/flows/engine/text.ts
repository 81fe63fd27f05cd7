/** Words by their key. The Indonesian file is the measure: a key that it does not have does not compile. */

type Words = typeof import('../../../locales/id.json', { with: { type: 'json' } })

/** `papers_one` and `papers_other` are one text, said by its count. */
type Base<Key extends string> =
  Key extends `${infer Name}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Name : Key
type Leaves<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}${Base<Key>}`
    : Leaves<Tree[Key], `${Path}${Key}.`>
}[keyof Tree & string]

/** Words that people may say, under `hears` in each language. */
export type HearsKey = Leaves<Words['hears']>

/** Words whose key holds the id of a row of data (a paper, an answer, a category): that each row has them, a test says. */
type RowKey =
  | `paper.${string}.${'name' | 'if' | 'without'}`
  | `answer.${string}.${'title' | 'text'}`
  | `category.${string}`
  | `aid.${string}.${string}`
  | `guide.${'step' | 'unsure' | 'picture'}.${string}`
  | `case.${string}.${string}`
  | `status.${string}.${'name' | 'do'}`
  | `topic.${string}`
  | `flow.${string}`
  | `menu.${string}`
  | `office.${'lane' | 'unit'}.${string}`
  | `lane.told.${string}`
  | `special.bring.${string}`
  | `pay.channel.${string}`
  | `requirements.${'band' | 'told'}.${string}`

export type TextKey = Leaves<Omit<Words, 'hears' | 'console' | 'web'>> | RowKey

/** A value put into a text. Dates are rendered in the person's language by the texts adapter. */
export type Var =
  | string
  | number
  | { readonly date: string }
  | { readonly text: Text }
  | { readonly list: readonly Text[] }
export type Vars = Readonly<Record<string, Var>>

/** Words by their key, or a proper name that no language changes. */
export type Text = { readonly key: TextKey; readonly vars?: Vars } | { readonly raw: string }

/** Words by key; the everyday constructor of flow files. */
export function t(key: TextKey, vars?: Vars): Text {
  return vars ? { key, vars } : { key }
}
