import type { Seal } from '../../../desk/ports/channel.ts'

/** Keyed hash of an application number: its id everywhere, so that the number itself is never asked of the database. */
export function applicationId(seal: Seal, number: string): string {
  return seal.hash('application', number)
}

/** Keyed hash of number and birth date together: equal birth dates of two people look different. */
export function birthHash(seal: Seal, number: string, birth: string): string {
  return seal.hash('application birth', `${number}\0${birth}`)
}
