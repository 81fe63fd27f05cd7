// The ordinary way: a telegraf wizard scene; session and ticket saved row by row in the same kind of PostgreSQL.
import { once } from 'node:events'
import { createServer } from 'node:http'
import process from 'node:process'
import pg from 'pg'
import { Scenes, session, Telegraf, type Context, type MiddlewareFn } from 'telegraf'

interface Kept extends Scenes.WizardSession {
  office?: string
  story?: string
}
type Wizard = Context & {
  session: Kept
  scene: Scenes.SceneContextScene<never>
  wizard: Scenes.WizardContextWizard<never>
}

const [token, apiRoot, url] = process.argv.slice(2) as [string, string, string]
const pool = new pg.Pool({ connectionString: url, max: 12 })
await pool.query('CREATE TABLE IF NOT EXISTS bench_session (key text PRIMARY KEY, value jsonb)')
await pool.query(
  'CREATE TABLE IF NOT EXISTS bench_ticket (id bigserial PRIMARY KEY, chat text, body jsonb, at timestamptz DEFAULT now())',
)

const store = {
  get: async (key: string) =>
    (await pool.query({ name: 'get', text: 'SELECT value FROM bench_session WHERE key = $1', values: [key] }))
      .rows[0]?.value,
  set: async (key: string, value: unknown) => {
    await pool.query({
      name: 'set',
      text: 'INSERT INTO bench_session VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      values: [key, JSON.stringify(value)],
    })
  },
  delete: async (key: string) => {
    await pool.query({ name: 'del', text: 'DELETE FROM bench_session WHERE key = $1', values: [key] })
  },
}

const text = (context: Wizard) => (context.message as { text?: string } | undefined)?.text ?? ''
const step =
  (question: string, keep: (session: Kept, value: string) => void): MiddlewareFn<never> =>
  async (context: Wizard) => {
    keep(context.session, text(context))
    await context.reply(question)
    context.wizard.next()
  }

const complaint = new Scenes.WizardScene(
  'complaint',
  step('Ceritakan', () => {}),
  step('Kantor mana? 1 Kupang', (kept, value) => (kept.story = value)),
  step('Kirim sekarang? 1 Kirim', (kept, value) => (kept.office = value)),
  async (context: Wizard) => {
    const { office, story } = context.session
    const { rows } = await pool.query({
      name: 'ticket',
      text: 'INSERT INTO bench_ticket (chat, body) VALUES ($1, $2) RETURNING id',
      values: [String(context.chat?.id), JSON.stringify({ office, story })],
    })
    await context.reply(`Nomor laporan ${rows[0].id}`)
    await context.scene.leave()
  },
)
const bot = new Telegraf<never>(token, { telegram: { apiRoot, webhookReply: false } })
bot.use(session({ store }))
bot.use(new Scenes.Stage([complaint as never]).middleware())
bot.hears('lapor', ((context: Wizard) => context.scene.enter('complaint')) as never)
const handle = bot.webhookCallback('/webhooks/telegram')
const server = createServer((request, response) => void handle(request, response))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as { port: number }
await bot.telegram.setWebhook(`http://127.0.0.1:${port}/webhooks/telegram`, { max_connections: 100 })
process.send!({ kind: 'ready' })
