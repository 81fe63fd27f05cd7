import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** A server that stands in for somebody else's; an answer that fails breaks its connection, and the test sees it. */
export function createStandIn(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Server {
  return createServer((request, response) => {
    answer(request, response).catch((error: Error) => response.destroy(error))
  })
}
