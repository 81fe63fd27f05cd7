import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

/**
 * Does this request come from our own page? Browsers say so themselves (Sec-Fetch-Site, else Origin).
 * A client that says neither is no browser with somebody's cookie, or an old one: there the strict cookie and the
 * content type (refused across sites without CORS) protect.
 */
export function isSameOrigin({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site) return site === 'same-origin'
  if (headers.origin === undefined) return true
  if (!URL.canParse(headers.origin)) return false
  const { host } = new URL(headers.origin)
  return host === headers.host || host === headers['x-forwarded-host']
}

const nearby = new BlockList()
nearby.addSubnet('127.0.0.0', 8)
nearby.addSubnet('10.0.0.0', 8)
nearby.addSubnet('172.16.0.0', 12)
nearby.addSubnet('192.168.0.0', 16)
nearby.addAddress('::1', 'ipv6')
nearby.addSubnet('fc00::', 7, 'ipv6')

/**
 * Whom to count for rate limits: the sender's address, or what a proxy beside us wrote last into X-Forwarded-For.
 * From anywhere else that header is the sender's own invention and ignored. IPv6 counts by /64, one household.
 */
export function clientIp({ headers, socket }: IncomingMessage): string {
  const direct = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  if (!nearby.check(direct, isIPv6(direct) ? 'ipv6' : 'ipv4')) return household(direct)
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',')
  return household(told.split(',').at(-1)?.trim() || direct)
}

function household(ip: string): string {
  return isIPv6(ip) ? ip.split(':').slice(0, 4).join(':') : ip
}
