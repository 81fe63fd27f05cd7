/** A name as shown to whoever asks: `Siti Aminah` → `Si** Am****`. Enough to recognise one's own, not to learn another's. */
export function maskName(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((word) => {
      const letters = [...word]
      const shown = letters.length > 2 ? 2 : 1
      return letters.slice(0, shown).join('') + '*'.repeat(letters.length - Math.min(shown, letters.length))
    })
    .join(' ')
}
