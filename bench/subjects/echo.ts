// The bare floor: telegraf by webhook, one reply a message, nothing kept.
import { once } from 'node:events'
import { createServer } from 'node:http'
import process from 'node:process'
import { Telegraf } from 'telegraf'

const [token, apiRoot] = process.argv.slice(2) as [string, string]
const bot = new Telegraf(token, { telegram: { apiRoot, webhookReply: false } })
bot.on('text', (context) => context.reply(context.message.text))
const handle = bot.webhookCallback('/webhooks/telegram')
const server = createServer((request, response) => void handle(request, response))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as { port: number }
await bot.telegram.setWebhook(`http://127.0.0.1:${port}/webhooks/telegram`, { max_connections: 100 })
process.send!({ kind: 'ready' })
