/** Text in small letters without accents, apostrophes and keycaps: what the same word has in common however it is typed. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’`]/g, '')
}
