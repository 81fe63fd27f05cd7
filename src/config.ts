import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** The only reader of the environment: one checked, frozen object. */

const ROLES = ['bots', 'worker', 'api'] as const

/** A wrong variable, in one line that names it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a ${protocols.join(' or ')} address`,
    )
const http = url('http:', 'https:')

const roles = z
  .string()
  .transform((text) => text.split(',').map((role) => role.trim()))
  .pipe(z.array(z.enum(ROLES)).min(1))

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  ROLES: roles.default([...ROLES]),
  SECRET_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
  /** Earlier keys, comma-separated: they open what they encrypted. */
  SECRET_KEYS_OLD: z.string().optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{5,}$/, 'must look like 123456:ABC…')
    .optional(),
  TELEGRAM_API_ROOT: http.optional(),
  TELEGRAM_WEBHOOK_URL: http.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{8,256}$/, 'must be 8–256 of A–Z a–z 0–9 _ -')
    .optional(),
  WHATSAPP: z.enum(['off', 'baileys', 'cloud']).default('off'),
  WHATSAPP_PHONE: z
    .string()
    .regex(/^\d{8,15}$/, 'must be digits only, with country code, such as 62811…')
    .optional(),
  WHATSAPP_WEB_SOCKET_URL: url('ws:', 'wss:').optional(),
  FILES_URL: http.optional(),
  /** An official API for applications and places (see adapters/registry/http); without it our own tables answer. */
  REGISTRY_URL: http.optional(),
  REGISTRY_TOKEN: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  OFFICE: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be an office code such as KPG')
    .default('KPG'),
  TZ_NOW: z.iso.datetime({ offset: true }).optional(),
  /** ms; without it each channel has its own (model/messages/channel). */
  BURST_PAUSE: z.coerce.number().int().min(0).max(10_000).optional(),
  PACE: z.enum(['on', 'off']).default('on'),
  /** The address people use, behind a proxy with TLS: https makes cookies Secure. */
  PUBLIC_URL: http.optional(),
})

/** The checked environment; `secrets[0]` encrypts, all of them decrypt. */
export interface Config extends Readonly<z.infer<typeof schema>> {
  readonly secrets: [string, ...string[]]
}

/** Checks `env`. Throws ConfigError naming the variable. An empty variable counts as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = schema.safeParse(set)
  if (!parsed.success) throw wrongVariable(parsed.error)
  const config = parsed.data
  checkTogether(config)
  const old = config.SECRET_KEYS_OLD?.split(',').map((key) => key.trim()) ?? []
  const secrets: Config['secrets'] = [config.SECRET_KEY ?? generatedSecret(config.DATA_DIR), ...old]
  return Object.freeze({ ...config, secrets })
}

function wrongVariable({ issues }: z.ZodError): ConfigError {
  const [issue] = issues
  return new ConfigError(`${String(issue?.path[0] ?? 'environment')}: ${issue?.message ?? 'is wrong'}`)
}

/** What single variables cannot tell. Throws ConfigError. */
function checkTogether(config: z.infer<typeof schema>): void {
  if (config.WHATSAPP === 'cloud')
    throw new ConfigError('WHATSAPP: cloud is not built yet; use baileys or off')
  if (config.DATABASE_URL && config.TZ_NOW)
    throw new ConfigError('TZ_NOW: is for tests and demos only and refused with DATABASE_URL')
  if (config.DATABASE_URL && !config.SECRET_KEY)
    throw new ConfigError('SECRET_KEY: is required with DATABASE_URL')
  if (config.REGISTRY_TOKEN && !config.REGISTRY_URL)
    throw new ConfigError('REGISTRY_URL: is needed together with REGISTRY_TOKEN')
  if (Boolean(config.TELEGRAM_WEBHOOK_URL) !== Boolean(config.TELEGRAM_WEBHOOK_SECRET))
    throw new ConfigError('TELEGRAM_WEBHOOK_SECRET: is needed together with TELEGRAM_WEBHOOK_URL')
}

/** The embedded deployment keeps its key beside its data, readable by its user only. */
function generatedSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret.key')
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
