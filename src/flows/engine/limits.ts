/** Every limit of the conversation by name. Reaching one is an ordinary ending, said kindly. */

/** One message's part of a story (characters); what is beyond is cut, and said so. */
export const PART_LENGTH = 4_000
/** A whole story (characters). */
export const STORY_LENGTH = 16_000
/** Files of one story. */
export const STORY_FILES = 10
/** Answers not understood in a row: the second gets a simpler question, the third a person. */
export const SIMPLER_AT = 2
export const PERSON_AT = 3
/** Steps of one turn: a conversation that runs in circles ends with a person. */
export const STEPS_PER_TURN = 20
/** Messages from one chat within `FLOOD_WINDOW` ms; further ones are kept, but not answered one by one. */
export const FLOOD_MESSAGES = 30
export const FLOOD_WINDOW = 60_000
/** A tap on the question just answered within this time (ms) is the same finger: it has no effect. */
export const DOUBLE_TAP = 10_000
/** Silence (ms) after which a flow under way is offered again before it goes on, and a new conversation begins. */
export const RESUME_AFTER = 2 * 3_600_000
/** What follows so soon (ms) upon the last "added to your report" is not answered by another. */
export const ACKNOWLEDGE_EVERY = 8_000
/** Within this time (ms) few words say that more has been added. */
export const ADDED_MORE = 10 * 60_000
/** How far back (ms) a conversation may reach into a new ticket's transcript. */
export const TRANSCRIPT = 24 * 3_600_000
/** Working days within which a person answers a ticket first (LAPOR, the national complaint service: the agency's first response within 3). */
export const FIRST_ANSWER_DAYS = 3
/** Characters of a story or reply read back in one message. */
export const READ_BACK = 90
/** Characters of an officer's answer repeated with its ticket; the whole of it stands in the chat. */
export const REPLY_LENGTH = 140
