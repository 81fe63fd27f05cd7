import type { Officer, Role } from '../../model/officer.ts'

/** Accounts of officers, and what proves who they are. Moments are ms since epoch. */

export interface Account extends Officer {
  readonly email: string
  readonly active: boolean
  readonly passwordHash: string | null
}

/** An account to be written. */
interface NewAccount {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly office: string | null
  readonly passwordHash: string
}

/** `session`: a browser's; `bearer`: a program's. */
export type TokenKind = 'bearer' | 'session'

/** All reject when the database cannot be reached. */
export interface OfficerStore {
  /** Null when nobody has it; also those who left are found. */
  findByEmail(email: string): Promise<Account | null>
  findById(id: string): Promise<Account | null>
  /** Officers who may work, by name. */
  list(): Promise<readonly Officer[]>
  /** False when the e-mail is taken. */
  add(account: NewAccount): Promise<boolean>
  /** Is there any account? */
  hasAny(): Promise<boolean>
  /** Keeps a token by its digest (`expiresAt` in ms since epoch); forgets the officer's expired ones. */
  saveToken(
    officerId: string,
    token: { digest: string; kind: TokenKind; expiresAt: number },
    now: number,
  ): Promise<void>
  /** Whose token it is, unless it has expired or the officer left. */
  findByToken(digest: string, kind: TokenKind, now: number): Promise<Account | null>
  /** Also resolves when there is no such token. */
  deleteToken(digest: string): Promise<void>
}

/** Passwords and tokens. Rejects only when the machine has no memory left for the work. */
export interface CredentialCrypto {
  /** A new random secret: 32 bytes, base64url. */
  generateSecret(): string
  /** What is kept of a token: its SHA-256, hex. */
  digest(secret: string): string
  hashPassword(password: string): Promise<string>
  /** Takes the same time when there is no hash to compare with; then false. */
  verifyPassword(hash: string | null, password: string): Promise<boolean>
}

/** Refuses guessing. Counts in memory: never rejects. */
export interface SignInLimiter {
  /** Counts a try; returns how long to wait (ms), 0 when it may go on. */
  consume(keys: { readonly address: string; readonly email: string }): Promise<number>
  /** It was the right password: the tries of this person from this address are forgotten. */
  reset(keys: { readonly address: string; readonly email: string }): Promise<void>
}
