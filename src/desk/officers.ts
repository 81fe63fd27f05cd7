import type { Officer, Role } from '../model/officer.ts'
import { OperationRefused } from './errors.ts'
import type { Log } from './ports/log.ts'
import type { Account, OfficerStore, CredentialCrypto, SignInLimiter, TokenKind } from './ports/officers.ts'

interface OfficersDeps {
  readonly store: OfficerStore
  readonly secrets: CredentialCrypto
  readonly limiter: SignInLimiter
  readonly log: Log
  readonly now: () => number
}

/** An account to be made; `office` null: works for all. */
interface NewOfficer {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly office: string | null
  readonly password: string
}

/** A secret to be handed out once. */
interface Token {
  readonly secret: string
  /** How long it lives from now (ms). */
  readonly lifeMs: number
}

/** Accounts and sign-in. */
export interface Officers {
  /** Rejects with OperationRefused: `wrong-password` (also for unknown e-mails, as slowly) or `too-many-tries`. */
  signIn(email: string, password: string, address: string): Promise<{ account: Account; token: Token }>
  signOut(secret: string): Promise<void>
  /** Whose token this is; null when it is nobody's, has expired, or its officer has left. */
  authenticate(secret: string, kind: TokenKind): Promise<Account | null>
  list(): Promise<readonly Officer[]>
  /** Rejects with an Error in one plain line when the account cannot be made. */
  add(officer: NewOfficer): Promise<void>
  /** A bearer token for the API. Rejects when there is no such officer. */
  issueBearerToken(email: string): Promise<Token>
  /** On an empty table: makes a supervisor with a random password and returns both, once. Null ever after. */
  ensureFirstSupervisor(): Promise<{ readonly email: string; readonly password: string } | null>
}

const HOUR = 3_600_000
/** How long tokens live (ms): a browser's for a working day, not prolonged by use; a program's for a year. */
const LIFE: Readonly<Record<TokenKind, number>> = { session: 12 * HOUR, bearer: 365 * 24 * HOUR }

/** Shortest password (characters), as NIST SP 800-63B asks. */
const PASSWORD_MIN = 8

const FIRST = { email: 'pengawas@kantor.local', name: 'Pengawas', role: 'supervisor', office: null } as const

/** Accounts, passwords and tokens of those who work at the desk. */
export function createOfficers({ store, secrets, limiter, log, now }: OfficersDeps): Officers {
  async function issue(account: Account, kind: TokenKind): Promise<Token> {
    const secret = secrets.generateSecret()
    const expiresAt = now() + LIFE[kind]
    await store.saveToken(account.id, { digest: secrets.digest(secret), kind, expiresAt }, now())
    return { secret, lifeMs: LIFE[kind] }
  }

  async function signIn(typed: string, password: string, address: string) {
    const email = normal(typed)
    const waitMs = await limiter.consume({ address, email })
    if (waitMs > 0) throw new OperationRefused('too-many-tries', { waitMs })
    const account = await store.findByEmail(email)
    const right = await secrets.verifyPassword(account?.active ? account.passwordHash : null, password)
    if (!account || !right) throw new OperationRefused('wrong-password')
    await limiter.reset({ address, email })
    log.info('signed in', { officer: account.id })
    return { account, token: await issue(account, 'session') }
  }

  async function create({ password, ...officer }: NewOfficer): Promise<boolean> {
    return store.add({ ...officer, passwordHash: await secrets.hashPassword(password) })
  }

  return {
    signIn,
    signOut: (secret) => store.deleteToken(secrets.digest(secret)),
    authenticate: (secret, kind) => store.findByToken(secrets.digest(secret), kind, now()),
    list: store.list,
    async add(officer) {
      const email = normal(officer.email)
      if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Error('the e-mail does not look like one')
      if ([...officer.password].length < PASSWORD_MIN)
        throw new Error(`the password needs at least ${PASSWORD_MIN} characters`)
      if (!(await create({ ...officer, email })))
        throw new Error('there is already an officer with this e-mail')
    },
    async issueBearerToken(email) {
      const account = await store.findByEmail(normal(email))
      if (!account?.active) throw new Error('there is no officer with this e-mail')
      return issue(account, 'bearer')
    },
    async ensureFirstSupervisor() {
      if (await store.hasAny()) return null
      const password = secrets.generateSecret().slice(0, 20)
      return (await create({ ...FIRST, password })) ? { email: FIRST.email, password } : null
    },
  }
}

function normal(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}
