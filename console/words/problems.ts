import { Problem } from '../api.ts'
import { nameOr, word } from './words.ts'

/** Why the API did not do it, in one word of its own; `0`: it could not be reached. */
export const reasonOf = (problem: unknown): string => (problem instanceof Problem ? problem.message : '0')

/** What an officer is told of a refusal, or of the reason for one. */
export function failed(problem: unknown): string {
  return failedFor(reasonOf(problem))
}

export const failedFor = (reason: string): string => word('failed', { why: nameOr('problem', reason) })
