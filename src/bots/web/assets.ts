import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import type { DoorRoute } from '../../desk/ports.ts'
import { answer } from './respond.ts'

const FILES = {
  'app.js': 'text/javascript; charset=utf-8',
  'kept.js': 'text/javascript; charset=utf-8',
  'line.js': 'text/javascript; charset=utf-8',
  'outbox.js': 'text/javascript; charset=utf-8',
  'view.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
}

const read = (name: string) => readFileSync(new URL(`page/${name}`, import.meta.url))

/**
 * The page and its files. The files live under a path named after their content and are kept by the browser for good;
 * only the small page itself is asked for again, and answered 304 while nothing has changed.
 */
export function pageRoutes(): DoorRoute[] {
  const files = Object.entries(FILES).map(([name, type]) => ({ name, type, bytes: read(name) }))
  const version = digest(files.map((file) => file.bytes))
  const html = Buffer.from(read('index.html').toString().replaceAll('{{version}}', version))
  const etag = `"${digest([html])}"`
  return [
    {
      method: 'GET',
      path: '/chat',
      handle(request, response) {
        const headers = { etag, 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' }
        if (knows(request, etag)) answer(response, 304, headers)
        else answer(response, 200, headers, html)
      },
    },
    ...files.map((file): DoorRoute => ({
      method: 'GET',
      path: `/chat/${version}/${file.name}`,
      handle(_request, response) {
        const keep = 'public, max-age=31536000, immutable'
        answer(response, 200, { 'cache-control': keep, 'content-type': file.type }, file.bytes)
      },
    })),
  ]
}

function digest(parts: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('base64url').slice(0, 12)
}

function knows(request: IncomingMessage, etag: string): boolean {
  return request.headers['if-none-match']?.includes(etag) ?? false
}
