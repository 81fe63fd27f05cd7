import type { z } from 'zod'
import type { Account } from '../../desk/ports/officers.ts'
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../http/authentication.ts'
import type { SignInRequest } from '../requests/index.ts'
import type { RequestContext } from '../http/route.ts'
import type * as schema from '../responses/index.ts'

/** `POST /session`: checks the password and sets the session cookie. */
export async function signIn(context: RequestContext<unknown, z.output<typeof SignInRequest>, null>) {
  const { email, password } = context.body
  const { account, token } = await context.desk.officers.signIn(email, password, context.request.ip ?? '')
  setSessionCookie(context.response, token.secret, token.lifeMs, context.secureCookies)
  return meJson(account)
}

/** `GET /session`: who is signed in. */
export async function readSession({ officer }: RequestContext) {
  return meJson(officer)
}

/** `DELETE /session`: ends the session, also when it had ended. */
export async function signOut({ desk, request, response, secureCookies }: RequestContext) {
  const secret = readSessionCookie(request)
  if (secret) await desk.officers.signOut(secret)
  clearSessionCookie(response, secureCookies)
}

function meJson({ id, email, name, role, office }: Account): z.output<typeof schema.CurrentOfficer> {
  return { id, email, name, role, office }
}
