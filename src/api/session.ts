import type { z } from 'zod'
import type { Account } from '../desk/ports/officers.ts'
import { clearSession, sessionOf, setSession } from './auth.ts'
import type { SignIn } from './requests.ts'
import type { Asked } from './route.ts'
import type * as schema from './schemas.ts'

export async function signIn(asked: Asked<unknown, z.output<typeof SignIn>, null>) {
  const { email, password } = asked.body
  const { account, token } = await asked.desk.officers.signIn(email, password, asked.request.ip ?? '')
  setSession(asked.response, token.secret, token.lifeMs, asked.secureCookies)
  return meJson(account)
}

export async function me({ officer }: Asked) {
  return meJson(officer)
}

export async function signOut({ desk, request, response, secureCookies }: Asked) {
  const secret = sessionOf(request)
  if (secret) await desk.officers.signOut(secret)
  clearSession(response, secureCookies)
}

function meJson({ id, email, name, role, office }: Account): z.output<typeof schema.Me> {
  return { id, email, name, role, office }
}
