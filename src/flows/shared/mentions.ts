import { normalise } from '../../model/understanding/normalise.ts'

/** Does one of these phrases (normalised) stand anywhere in the text? */
export function mentionsAny(text: string, phrases: ReadonlySet<string>): boolean {
  const words = ` ${normalise(text)} `
  return [...phrases].some((phrase) => words.includes(` ${phrase} `))
}
