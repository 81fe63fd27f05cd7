import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { ChannelRoute } from '../../desk/ports/channel.ts'
import { filledIn } from './html.ts'
import { pageLanguages } from './languages.ts'
import { respond, type ResponseHeaders } from './respond.ts'

const JS = 'text/javascript; charset=utf-8'
const CSS = 'text/css; charset=utf-8'
const SCRIPTS = ['app.js', 'kept.js', 'language.js', 'line.js', 'outbox.js', 'view.js']

// from here and from `build` alike
const FOLDER = new URL('../../../src/bots/web/page/', import.meta.url)
const readAsset = (name: string) => readFileSync(new URL(name, FOLDER))

/**
 * The page and its files, with the words of every language there is. The files live under a path named after their
 * content and are kept by the browser for good; only the small page itself is asked for again, and answered 304 while
 * nothing has changed.
 */
export function pageRoutes(languages = pageLanguages()): ChannelRoute[] {
  const words = Buffer.from(`export const LANGUAGES = ${JSON.stringify(languages)}\n`)
  const files = [
    ...SCRIPTS.map((name) => ({ name, type: JS, bytes: packed(readAsset(name)) })),
    { name: 'words.js', type: JS, bytes: packed(words) },
    { name: 'style.css', type: CSS, bytes: packed(readAsset('style.css')) },
  ]
  const version = digest(files.map((file) => file.bytes.plain))
  const page = filledIn(readAsset('index.html').toString(), languages).replaceAll('{{version}}', version)
  const html = packed(Buffer.from(page))
  const etag = `"${digest([html.plain])}"`
  return [
    {
      method: 'GET',
      path: '/chat',
      handle(request, response) {
        const headers = { etag, 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' }
        if (knows(request, etag)) respond(response, 304, headers)
        else send(request, response, headers, html)
      },
    },
    ...files.map(({ name, type, bytes }): ChannelRoute => ({
      method: 'GET',
      path: `/chat/${version}/${name}`,
      handle(request, response) {
        const keep = 'public, max-age=31536000, immutable'
        send(request, response, { 'cache-control': keep, 'content-type': type }, bytes)
      },
    })),
  ]
}

/** Packed once at the start: on a slow line a third of the bytes is a third of the wait. */
const packed = (plain: Buffer) => ({ plain, gzip: gzipSync(plain, { level: 9 }) })

function send(
  request: IncomingMessage,
  response: ServerResponse,
  headers: ResponseHeaders,
  bytes: ReturnType<typeof packed>,
): void {
  const vary = { ...headers, vary: 'accept-encoding' }
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) respond(response, 200, vary, bytes.plain)
  else respond(response, 200, { ...vary, 'content-encoding': 'gzip' }, bytes.gzip)
}

function digest(parts: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('base64url').slice(0, 12)
}

function knows(request: IncomingMessage, etag: string): boolean {
  return request.headers['if-none-match']?.includes(etag) ?? false
}
