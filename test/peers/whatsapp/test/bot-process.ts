import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Account, WaFakeServer } from '../src/server.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Runs the echo bot as its own process against the fake server, and collects what it reports. */
export class BotProcess {
	readonly events: any[] = []
	private child!: ChildProcess
	readonly authDir = mkdtempSync(join(tmpdir(), 'wa-fake-auth-'))
	onQr: (qr: string) => void = () => {}
	exited = Promise.resolve()
	private readonly wa: WaFakeServer
	private readonly env: Record<string, string>
	constructor(wa: WaFakeServer, env: Record<string, string> = {}) {
		this.wa = wa
		this.env = env
	}

	/** Starts it and, if asked, links it to the account by scanning its QR. */
	async start(link?: Account) {
		if (link) this.onQr = qr => { if (!link.companions.size) void link.scanQr(qr) }
		this.child = spawn(process.execPath, ['--import', './trust-root.mjs', 'test/echo-bot.mjs'], {
			cwd: root, stdio: ['pipe', 'pipe', 'inherit'],
			env: { ...process.env, WA_URL: this.wa.url, WA_FAKE_ROOT: this.wa.rootKeyHex, NODE_EXTRA_CA_CERTS: this.wa.caPath, AUTH_DIR: this.authDir, ...this.env }
		})
		this.exited = new Promise(r => this.child.once('exit', () => r()))
		createInterface({ input: this.child.stdout! }).on('line', l => {
			const e = JSON.parse(l)
			this.events.push(e)
			if (process.env.DEBUG) console.error('bot', l.slice(0, 300))
			if (e.qr) this.onQr(e.qr)
		})
		if (link) await this.wa.online(link)
		return this
	}
	command(c: object) { this.child.stdin!.write(JSON.stringify(c) + '\n') }
	async event(test: (e: any) => boolean, timeout = 8000, since = 0): Promise<any> {
		const end = Date.now() + timeout
		for (;;) {
			const e = this.events.slice(since).find(test)
			if (e) return e
			if (Date.now() > end) throw new Error('no such event; saw ' + JSON.stringify(this.events.slice(-8)))
			await new Promise(r => setTimeout(r, 20))
		}
	}
	async stop(signal: NodeJS.Signals = 'SIGTERM') { if (this.child?.exitCode === null) this.child.kill(signal); await this.exited }
}
