/** Every limit of the desk by name. Reaching one is an ordinary, logged ending. */

/** Chats handled in one statement. */
export const BATCH = 256
/** Batches of one stage under way at once: one on its way to the database while the other is planned. */
export const LANES = 2
/** Questions to a registry under way at once: an official one may take its time. */
export const REGISTRY_LANES = 8
/** How long a message waits for its file before the conversation goes on without it (ms). */
export const FILE_WAIT = 60_000
/** Longest text of a message that is kept (characters); the conversation says so when it cuts. */
export const KEPT_TEXT = 65_536
/** How many pauses a burst may last: who writes on and on is answered in between. */
export const BURST_PAUSES = 4
/** Tries of a turn that fails for reasons of its own before the person is told and an officer called. */
export const TURN_TRIES = 3
/** An outbound message that could not be sent for so long is given up (ms): three days, as GOV.UK Notify does. */
export const GIVE_UP = 3 * 24 * 3_600_000
/** Outbound messages on their way to one platform at once. */
export const IN_FLIGHT = 128
/** Conversation steps in one turn caused by answers of the desk (a runaway guard beside the flows' own). */
export const ANSWERS_PER_TURN = 10
/** A registry that sends no news is asked for what is watched at this pace (ms), so much at a time, whatever has piled up. */
export const POLL_EVERY = 5_000
/** Applications asked for in one look. */
export const POLL_APPLICATIONS = 10
/** Offices asked for in one look. */
export const POLL_OFFICES = 1
/** The same application, and the same office, is asked for at most so often (ms). */
export const APPLICATION_EVERY = 30 * 60_000
/** See `APPLICATION_EVERY`. */
export const OFFICE_EVERY = 15 * 60_000
