import type { Encryption } from '../../../desk/ports/encryption.ts'

/** Keyed hash of an application number: its id everywhere, so that the number itself is never asked of the database. */
export function applicationId(encryption: Encryption, number: string): string {
  return encryption.hash('application', number)
}

/** Keyed hash of number and birth date together: equal birth dates of two people look different. */
export function birthHash(encryption: Encryption, number: string, birth: string): string {
  return encryption.hash('application birth', `${number}\0${birth}`)
}
