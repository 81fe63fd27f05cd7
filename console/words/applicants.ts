import { i18n } from './language.ts'
import { LOCALES } from './locales.ts'

/** Words that applicants read too: officers see the same ones, or the code where there are none. */

const own = (key: string, code: string) => i18n.t(key, { defaultValue: code })
/** Codes are the same in every language. */
const codes = (of: 'answer' | 'topic') => Object.keys(Object.values(LOCALES)[0]?.[of] ?? {})

/** A complaint category in the words the applicants chose it by. */
export const categoryName = (code: string): string => own(`category.${code}`, code)
export const topicName = (topic: string): string => own(`topic.${topic}`, topic)
/** Title of a ready answer. */
export const answerTitle = (id: string): string => own(`answer.${id}.title`, id)

export const answerIds: readonly string[] = codes('answer')
export const topics: readonly string[] = codes('topic')
