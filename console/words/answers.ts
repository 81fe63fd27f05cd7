import locale from '../../locales/id.json' with { type: 'json' }

const ANSWERS: Readonly<Record<string, { readonly title: string }>> = locale.answer
const TOPICS: Readonly<Record<string, string>> = locale.topic

/** Title of a ready answer; its id when there is none. */
export const answerTitle = (id: string): string => ANSWERS[id]?.title ?? id

export const answerIds: readonly string[] = Object.keys(ANSWERS)
export const topicName = (topic: string): string => TOPICS[topic] ?? topic
export const topics: readonly string[] = Object.keys(TOPICS)
