/** A table of words as it is written, `{ name: 'form form …' }`, the other way round: form → name. */
export function namesByForm(groups: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(groups).flatMap(([name, forms]) => forms.split(' ').map((form) => [form, name] as const)),
  )
}
