/** An immigration office, as the conversation needs it. `code` is our own slug (no official public code exists). */
export interface Office {
  readonly code: string
  readonly name: string
  readonly city: string
  readonly province: string
  /** IANA zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT). */
  readonly zone: string
  /** Other ways people write it. */
  readonly aliases: readonly string[]
}
