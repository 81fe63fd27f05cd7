import type { Me } from './types.ts'

/** What every page is given: who is here, and where to bring a refusal it has no words of its own for. */
export interface PageProps {
  readonly me: Me
  readonly onProblem: (problem: unknown) => void
}
