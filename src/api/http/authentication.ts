import type { Request, Response } from 'express'
import type { Officers } from '../../desk/officers.ts'
import type { Account } from '../../desk/ports/officers.ts'
import { HttpProblem } from './problem.ts'

/** The browser's session: not readable by scripts, never sent by another site. */
const COOKIE = 'tanyapaspor'

export function setSessionCookie(response: Response, secret: string, lifeMs: number, secure: boolean): void {
  response.cookie(COOKIE, secret, { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: lifeMs })
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.clearCookie(COOKIE, { httpOnly: true, sameSite: 'strict', secure, path: '/' })
}

/** The secret of the request's session cookie, or null. */
export function readSessionCookie(request: Request): string | null {
  return new RegExp(`(?:^|; ?)${COOKIE}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1] ?? null
}

/** Whose request this is, by bearer token, else by session. A token that is not right is refused, cookie or not. */
export async function authenticate(
  request: Request,
  officers: Officers,
  publicUrl: string | null,
): Promise<Account> {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const token = /^Bearer +([\w-]+)$/i.exec(authorization)?.[1]
    return (token ? await officers.authenticate(token, 'bearer') : null) ?? signInNeeded()
  }
  const secret = readSessionCookie(request)
  const account = secret ? await officers.authenticate(secret, 'session') : null
  if (!account) return signInNeeded()
  assertSameSite(request, publicUrl)
  return account
}

function signInNeeded(): never {
  throw new HttpProblem(401, 'sign-in-needed', 'Sign in, or send a bearer token that is still valid.')
}

/**
 * Refuses what another site makes a browser send (CSRF), beside the cookie's SameSite. Browsers name where a request comes from:
 * in Sec-Fetch-Site, or in Origin. A request with neither comes from a program, which no other site can steer.
 */
export function assertSameSite(request: Request, publicUrl: string | null): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const { origin, host } = request.headers
  const known = [host, publicUrl ? new URL(publicUrl).host : undefined]
  const ours = site ? site === 'same-origin' || site === 'none' : !origin || known.includes(hostOf(origin))
  if (!ours) throw new HttpProblem(403, 'cross-site', 'This request comes from another site.')
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin
}
