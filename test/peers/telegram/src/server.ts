/**
 * A local stand-in for Telegram's Bot API server, for testing a bot over real HTTP, by long polling or webhook.
 * It is strict where Telegram is strict, keeps what each chat shows, and lets the test play the users.
 * Behaviour follows the source of tdlib/telegram-bot-api (10.0) where noted. It talks to nothing but the bot.
 */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'

export type Json = Record<string, any>
const now = () => Math.floor(Date.now() / 1000)
const sleep = (ms: number) => new Promise(r => setTimeout(r, ms))

/** What the Bot API answers when it refuses. */
export class ApiError extends Error {
	readonly code: number
	readonly parameters?: Json
	constructor(code: number, description: string, parameters?: Json) { super(description); this.code = code; this.parameters = parameters }
}
const bad = (what: string) => new ApiError(400, 'Bad Request: ' + what)

/** A message as a chat shows it now: edited in place, gone when deleted. */
export interface Shown { message_id: number; method: string; from: Json; chat: Json; text?: string; caption?: string; reply_markup?: Json; message_thread_id?: number; [k: string]: any }

/** A fault the test asks for: the next `times` calls of `method` (default: any) fail, stall or are cut. */
export interface Fault { method?: string; times?: number; code?: number; description?: string; retry_after?: number; delayMs?: number; cut?: boolean; chat_id?: number; html?: string }

export class Chat {
	readonly messages: Shown[] = [] // everything said here, in order, still shown
	readonly actions: string[] = [] // typing, upload_document, ...
	readonly topics = new Map<number, Json>()
	blocked = false // the user stopped the bot
	private waiters: { test: (m: Shown) => boolean; done: (m: Shown) => void }[] = []
	readonly server: TgFakeServer
	readonly info: Json
	constructor(server: TgFakeServer, info: Json) { this.server = server; this.info = info }
	get id(): number { return this.info.id }
	get botMessages() { return this.messages.filter(m => m.from.is_bot) }
	push(m: Shown) { this.messages.push(m); this.changed(m) }
	changed(m: Shown) { for (const w of this.waiters.filter(w => w.test(m))) w.done(m) }
	/** The first message of the bot (from index `since`), sent or edited, that passes the test. */
	waitFor(test: string | RegExp | ((m: Shown) => boolean) = () => true, { timeout = 5000, since = 0 } = {}): Promise<Shown> {
		const match = typeof test === 'function' ? test : (m: Shown) => { const t = m.text ?? m.caption ?? ''; return typeof test === 'string' ? t === test : test.test(t) }
		const ok = (m: Shown) => m.from.is_bot && match(m)
		const have = this.messages.slice(since).find(ok)
		if (have) return Promise.resolve(have)
		return new Promise((resolve, reject) => {
			const w = { test: ok, done: (m: Shown) => { clearTimeout(t); this.waiters = this.waiters.filter(x => x !== w); resolve(m) } }
			const t = setTimeout(() => {
				this.waiters = this.waiters.filter(x => x !== w)
				reject(new Error(`chat ${this.id}: no such message in ${timeout} ms; it shows ${JSON.stringify(this.messages.map(m => m.text ?? m.caption ?? m.method))}`))
			}, timeout)
			this.waiters.push(w)
		})
	}
}

/** A person, as the test plays them. */
export class User {
	readonly chat: Chat
	readonly server: TgFakeServer
	readonly info: Json
	constructor(server: TgFakeServer, info: Json) {
		this.server = server
		this.info = info
		this.chat = server.addChat({ id: info.id, type: 'private', first_name: info.first_name, ...(info.last_name ? { last_name: info.last_name } : {}) })
	}
	/** Sends any content, as the Bot API would describe it in a message. */
	say(chat: Chat, content: Json, thread?: number) {
		const m: Shown = {
			message_id: this.server.nextMessage(chat), from: this.info, chat: chat.info, date: now(), method: 'user',
			...(thread ? { message_thread_id: thread, is_topic_message: true } : {}), ...content
		}
		chat.push(m)
		const { method, ...message } = m
		this.server.enqueue({ message }, chat.id)
		return m
	}
	sendText(text: string, chat = this.chat, thread?: number) {
		const cmd = /^\/\w+(@\w+)?/.exec(text)
		return this.say(chat, { text, ...(cmd ? { entities: [{ type: 'bot_command', offset: 0, length: cmd[0].length }] } : {}) }, thread)
	}
	sendPhoto(data: Buffer, caption?: string, chat = this.chat) {
		const f = this.server.putFile(data, 'photos/file.jpg')
		return this.say(chat, { photo: [{ ...f, width: 90, height: 60 }, { ...f, width: 900, height: 600 }], caption })
	}
	sendVoice(data: Buffer, chat = this.chat) { return this.say(chat, { voice: { ...this.server.putFile(data, 'voice/file.oga'), duration: 3, mime_type: 'audio/ogg' } }) }
	sendDocument(data: Buffer, file_name: string, mime_type = 'application/pdf', chat = this.chat) {
		return this.say(chat, { document: { ...this.server.putFile(data, 'documents/' + file_name), file_name, mime_type } })
	}
	sendAudio(data: Buffer, title = 'Recording') { return this.say(this.chat, { audio: { ...this.server.putFile(data, 'music/file.mp3'), duration: 3, title, mime_type: 'audio/mpeg' } }) }
	sendVideo(data: Buffer, caption?: string) { return this.say(this.chat, { video: { ...this.server.putFile(data, 'videos/file.mp4'), width: 640, height: 360, duration: 3, mime_type: 'video/mp4' }, caption }) }
	sendVideoNote(data: Buffer) { return this.say(this.chat, { video_note: { ...this.server.putFile(data, 'video_notes/file.mp4'), length: 240, duration: 3 } }) }
	/** A moving picture; Telegram also fills `document` for old clients. */
	sendAnimation(data: Buffer) {
		const f = { ...this.server.putFile(data, 'animations/file.mp4'), file_name: 'a.mp4', mime_type: 'video/mp4' }
		return this.say(this.chat, { animation: { ...f, width: 90, height: 60, duration: 1 }, document: f })
	}
	sendSticker(emoji = '😀') { return this.say(this.chat, { sticker: { ...this.server.putFile(Buffer.from('RIFF'), 'stickers/file.webp'), type: 'regular', width: 512, height: 512, is_animated: false, is_video: false, emoji } }) }
	sendPoll(question: string, options: string[]) { return this.say(this.chat, { poll: { id: String(this.server.nextId()), question, options: options.map(text => ({ text, voter_count: 0 })), total_voter_count: 0, is_closed: false, is_anonymous: true, type: 'regular', allows_multiple_answers: false } }) }
	sendDice(value = 3) { return this.say(this.chat, { dice: { emoji: '🎲', value } }) }
	/** A file said to have `file_size` bytes, without that many being here: beyond 20 MiB getFile refuses it. */
	sendHuge(file_size: number, file_name = 'video.mp4') { return this.say(this.chat, { document: { ...this.server.putFile(Buffer.alloc(0), 'documents/' + file_name, file_size), file_name, mime_type: 'video/mp4' } }) }
	shareContact(phone_number: string) { return this.say(this.chat, { contact: { phone_number, first_name: this.info.first_name, user_id: this.info.id } }) }
	sendLocation(latitude: number, longitude: number) { return this.say(this.chat, { location: { latitude, longitude } }) }
	sendVenue(latitude: number, longitude: number, title: string) { const location = { latitude, longitude }; return this.say(this.chat, { location, venue: { location, title, address: 'Jalan Mawar 1' } }) }
	/** A shared live location moves: Telegram tells it as an edit of the message. */
	moveLocation(m: Shown, latitude: number, longitude: number) {
		m.location = { latitude, longitude, live_period: 900 }; m.edit_date = now()
		const { method, ...message } = m
		this.server.enqueue({ edited_message: message }, m.chat.id)
	}
	/** Reacts to a message; no emoji takes the reaction away. */
	react(m: Shown, emoji?: string) {
		const was = m.reaction ? [{ type: 'emoji', emoji: m.reaction }] : []
		m.reaction = emoji
		this.server.enqueue({ message_reaction: { chat: this.chat.info, message_id: m.message_id, user: this.info, date: now(), old_reaction: was, new_reaction: emoji ? [{ type: 'emoji', emoji }] : [] } }, this.info.id + 7 * 2 ** 33)
	}
	/** The last message once more, as after a delivery whose answer was lost. */
	repeat() {
		const { method, reaction, ...message } = this.chat.messages.filter(m => !m.from.is_bot).at(-1)!
		this.server.enqueue({ message }, this.chat.id)
	}
	/** Taps an inline button by its text or callback data; resolves with the bot's answer to the tap. */
	async tap(m: Shown, button: string, timeout = 5000): Promise<Json> {
		const b = (m.reply_markup?.inline_keyboard ?? []).flat().find((b: Json) => b.text === button || b.callback_data === button)
		if (!b?.callback_data) throw new Error(`no button ${button} on ${JSON.stringify(m.reply_markup)}`)
		const chat = this.server.chat(m.chat.id)
		const id = String(this.server.nextId())
		const { method, ...message } = m
		const answer = new Promise<Json>((resolve, reject) => {
			const t = setTimeout(() => reject(new Error(`tap on ${button} was not answered in ${timeout} ms`)), timeout)
			this.server.callbacks.set(id, a => { clearTimeout(t); resolve(a) })
		})
		this.server.enqueue({ callback_query: { id, from: this.info, message, chat_instance: String(chat.id), data: b.callback_data } }, this.info.id + 3 * 2 ** 33)
		return answer
	}
	/** Presses a reply-keyboard button: its text is sent as the user's message. */
	press(text: string) {
		const kb = [...this.chat.botMessages].reverse().find(m => m.reply_markup?.keyboard)?.reply_markup?.keyboard?.flat()
		if (!kb?.some((b: any) => (b.text ?? b) === text)) throw new Error(`no reply button ${text}`)
		return this.sendText(text)
	}
	edit(m: Shown, text: string) {
		m.text = text; m.edit_date = now()
		const { method, ...message } = m
		this.server.enqueue({ edited_message: message }, m.chat.id)
	}
	block(on = true) {
		this.chat.blocked = on
		const state = (status: string) => ({ status, user: this.server.me })
		this.server.enqueue({ my_chat_member: { chat: this.chat.info, from: this.info, date: now(), old_chat_member: state(on ? 'member' : 'kicked'), new_chat_member: state(on ? 'kicked' : 'member') } }, this.info.id + 5 * 2 ** 33)
	}
}

interface Update { update_id: number; body: Json; queue: number; busy: boolean; fails: number; at: number }

export class TgFakeServer {
	readonly me: Json
	readonly chats = new Map<number, Chat>()
	readonly calls: { method: string; args: Json; at: number; error?: string }[] = []
	readonly callbacks = new Map<string, (a: Json) => void>()
	readonly files = new Map<string, { file_path: string; data: Buffer; size: number }>()
	readonly faults: Fault[] = []
	/** Failed webhook deliveries, as getWebhookInfo would tell. */
	readonly webhookErrors: string[] = []
	webhook?: { url: string; secret_token?: string; max_connections: number; allowed_updates?: string[] }
	/** Refuse more than this many messages a second to one chat with 429, as Telegram does (0: no limit). */
	limitPerChatPerSecond = 0
	private updates: Update[] = []
	private updateId = 100000
	private ids = 1000
	private poll?: { finish: (e?: ApiError) => void }
	private sending = 0
	private rate = new Map<number, number[]>()
	private readonly http: Server
	private stopped = false

	readonly token: string
	private constructor(token: string, username: string) {
		this.token = token
		this.me = { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Bot', username, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false }
		this.http = createServer((req, res) => void this.handle(req, res).catch(e => { res.writeHead(500).end(String(e)) }))
		this.http.keepAliveTimeout = 60_000
	}
	static async start({ port = 0, token = '123456:test-token', username = 'test_bot' } = {}) {
		const s = new TgFakeServer(token, username)
		await new Promise<void>(r => s.http.listen(port, '127.0.0.1', r))
		return s
	}
	async stop() {
		this.stopped = true
		this.poll?.finish()
		this.http.closeAllConnections()
		await new Promise(r => this.http.close(r))
	}
	/** Give this to telegraf as telegram.apiRoot. */
	get apiRoot() { return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}` }
	nextId() { return ++this.ids }
	nextMessage(chat: Chat) { return (chat.info.last = (chat.info.last ?? 0) + 1) as number }

	// ---- the test's side ------------------------------------------------------------------------
	addUser(first_name: string, extra: Json = {}) { return new User(this, { id: this.nextId(), is_bot: false, first_name, language_code: 'en', ...extra }) }
	addChat(info: Json) {
		const c = new Chat(this, Object.defineProperty(info, 'last', { value: 0, writable: true, enumerable: false }))
		this.chats.set(info.id, c)
		return c
	}
	addGroup(title: string, extra: Json = {}) { return this.addChat({ id: -1000000000000 - this.nextId(), type: 'supergroup', title, ...extra }) }
	chat(id: number | string) {
		const c = this.chats.get(Number(id))
		if (!c) throw bad('chat not found')
		return c
	}
	fault(f: Fault) { this.faults.push({ times: 1, ...f }) }
	putFile(data: Buffer, file_path: string, size = data.length) {
		const file_id = 'F' + this.nextId() + '_' + file_path.replace(/\W/g, '')
		this.files.set(file_id, { file_path: file_path.replace('file.', `file_${this.ids}.`), data, size })
		return { file_id, file_unique_id: 'U' + file_id, file_size: size }
	}
	get pending() { return this.updates.length }

	// ---- updates --------------------------------------------------------------------------------
	/** Queue ids are Telegram's: updates of one kind in one chat wait for each other, all others do not. */
	enqueue(body: Json, queue: number) {
		const kind = Object.keys(body)[0]!
		const allowed = this.allowed
		if (allowed?.length && !allowed.includes(kind)) return
		this.updates.push({ update_id: ++this.updateId, body, queue, busy: false, fails: 0, at: 0 })
		this.poll?.finish()
		this.deliver()
	}
	private allowed?: string[]
	private deliver() {
		const hook = this.webhook
		if (!hook || this.stopped) return
		const seen = new Set<number>()
		const t = Date.now()
		let next = Infinity
		for (const u of this.updates) {
			if (this.sending >= hook.max_connections) return
			if (seen.has(u.queue)) continue // an earlier update of this queue is not done
			seen.add(u.queue)
			if (u.busy) continue
			if (u.at > t) { next = Math.min(next, u.at); continue }
			u.busy = true
			this.sending++
			void this.post(hook, u).then(err => {
				this.sending--
				u.busy = false
				if (!err) this.updates = this.updates.filter(x => x !== u)
				else { // after the bot's own Retry-After, else at once, then after 2, 4, ... up to 60 s (WebhookActor::on_update_error)
					this.webhookErrors.push(err.text)
					u.at = Date.now() + (err.retryAfter ? Math.min(3600, err.retryAfter) * 1000 : u.fails ? Math.min(60_000, 1000 * 2 ** u.fails) : 0)
					u.fails++
				}
				this.deliver()
			})
		}
		if (next < Infinity) setTimeout(() => this.deliver(), next - t).unref()
	}
	private post(hook: NonNullable<TgFakeServer['webhook']>, u: Update): Promise<{ text: string; retryAfter?: number } | undefined> {
		const body = JSON.stringify({ update_id: u.update_id, ...u.body })
		return new Promise(resolve => {
			const req = (hook.url.startsWith('https') ? httpsRequest : request)(hook.url, {
				method: 'POST', agent: undefined,
				headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...(hook.secret_token ? { 'x-telegram-bot-api-secret-token': hook.secret_token } : {}) }
			}, res => {
				let text = ''
				res.on('data', d => (text += d)).on('end', () => {
					if (res.statusCode! < 200 || res.statusCode! > 299) return resolve({ text: `Wrong response from the webhook: ${res.statusCode} ${res.statusMessage}`, retryAfter: Number(res.headers['retry-after']) || undefined })
					resolve(undefined)
					if (text.trim().startsWith('{')) { // a method call in the answer: its result is thrown away
						const { method, ...args } = JSON.parse(text)
						if (method) void this.call(method, args).catch(() => {})
					}
				})
			})
			req.setTimeout(60_000, () => req.destroy(new Error('Read timeout expired')))
			req.on('error', e => resolve({ text: e.message }))
			req.end(body)
		})
	}
	private async getUpdates(a: Json): Promise<Json[]> {
		if (this.webhook) throw new ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
		this.poll?.finish(new ApiError(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'))
		if (a.allowed_updates) this.allowed = a.allowed_updates
		const offset = Number(a.offset ?? 0), limit = Math.min(100, Math.max(1, Number(a.limit ?? 100)))
		if (offset < 0) this.updates = this.updates.slice(offset)
		else this.updates = this.updates.filter(u => u.update_id >= offset) // what lies before is confirmed
		const ready = () => this.updates.slice(0, limit).map(u => ({ update_id: u.update_id, ...u.body }))
		if (ready().length || !Number(a.timeout)) return ready()
		await new Promise<void>((resolve, reject) => {
			const mine = { finish: (e?: ApiError) => { clearTimeout(t); if (this.poll === mine) this.poll = undefined; e ? reject(e) : resolve() } }
			const t = setTimeout(() => mine.finish(), Math.min(50, Number(a.timeout)) * 1000)
			this.poll = mine
		})
		return ready()
	}

	// ---- HTTP -----------------------------------------------------------------------------------
	private async handle(req: IncomingMessage, res: ServerResponse) {
		const url = new URL(req.url!, 'http://x')
		const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname)
		if (file) {
			const f = [...this.files.values()].find(f => f.file_path === decodeURIComponent(file[2]!))
			if (file[1] !== this.token || !f) return void res.writeHead(404).end('{"ok":false,"error_code":404,"description":"Not Found"}')
			return void res.end(f.data)
		}
		const m = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname)
		const chunks: Buffer[] = []
		for await (const c of req) chunks.push(c as Buffer)
		const answer = (code: number, body: Json) => res.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body))
		if (!m || m[1] !== this.token) return void answer(m ? 401 : 404, { ok: false, error_code: m ? 401 : 404, description: m ? 'Unauthorized' : 'Not Found' })
		const args = { ...Object.fromEntries(url.searchParams), ...parseBody(req.headers['content-type'] ?? '', Buffer.concat(chunks)) }
		const method = m[2]!
		let gone = false
		res.on('close', () => { if (!res.writableEnded) { gone = true; if (method.toLowerCase() === 'getupdates') this.poll?.finish() } })
		try {
			const f = this.faults.find(f => (!f.method || f.method.toLowerCase() === method.toLowerCase()) && (f.chat_id === undefined || String(f.chat_id) === String(args.chat_id)))
			if (f) {
				if (--f.times! <= 0) this.faults.splice(this.faults.indexOf(f), 1)
				if (f.delayMs) await sleep(f.delayMs)
				if (f.cut) return void req.socket.destroy()
				if (f.html) return void res.writeHead(f.code ?? 502, { 'content-type': 'text/html' }).end(f.html)
				if (f.code) throw new ApiError(f.code, f.description ?? (f.code === 429 ? `Too Many Requests: retry after ${f.retry_after ?? 1}` : 'Internal Server Error'), f.retry_after ? { retry_after: f.retry_after } : undefined)
			}
			const result = await this.call(method, args)
			if (!gone) answer(200, { ok: true, result })
		} catch (e) {
			if (!(e instanceof ApiError)) throw e
			const call = this.calls.at(-1)
			if (call && call.method === method) call.error = e.message
			answer(e.code, { ok: false, error_code: e.code, description: e.message, ...(e.parameters ? { parameters: e.parameters } : {}) })
		}
	}

	async call(method: string, a: Json): Promise<any> {
		const name = method.toLowerCase()
		if (name === 'getupdates') return this.getUpdates(a)
		this.calls.push({ method, args: a, at: Date.now() })
		const h = METHODS[name]
		if (h) return h(this, a)
		const media = /^send(photo|video|audio|document|voice|animation|sticker|videonote)$/.exec(name)
		if (media) return sendMedia(this, a, media[1]!)
		if (/^(set|delete)my|^pin|^unpin|^set(message|chat)/.test(name)) return true
		throw new ApiError(404, 'Not Found: method not found (the fake does not know it)')
	}

	/** Shows a message of the bot in its chat, refusing what Telegram refuses. */
	show(method: string, a: Json, content: Json): Json {
		const chat = this.chat(a.chat_id)
		if (chat.blocked) throw new ApiError(403, 'Forbidden: bot was blocked by the user')
		const thread = Number(a.message_thread_id) || undefined
		if (thread && !chat.topics.has(thread)) throw bad('message thread not found')
		if (thread && chat.topics.get(thread)!.closed) throw bad('TOPIC_CLOSED')
		checkMarkup(a.reply_markup)
		const reply = a.reply_parameters?.message_id ?? a.reply_to_message_id
		const target = reply && chat.messages.find(m => m.message_id === Number(reply))
		if (reply && !target && !a.reply_parameters?.allow_sending_without_reply && !a.allow_sending_without_reply) throw bad('message to be replied not found')
		if (this.limitPerChatPerSecond) {
			const t = Date.now(), recent = (this.rate.get(chat.id) ?? []).filter(x => x > t - 1000)
			if (recent.length >= this.limitPerChatPerSecond) throw new ApiError(429, 'Too Many Requests: retry after 1', { retry_after: 1 })
			recent.push(t); this.rate.set(chat.id, recent)
		}
		const m: Shown = {
			message_id: this.nextMessage(chat), method, from: this.me, chat: chat.info, date: now(),
			...(thread ? { message_thread_id: thread, is_topic_message: true } : {}),
			...(target ? { reply_to_message: { ...target, reply_to_message: undefined, method: undefined } } : {}),
			...content, ...(a.reply_markup ? { reply_markup: a.reply_markup } : {})
		}
		chat.push(m)
		return wire(m)
	}
	find(a: Json): [Chat, Shown] {
		const chat = this.chat(a.chat_id), m = chat.messages.find(m => m.message_id === Number(a.message_id))
		if (!m) throw bad('message to edit not found')
		if (!m.from.is_bot) throw bad("message can't be edited")
		return [chat, m]
	}
}

/** A message as the Bot API returns it: reply keyboards are not echoed, only inline ones. */
const wire = ({ method, ...m }: Shown): Json => ({ ...m, reply_markup: m.reply_markup?.inline_keyboard ? m.reply_markup : undefined })

function textOf(a: Json, field: 'text' | 'caption', max: number): Json {
	const raw = a[field]
	if (raw === undefined || raw === '') { if (field === 'text') throw bad('message text is empty'); return {} }
	const [text, entities] = format(String(raw), a.parse_mode)
	if (field === 'text' && !text.trim()) throw bad('message text is empty')
	if (text.length > max) throw bad(field === 'text' ? 'message is too long' : 'message caption is too long')
	const e = entities.length ? entities : a.entities ?? a.caption_entities
	return { [field]: text, ...(e?.length ? { [field === 'text' ? 'entities' : 'caption_entities']: e } : {}) }
}
const TAGS: Record<string, string> = { b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline', ins: 'underline', s: 'strikethrough', code: 'code', pre: 'pre', a: 'text_link', blockquote: 'blockquote', 'tg-spoiler': 'spoiler' }
/** HTML parse mode, strictly; MarkdownV2 only for its escaping rule. */
function format(raw: string, mode?: string): [string, Json[]] {
	if (!mode) return [raw, []]
	if (mode.toLowerCase() === 'markdownv2') {
		const c = /(?<!\\)[.!\-+={}|#>]/.exec(raw.replace(/`[^`]*`/g, '').replace(/\]\([^)]*\)/g, ''))
		if (c) throw bad(`can't parse entities: character '${c[0]}' is reserved and must be escaped with the preceding '\\'`)
		return [raw.replace(/\\(.)/g, '$1').replace(/[*_~|`]/g, ''), []]
	}
	if (mode.toLowerCase() !== 'html') return [raw, []]
	let text = ''
	const open: { tag: string; at: number; url?: string }[] = [], entities: Json[] = []
	for (const p of raw.split(/(<[^>]*>|&\w+;|&#\d+;)/)) {
		const t = /^<(\/?)([\w-]+)([^>]*)>$/.exec(p)
		if (t) {
			const tag = t[2]!.toLowerCase()
			if (!TAGS[tag] && tag !== 'span') throw bad(`can't parse entities: Unsupported start tag "${tag}" at byte offset ${text.length}`)
			if (!t[1]) open.push({ tag, at: text.length, url: /href="([^"]*)"/.exec(t[3]!)?.[1] })
			else {
				const o = open.pop()
				if (o?.tag !== tag) throw bad(`can't parse entities: Unmatched end tag at byte offset ${text.length}, expected "</${o?.tag ?? ''}>", found "</${tag}>"`)
				if (text.length > o.at) entities.push({ type: TAGS[tag] ?? 'spoiler', offset: o.at, length: text.length - o.at, ...(o.url ? { url: o.url } : {}) })
			}
		} else if (p.startsWith('&') && p.endsWith(';')) text += ({ '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' } as any)[p] ?? p
		else { if (p.includes('<')) throw bad(`can't parse entities: Unclosed start tag at byte offset ${text.length}`); text += p }
	}
	if (open.length) throw bad(`can't parse entities: Can't find end tag corresponding to start tag "${open.at(-1)!.tag}"`)
	return [text, entities]
}
function checkMarkup(m?: Json) {
	for (const b of (m?.inline_keyboard ?? []).flat()) {
		if (!b.text) throw bad('inline keyboard button text is empty')
		if (b.callback_data !== undefined && Buffer.byteLength(b.callback_data) > 64) throw bad('BUTTON_DATA_INVALID')
	}
}
function sendMedia(s: TgFakeServer, a: Json, kind: string): Json {
	const field = kind === 'videonote' ? 'video_note' : kind
	const v = a[field]
	let f: Json
	if (v?.data instanceof Buffer) f = { ...s.putFile(v.data, `${field}s/${v.filename}`), file_name: v.filename, mime_type: v.type }
	else if (typeof v === 'string' && s.files.has(v)) f = { file_id: v, file_unique_id: 'U' + v, file_size: s.files.get(v)!.data.length }
	else if (typeof v === 'string' && /^https?:/.test(v)) f = s.putFile(Buffer.from(v), `${field}s/remote`)
	else throw bad(`there is no ${field} in the request`)
	return s.show('send' + kind, a, { [field]: field === 'photo' ? [{ ...f, width: 900, height: 600 }] : f, ...textOf(a, 'caption', 1024) })
}
const METHODS: Record<string, (s: TgFakeServer, a: Json) => any> = {
	getme: s => s.me,
	setwebhook: (s, a) => {
		if (!a.url) { s.webhook = undefined; return true }
		if (a.secret_token && !/^[\w-]{1,256}$/.test(a.secret_token)) throw bad('secret token contains unallowed characters')
		s.webhook = { url: a.url, secret_token: a.secret_token || undefined, max_connections: Number(a.max_connections ?? 40) }
		if (a.allowed_updates) (s as any).allowed = a.allowed_updates
		if (a.drop_pending_updates === true || a.drop_pending_updates === 'true') (s as any).updates = [];
		(s as any).poll?.finish(new ApiError(409, 'Conflict: terminated by setWebhook request'))
		setImmediate(() => (s as any).deliver())
		return true
	},
	deletewebhook: (s, a) => { s.webhook = undefined; if (a.drop_pending_updates === true) (s as any).updates = []; return true },
	getwebhookinfo: s => ({ url: s.webhook?.url ?? '', has_custom_certificate: false, pending_update_count: s.pending, max_connections: s.webhook?.max_connections, ...(s.webhookErrors.length ? { last_error_message: s.webhookErrors.at(-1) } : {}) }),
	sendmessage: (s, a) => s.show('sendMessage', a, textOf(a, 'text', 4096)),
	sendlocation: (s, a) => s.show('sendLocation', a, { location: { latitude: Number(a.latitude), longitude: Number(a.longitude) } }),
	sendcontact: (s, a) => s.show('sendContact', a, { contact: { phone_number: a.phone_number, first_name: a.first_name } }),
	sendmediagroup: (s, a) => a.media.map((m: Json) => {
		const v = typeof m.media === 'string' && m.media.startsWith('attach://') ? a[m.media.slice(9)] : m.media
		return sendMedia(s, { ...a, [m.type]: v, caption: m.caption, parse_mode: m.parse_mode }, m.type)
	}),
	copymessage: (s, a) => {
		const m = s.chat(a.from_chat_id).messages.find(m => m.message_id === Number(a.message_id))
		if (!m) throw bad('message to copy not found')
		const { message_id, from, chat, date, method, reply_markup, message_thread_id, is_topic_message, ...content } = m
		return { message_id: s.show('copyMessage', a, content).message_id }
	},
	sendchataction: (s, a) => { const c = s.chat(a.chat_id); if (c.blocked) throw new ApiError(403, 'Forbidden: bot was blocked by the user'); c.actions.push(a.action); return true },
	editmessagetext: (s, a) => {
		const [chat, m] = s.find(a), next = textOf(a, 'text', 4096)
		checkMarkup(a.reply_markup)
		if (m.text === next.text && JSON.stringify(m.reply_markup) === JSON.stringify(a.reply_markup)) throw bad('message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message')
		Object.assign(m, next, { reply_markup: a.reply_markup, edit_date: now() })
		chat.changed(m)
		return wire(m)
	},
	editmessagecaption: (s, a) => { const [chat, m] = s.find(a); Object.assign(m, textOf(a, 'caption', 1024), { reply_markup: a.reply_markup, edit_date: now() }); chat.changed(m); return wire(m) },
	editmessagereplymarkup: (s, a) => {
		const [chat, m] = s.find(a)
		if (JSON.stringify(m.reply_markup) === JSON.stringify(a.reply_markup)) throw bad('message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message')
		m.reply_markup = a.reply_markup; chat.changed(m)
		return wire(m)
	},
	deletemessage: (s, a) => {
		const chat = s.chat(a.chat_id), i = chat.messages.findIndex(m => m.message_id === Number(a.message_id))
		if (i < 0) throw bad('message to delete not found')
		chat.messages.splice(i, 1)
		return true
	},
	answercallbackquery: (s, a) => {
		const done = s.callbacks.get(String(a.callback_query_id))
		if (!done) throw bad('query is too old and response timeout expired or query ID is invalid')
		s.callbacks.delete(String(a.callback_query_id))
		done({ text: a.text, show_alert: a.show_alert === true || a.show_alert === 'true', url: a.url })
		return true
	},
	getfile: (s, a) => {
		const f = s.files.get(a.file_id)
		if (!f) throw bad('wrong file_id or the file is temporarily unavailable')
		if (f.size > 20 * 2 ** 20) throw bad('file is too big')
		return { file_id: a.file_id, file_unique_id: 'U' + a.file_id, file_size: f.size, file_path: f.file_path }
	},
	getchat: (s, a) => s.chat(a.chat_id).info,
	getmycommands: () => [],
	createforumtopic: (s, a) => {
		const c = s.chat(a.chat_id)
		if (!c.info.is_forum) throw bad('the chat is not a forum')
		const t = { message_thread_id: s.nextMessage(c), name: a.name, icon_color: 7322096 }
		c.topics.set(t.message_thread_id, t)
		return t
	},
	editforumtopic: (s, a) => { topic(s, a).name = a.name; return true },
	closeforumtopic: (s, a) => { topic(s, a).closed = true; return true },
	reopenforumtopic: (s, a) => { topic(s, a).closed = false; return true }
}
const topic = (s: TgFakeServer, a: Json) => { const t = s.chat(a.chat_id).topics.get(Number(a.message_thread_id)); if (!t) throw bad('message thread not found'); return t }

/** JSON, form or multipart; nested values may come as JSON text, files as { filename, type, data }. */
function parseBody(type: string, body: Buffer): Json {
	if (!body.length) return {}
	if (type.includes('json')) return JSON.parse(body.toString())
	const out: Json = {}
	const put = (k: string, v: string) => { out[k] = /^[[{]/.test(v) ? tryJson(v) : v === 'true' ? true : v === 'false' ? false : v }
	if (type.includes('urlencoded')) { for (const [k, v] of new URLSearchParams(body.toString())) put(k, v); return out }
	const boundary = /boundary="?([^";]+)/.exec(type)?.[1]
	if (!boundary) return out
	const mark = Buffer.from('--' + boundary)
	for (let at = body.indexOf(mark); at >= 0;) {
		const start = at + mark.length + 2, next = body.indexOf(mark, start)
		if (next < 0) break
		const split = body.indexOf('\r\n\r\n', start)
		const head = body.subarray(start, split).toString(), data = body.subarray(split + 4, next - 2)
		const name = /name="([^"]*)"/.exec(head)?.[1] ?? '', filename = /filename="([^"]*)"/.exec(head)?.[1]
		if (filename !== undefined) out[name] = { filename, type: /content-type: *(\S+)/i.exec(head)?.[1], data: Buffer.from(data) }
		else put(name, data.toString())
		at = next
	}
	for (const [k, v] of Object.entries(out)) if (typeof v === 'string' && v.startsWith('attach://')) out[k] = out[v.slice(9)]
	return out
}
const tryJson = (v: string) => { try { return JSON.parse(v) } catch { return v } }
