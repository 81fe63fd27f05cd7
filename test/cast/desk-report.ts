import { untold, type Desk, type Reported } from './desk.ts'
import { exchanged, mannerOf, mannerRows, median, printed, type Row } from './manner.ts'

/** The figures of those with something to report; how it was spoken with them is `mannerOf`. */
interface DeskFigures extends ReturnType<typeof mannerOf> {
  readonly people: number
  readonly reached: Share
  readonly clean: Share
  /** Money asked, brokers, cheats, favours: tickets that only supervisors read, of all such matters. */
  readonly secret: Share
  readonly secretAtOnce: Share
  /** Others that nobody below a supervisor should read: rude officers, danger. */
  readonly secretOther: Share
  /** Ordinary matters that were kept from the officers who could help. */
  readonly secretWrongly: Share
  readonly category: Share
  readonly office: Share
  readonly whole: Share
  /** Messages to a ticket, median. */
  readonly messages: number
}

interface Share {
  readonly count: number
  readonly of: number
}

/** All figures of a cast that reports. */
export function deskFigures(all: readonly Reported[]): DeskFigures {
  const matters = all.flatMap((one) => one.matters)
  const opened = matters.filter(({ ticket }) => ticket !== null)
  const graft = matters.filter((one) => mustBeSecret(one) && isGraft(one))
  return {
    people: all.length,
    reached: share(all, ({ isReached }) => isReached),
    clean: share(all, ({ isClean }) => isClean),
    secret: share(graft, isSecret),
    secretAtOnce: share(graft, ({ isConfidentialAtOnce }) => isConfidentialAtOnce),
    secretOther: share(
      matters.filter((one) => mustBeSecret(one) && !isGraft(one)),
      isSecret,
    ),
    secretWrongly: share(
      matters.filter(({ asked }) => asked.ask.wants.confidential === false),
      ({ confidential }) => confidential,
    ),
    category: share(
      opened.filter(({ isCategory }) => isCategory !== null),
      ({ isCategory }) => isCategory === true,
    ),
    office: share(opened, ({ isOffice }) => isOffice),
    whole: share(opened, ({ isWhole }) => isWhole),
    messages: median(opened.map(({ messages }) => messages)),
    ...mannerOf(all.map((one) => one.matters.flatMap(({ asked }) => asked.talk))),
  }
}

const mustBeSecret = ({ asked }: Desk) => asked.ask.wants.confidential === true
const isSecret = ({ ticket, confidential }: Desk) => ticket !== null && confidential
/** Somebody who was shouted at may be filed under the officer as well: that is no graft. */
const isGraft = ({ asked: { ask } }: Desk) =>
  ask.wants.categories.some((code) => code.startsWith('INT-')) && !ask.wants.categories.includes('STF-RUDE')

function share<T>(some: readonly T[], holds: (one: T) => boolean): Share {
  return { count: some.filter(holds).length, of: some.length }
}

/** The figures as a table, a line each. */
export function deskTable(it: DeskFigures): string {
  const row = (name: string, { count, of }: Share): Row => [`${name} (of ${of})`, count, of]
  return printed([
    ['people', it.people, null],
    row('  reached the desk, or were told', it.reached),
    row('  clean', it.clean),
    row('extortion, brokers: confidential', it.secret),
    row('  at first telling', it.secretAtOnce),
    row('rude officers, danger: confidential', it.secretOther),
    row('ordinary, wrongly confidential', it.secretWrongly),
    row('category right', it.category),
    row('office right', it.office),
    row('whole story', it.whole),
    ['messages to a ticket, median', it.messages, null],
    ...mannerRows(it),
  ])
}

/** How people fared by subject, a line each. */
export function deskSubjects(all: readonly Reported[]): string {
  const subjects = [...new Set(all.map(({ person }) => person.subject))]
  return subjects
    .map((subject) => {
      const some = all.filter(({ person }) => person.subject === subject)
      const count = (holds: (one: Reported) => boolean) => String(some.filter(holds).length).padStart(4)
      const fared = `reached ${count(({ isReached }) => isReached)}  clean ${count(({ isClean }) => isClean)}`
      return `${subject.padEnd(18)} people ${count(() => true)}  ${fared}`
    })
    .join('\n')
}

/** A person's whole talk with what is wrong with each matter, to be read. */
export function deskTranscript({ person, matters, isReached, isClean }: Reported): string {
  const outcome = isClean ? 'clean' : isReached ? 'reached' : 'not reached'
  const read = matters.flatMap((one) => [
    ...one.asked.before.map((line) => `  ${line}`),
    ...one.asked.talk.map(exchanged),
    ...faultsOf(one).map((fault) => `  -- ${fault}`),
  ])
  return [`== ${person.subject}/${person.id} (${person.manner}): ${outcome}`, ...read].join('\n')
}

/** What is wrong with a matter, in words. */
function faultsOf(it: Desk): string[] {
  const { asked, ticket, confidential } = it
  const { confidential: secret, tells } = asked.ask.wants
  const faults: readonly (readonly [boolean, string])[] = [
    [!it.isReached, 'not reached'],
    [it.isReached && !it.isKind, `kind ${ticket?.kind}`],
    [!it.isOffice, `office ${ticket?.office}`],
    [!it.isWhole, 'story not whole'],
    [it.isCategory === false, `category ${ticket?.category}`],
    [secret === true && !isSecret(it), 'not confidential'],
    [secret === true && !it.isConfidentialAtOnce, 'not confidential at first telling'],
    [secret === false && confidential, 'wrongly confidential'],
    [it.messages > 8, `${it.messages} messages`],
    ...it.wrong.map((words) => [true, `said: ${words}`] as const),
    ...untold(tells, asked.talk).map(({ source }) => [true, `not told: ${source}`] as const),
  ]
  return faults.flatMap(([isSo, fault]) => (isSo ? [fault] : []))
}
