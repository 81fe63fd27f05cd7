import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bells } from './desk/ports.ts'
import type { Runtime } from './runtime.ts'

export interface OfficersDoor {
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void
  /** The first supervisor's e-mail and password, made on an empty table; shown once. */
  readonly first: { readonly email: string; readonly password: string } | null
}

/** The officers' API and console on this runtime. */
export async function openOfficersDoor(runtime: Runtime, bells: Bells): Promise<OfficersDoor> {
  void runtime
  void bells
  return { handler: (_, response) => void response.writeHead(404).end(), first: null }
}
