import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { createOfficerStore } from '../adapters/prisma/officers.ts'
import { officeRows } from '../adapters/prisma/sql/reference.ts'
import { seedReferenceData } from '../adapters/prisma/seed/index.ts'
import { createCredentialCrypto } from '../adapters/secrets.ts'
import { createSignInLimiter } from '../adapters/sign-in-limiter.ts'
import { silentLog } from '../adapters/log.ts'
import { createOfficers } from '../desk/officers.ts'
import { ROLES, type Role } from '../model/officer.ts'
import { withDatabase, type ToolContext } from './with-database.ts'

const USAGE = `officer -- add --email E --name N --role ${ROLES.join('|')} [--office KPG] --password-stdin
officer -- token --email E        prints a bearer token for the API, valid for a year`

const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  office: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const

type Given = Record<'email' | 'name' | 'role' | 'office', string | undefined>

await withDatabase(async (context) => {
  const { command, given, stdin } = parseArguments(process.argv.slice(2))
  const store = createOfficerStore(context.prisma, context.encryption)
  const deps = {
    store,
    secrets: createCredentialCrypto(),
    limiter: createSignInLimiter(),
    log: silentLog,
    now: Date.now,
  }
  const officers = createOfficers(deps)
  if (command === 'token') {
    const { secret } = await officers.issueBearerToken(needed(given, 'email'))
    process.stdout.write(`${secret}\n`)
  } else {
    if (!stdin) throw new Error(`the password is read from standard input: add --password-stdin\n${USAGE}`)
    const [email, name, role] = [needed(given, 'email'), needed(given, 'name'), roleOf(needed(given, 'role'))]
    const office = given.office ? await officeOf(context, given.office) : null
    // one line, so that `echo secret |` works: the line end is not part of the password
    const password = (await text(process.stdin)).replace(/\r?\n$/, '')
    await officers.add({ email, name, role, office, password })
    process.stdout.write(`added ${role} ${email}\n`)
  }
})

function parseArguments(args: string[]) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const [command] = positionals
  if (positionals.length !== 1 || (command !== 'add' && command !== 'token')) throw new Error(USAGE)
  const { email, name, role, office } = values
  return { command, given: { email, name, role, office }, stdin: values['password-stdin'] === true }
}

function needed(given: Given, option: keyof Given): string {
  const value = given[option]?.trim()
  if (!value) throw new Error(`--${option} is needed\n${USAGE}`)
  return value
}

function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text)
  if (!role) throw new Error(`--role must be one of ${ROLES.join(', ')}`)
  return role
}

/** The tool may be the first to use a database, so offices are seeded before the code is looked up. */
async function officeOf({ pool }: ToolContext, code: string): Promise<string> {
  await seedReferenceData(pool)
  const offices = await officeRows(pool, {})
  if (!offices.some((office) => office.code === code)) throw new Error(`--office: there is no office ${code}`)
  return code
}
