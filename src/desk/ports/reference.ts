import type { ChannelStatus } from './channel.ts'

/** Lists that officers read, and whether this program can work. Moments are ms since epoch. */

/** A channel's state as an admin sees it. */
export interface ChannelView extends ChannelStatus {
  readonly lastIn: number | null
  readonly lastOut: number | null
  readonly refused: number
  readonly at: number
}

/** The lists reject when the database cannot be reached. */
export interface ReferenceStore {
  /** By code. */
  offices(): Promise<
    readonly { readonly code: string; name: string; city: string; province: string; zone: string }[]
  >
  categories(): Promise<
    readonly {
      readonly code: string
      group: string
      servqual: string | null
      sla: string
      confidential: boolean
    }[]
  >
  channels(): Promise<readonly ChannelView[]>
  /** Can the database be reached? Never rejects. */
  isReady(): Promise<boolean>
}
