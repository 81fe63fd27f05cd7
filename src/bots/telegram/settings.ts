/** How long the channel waits for what, in ms. Tests shorten it. */
export interface Timeouts {
  /** How long Telegram may hold an empty getUpdates open; it allows 50 s. */
  readonly poll: number
  /** An answer to getUpdates that takes longer than this is given up: telegraf itself would wait 500 s. */
  readonly pollAnswer: number
  /** Any other call. A message whose answer is lost is sent again: a rare double is kinder than silence. */
  readonly call: number
  /** After a first failure in a row; it doubles with each further one … */
  readonly firstPause: number
  /** … up to this. */
  readonly longestPause: number
  /** After Telegram said that somebody else polls for the same bot: to come back fast would only cut the other off. */
  readonly conflictPause: number
}

export const TIMEOUTS: Timeouts = {
  poll: 50_000,
  pollAnswer: 60_000,
  call: 30_000,
  firstPause: 250,
  longestPause: 30_000,
  conflictPause: 30_000,
}

export interface TelegramSettings {
  readonly token: string
  /** A self-hosted Bot API server or a stand-in; Telegram's own when absent. */
  readonly apiRoot?: string
  /** Telegram posts to `url` (`/webhooks/telegram` is added to a bare host); without it the channel polls. */
  readonly webhook?: { readonly url: string; readonly secret: string }
  /** Declares Telegram's limits for what we send; false only in benches. */
  readonly pace: boolean
  readonly timeouts?: Partial<Timeouts>
}

/** Where the webhook is served. */
export const WEBHOOK_PATH = '/webhooks/telegram'

/** What we want to be told. Groups cannot be left out here; `receive` ignores them. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'message_reaction'] as const

/** Largest file a person may send: half of what getFile would give a bot. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** Longest text of one message. */
export const MAX_TEXT_LENGTH = 4096
