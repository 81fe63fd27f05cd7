import { spawnSync } from 'node:child_process'
import process from 'node:process'

/** An officer at the API of a running system, signed in with the account it printed at its first start. */
export interface SignedInOfficer {
  get(path: string): Promise<{ status: number; body: any }>
  /** The bytes of a file, with the type it is said to be. */
  file(path: string): Promise<{ type: string | null; bytes: Buffer }>
  post(path: string, body: unknown): Promise<{ status: number; body: any }>
  put(path: string, body: unknown): Promise<{ status: number; body: any }>
}

export async function signInFirst(address: string, printed: string): Promise<SignedInOfficer> {
  const [, email, password] = /shown only now: (\S+)\s+(\S+)/.exec(printed)!
  return signIn(address, email!, password!)
}

/** Makes a second account with the office's own tool. */
export function addOfficer(
  env: Readonly<Record<string, string>>,
  email: string,
  password: string,
  role = 'supervisor',
): void {
  const args = ['add', '--email', email, '--name', 'Duta Kedua', '--role', role, '--password-stdin']
  const run = spawnSync(process.execPath, ['build/tools/officer.js', ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: '/tmp', ...env },
    input: `${password}\n`,
  })
  if (run.status !== 0) throw new Error(String(run.stderr))
}

export async function signIn(address: string, email: string, password: string): Promise<SignedInOfficer> {
  const origin = { origin: address, 'content-type': 'application/json' }
  const session = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: origin,
    body: JSON.stringify({ email, password }),
  })
  const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { ...origin, cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: response.status === 204 ? null : await response.json() }
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    async file(path) {
      const response = await fetch(`${address}/api/v1${path}`, { headers: { ...origin, cookie } })
      return {
        type: response.headers.get('content-type'),
        bytes: Buffer.from(await response.arrayBuffer()),
      }
    },
    put: (path, body) => call('PUT', path, body),
  }
}
