/** What a WhatsApp channel must be told; read from the environment by `config.ts` alone. */
export interface WhatsAppSettings {
  /** Names the account's rows and its lock: one session for one number. */
  readonly session: string
  /** The office's number, digits with country code: then a pairing code is asked for, otherwise a QR is shown. */
  readonly phone?: string
  /** WhatsApp's own when absent. */
  readonly url?: string
  /** Protocol version to announce; the library's when absent. */
  readonly version?: [number, number, number]
  /** Sends 1–2 s apart with typing shown meanwhile. Off in tests and benches only. */
  readonly pace: boolean
  /** Shows the operator how to link (the terminal). */
  readonly announce: (text: string) => void
}
