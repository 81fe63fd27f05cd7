import type { Server } from 'node:net'

/** The port a server listens on. Throws while it does not listen, or when it listens on a socket's path. */
export function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}
