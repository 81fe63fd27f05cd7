import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

/** The rules that a reader relies on: which room may import which, who may name a library, and how large things get. */

interface Source {
  readonly file: string
  readonly room: string
  readonly text: string
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[]
}

const sources = filesIn('src')
  .filter((file) => !file.startsWith('src/generated/'))
  .map(read)

function filesIn(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const at = path.posix.join(dir, entry.name)
    if (entry.isDirectory()) return filesIn(at)
    return /\.tsx?$/.test(entry.name) ? [at] : []
  })
}

function read(file: string): Source {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
  )
  const imports = [...found].map((match) => ({
    from: resolve(file, (match[2] ?? match[3] ?? match[4])!),
    typeOnly: Boolean(match[1]),
  }))
  return { file, room: file.split('/')[1]!, text, imports }
}

function resolve(file: string, specifier: string): string {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier
}

/** room → rooms it may import. Files directly in src/ and the tools compose the rooms. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  flows: ['model'],
  desk: ['model', 'flows'],
  http: [],
  bots: ['model', 'desk', 'http'],
  api: ['model', 'desk'],
  adapters: ['model', 'desk', 'http'],
}

const roomOf = (from: string) => (from.startsWith('src/') ? from.split('/')[1]! : null)

describe('imports run one way', () => {
  for (const [room, may] of Object.entries(MAY))
    test(`${room} imports only ${may.join(', ') || 'nothing of ours'}`, () => {
      const wrong = sources
        .filter((source) => source.room === room)
        .flatMap((source) =>
          source.imports
            .filter(({ from, typeOnly }) => {
              const other = roomOf(from)
              if (other === null || other === room || other === 'generated' || may.includes(other))
                return false
              return !(room === 'adapters' && other === 'flows' && typeOnly) // the words of a flow, to render or store them
            })
            .map(({ from }) => `${source.file} → ${from}`),
        )
      expect(wrong).toEqual([])
    })

  test('no channel imports another channel', () => {
    const wrong = sources
      .filter((source) => source.room === 'bots' && source.file.split('/').length > 3)
      .flatMap((source) =>
        source.imports
          .filter(
            ({ from }) =>
              from.startsWith('src/bots/') &&
              from.split('/').length > 3 &&
              from.split('/')[2] !== source.file.split('/')[2],
          )
          .map(({ from }) => `${source.file} → ${from}`),
      )
    expect(wrong).toEqual([])
  })
})

describe('inside flows arrows run one way: flow → shared → engine', () => {
  const partOf = (file: string) => file.split('/')[2] ?? ''
  const isFlow = (part: string) => !['engine', 'shared', 'index.ts'].includes(part)
  const edges = sources
    .filter(({ room }) => room === 'flows')
    .flatMap(({ file, imports }) => imports.map(({ from }) => ({ file, from })))
    .filter(({ from }) => from.startsWith('src/flows/') && partOf(from) !== '')

  test('the engine knows no flow, and nothing that flows share', () => {
    const wrong = edges.filter(({ file, from }) => partOf(file) === 'engine' && partOf(from) !== 'engine')
    expect(wrong).toEqual([])
  })

  test('what flows share knows no flow', () => {
    const wrong = edges.filter(
      ({ file, from }) => partOf(file) === 'shared' && !['shared', 'engine'].includes(partOf(from)),
    )
    expect(wrong).toEqual([])
  })

  test('a flow knows of another only how it is opened', () => {
    const wrong = edges.filter(
      ({ file, from }) =>
        isFlow(partOf(file)) &&
        isFlow(partOf(from)) &&
        partOf(file) !== partOf(from) &&
        !from.endsWith('/handle.ts'),
    )
    expect(wrong).toEqual([])
  })
})

/** library → the only folder that may name it */
const OWNERS: Readonly<Record<string, string>> = {
  telegraf: 'src/bots/telegram/',
  '@whiskeysockets/baileys': 'src/bots/whatsapp/',
  '@prisma/': 'src/adapters/prisma/',
  bullmq: 'src/adapters/bullmq/',
  ioredis: 'src/adapters/bullmq/',
  i18next: 'src/adapters/',
  express: 'src/api/',
}

describe('each library has one home', () => {
  for (const [library, home] of Object.entries(OWNERS))
    test(`only ${home} names ${library}`, () => {
      const wrong = sources
        .filter((source) => !source.file.startsWith(home))
        .filter((source) =>
          source.imports.some(
            ({ from }) =>
              from === library || from.startsWith(library.endsWith('/') ? library : `${library}/`),
          ),
        )
      expect(wrong.map((source) => source.file)).toEqual([])
    })

  test('only config.ts and main.ts read the environment', () => {
    const readers = sources
      .filter((source) => /process\.env\b/.test(source.text))
      .map((source) => source.file)
    expect(
      readers.filter(
        (file) => !['src/config.ts', 'src/main.ts'].includes(file) && !file.startsWith('src/tools/'),
      ),
    ).toEqual([])
  })
})

test('the conversation is pure: no waiting, clock, chance, timer or environment in model and flows', () => {
  const impure =
    /\bawait\b|\basync\b|Date\.now|Math\.random|\bnew Date\(\)|\bprocess\.|\bsetTimeout\b|\bsetInterval\b|\bfetch\(/
  const wrong = sources
    .filter((source) => ['model', 'flows'].includes(source.room))
    .filter((source) => impure.test(source.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
  expect(wrong.map((source) => source.file)).toEqual([])
})

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** Lines of each function with a body, found by the formatter's own indentation: a body ends where its line's indent returns. */
function functionLengths(text: string): number[] {
  const lines = text.split('\n')
  const opens =
    /^(\s*)(?:export )?(?:async )?(?:function\b.*|(?:const|let) \w+.*=>|\w+\(.*\)(?:: .*)?|.*=>|\)(?:: .*)?) \{$/
  return lines.flatMap((line, at) => {
    const match = opens.exec(line)
    if (!match || /^\s*(if|for|while|switch|else|try|catch)\b/.test(line)) return []
    const end = lines.findIndex((other, index) => index > at && other.startsWith(`${match[1]}}`))
    return end === -1 ? [] : [end - at + 1]
  })
}

describe('things stay small', () => {
  const sizes = sources.map((source) => source.text.split('\n').length - 1)
  const lengths = sources.map((source) => functionLengths(source.text))

  test('files: median ≤ 60 lines, nine in ten ≤ 130, none above 260', () => {
    expect(sources.filter((_, at) => sizes[at]! > 260).map((source) => source.file)).toEqual([])
    expect(percentile(sizes, 0.5)).toBeLessThanOrEqual(60)
    expect(percentile(sizes, 0.9)).toBeLessThanOrEqual(130)
  })

  test('functions: median ≤ 8 lines, nine in ten ≤ 20, none above 60', () => {
    const all = lengths.flat()
    expect(all.length).toBeGreaterThan(100)
    expect(percentile(all, 0.5)).toBeLessThanOrEqual(8)
    expect(percentile(all, 0.9)).toBeLessThanOrEqual(20)
    const long = sources.filter((_, at) => lengths[at]!.some((length) => length > 60))
    expect(long.map((source) => source.file)).toEqual([])
  })

  test('folders hold at most 20 files', () => {
    const folders = sources.map((source) => path.posix.dirname(source.file))
    const full = [...new Set(folders)].filter((one) => folders.filter((other) => other === one).length > 20)
    expect(full).toEqual([])
  })
})

test('no file imports itself in a circle, types included', () => {
  const imports = new Map(sources.map((source) => [source.file, source.imports.map(({ from }) => from)]))
  const done = new Set<string>()
  const circles: string[] = []
  function visit(file: string, way: readonly string[]): void {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    else if (!done.has(file)) for (const from of imports.get(file) ?? []) visit(from, [...way, file])
    done.add(file)
  }
  for (const file of imports.keys()) visit(file, [])
  expect(circles).toEqual([])
})

describe('nothing is offered that nobody takes', () => {
  const ours = /^(src|console|test|bench|scripts)\/(?!generated\/|peers\/|dist\/)/
  const files = [
    'src',
    'console',
    'test',
    'bench',
    'scripts',
    'prisma.config.ts',
    'vite.config.ts',
    'vitest.config.ts',
  ]
    .flatMap((at) => (at.includes('.') ? [at] : modulesIn(at)))
    .filter((file) => ours.test(file) || file.endsWith('.config.ts'))

  function modulesIn(dir: string): string[] {
    return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
      const at = path.posix.join(dir, entry.name)
      if (entry.isDirectory()) return modulesIn(at)
      return /(?<!\.d)\.(tsx?|mjs|js)$/.test(entry.name) ? [at] : []
    })
  }

  /** What each file takes from others, as `file name`, or `file *` for all of it. */
  function takenBy(file: string): string[] {
    const text = readFileSync(file, 'utf8')
    const named = text.matchAll(/(?:import|export)\s+(?:type\s+)?([\w*{][^;'"`]*?)\sfrom\s+'(\.[^']+)'/g)
    const whole = text.matchAll(/import\(\s*'(\.[^']+)'\s*,?\s*\)/g)
    return [
      ...[...named].flatMap(([, clause = '', from = '']) =>
        namesIn(clause).map((name) => `${path.posix.join(path.posix.dirname(file), from)} ${name}`),
      ),
      ...[...whole].map(([, from = '']) => `${path.posix.join(path.posix.dirname(file), from)} *`),
    ]
  }

  function namesIn(clause: string): string[] {
    if (clause.startsWith('*')) return ['*']
    const braces = /\{([^}]*)\}/.exec(clause)?.[1] ?? ''
    return braces.split(',').flatMap((part) => /^\s*(?:type\s+)?(\w+)/.exec(part)?.[1] ?? [])
  }

  test('every exported name is used by another file', () => {
    const taken = new Set(files.flatMap(takenBy))
    const unused = files.flatMap((file) => {
      if (taken.has(`${file} *`)) return []
      const exported = readFileSync(file, 'utf8').matchAll(
        /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm,
      )
      return [...exported]
        .map(([, name = '']) => name)
        .filter((name) => !taken.has(`${file} ${name}`))
        .map((name) => `${file}: ${name}`)
    })
    expect(unused).toEqual([])
  })
})

/** The only values of the service that the console runs itself: pure ones of the model. All else it takes as types, or asks the API for. */
const CONSOLE_VALUES: Readonly<Record<string, readonly string[]>> = {
  'src/model/applications/status.ts': ['APPLICATION_STATUSES'],
  'src/model/dates/weekday.ts': ['WEEKDAYS'],
  'src/model/facts/fact.ts': ['isCertain'],
  'src/model/facts/release-rule.ts': ['QUOTA_RELEASE_KEY', 'RELEASE_SCHEDULES', 'parseReleaseRule'],
  'src/model/facts/shape.ts': ['isWeeklyHours', 'orderedParts'],
  'src/model/facts/values.ts': ['PASSPORT_KINDS', 'partsOf'],
}
/** Where its types come from: what the API takes and answers, and what the model calls a thing. */
const CONSOLE_TYPES = /^src\/(api\/(requests|responses)\/index\.ts|model\/.+)$/
const CONSOLE_LIBRARIES = ['preact', 'preact/hooks', 'i18next', 'qrcode']

describe('the console', () => {
  const pages = filesIn('console')
    .filter((file) => !file.startsWith('console/dist/'))
    .map(read)
  const imported = pages.flatMap(({ file, text }) => namesImported(file, text))
  const ofService = imported.filter(({ from }) => from.startsWith('src/'))

  test('takes from the service its types, and the values that are listed', () => {
    const values: Record<string, string[]> = {}
    for (const { from, names } of ofService) (values[from] ??= []).push(...names)
    const used = Object.entries(values).map(
      ([from, names]) => [from, [...new Set(names)].toSorted()] as const,
    )
    expect(Object.fromEntries(used.filter(([, names]) => names.length > 0))).toEqual(CONSOLE_VALUES)
    expect(ofService.filter(({ from }) => !CONSOLE_TYPES.test(from))).toEqual([])
  })

  test('names few libraries, and of zod only types', () => {
    const wrong = imported
      .filter(({ from, names }) => !/^(src|console)\//.test(from) && names.length > 0)
      .filter(({ from }) => !CONSOLE_LIBRARIES.includes(from))
    expect(wrong).toEqual([])
  })

  test('has no circles, not even of types', () => {
    const edges = new Map(pages.map(({ file, imports }) => [file, imports.map(({ from }) => from)]))
    expect(pages.map(({ file }) => circleFrom(file, edges)).filter(Boolean)).toEqual([])
  })

  test('has files of at most 260 lines, functions of at most 60, and at most 20 files in a folder', () => {
    expect(pages.filter(({ text }) => text.split('\n').length - 1 > 260).map(({ file }) => file)).toEqual([])
    const long = pages.filter(({ text }) => functionLengths(text).some((length) => length > 60))
    expect(long.map(({ file }) => file)).toEqual([])
    const folders = pages.map(({ file }) => path.posix.dirname(file))
    const full = folders.filter((folder) => folders.filter((other) => other === folder).length > 20)
    expect([...new Set(full)]).toEqual([])
  })
})

/** Each import with the names it brings that are more than types. */
function namesImported(file: string, text: string): { from: string; names: string[] }[] {
  return [...text.matchAll(/(?:^|\n)import (type )?([^']*?) from '([^']+)'/g)].map(([, type, what, from]) => {
    const names = what!.replaceAll(/[{}\s]+/g, ' ').split(',')
    const values = type
      ? []
      : names.map((name) => name.trim()).filter((name) => name && !name.startsWith('type '))
    return { from: resolve(file, from!), names: values }
  })
}

/** The way from a file back to itself; null when there is none. */
function circleFrom(start: string, edges: ReadonlyMap<string, readonly string[]>): string | null {
  const seen = new Set<string>()
  function search(file: string, way: readonly string[]): string | null {
    for (const next of edges.get(file) ?? []) {
      if (next === start) return [...way, next].join(' → ')
      if (seen.has(next)) continue
      seen.add(next)
      const found = search(next, [...way, next])
      if (found) return found
    }
    return null
  }
  return search(start, [start])
}
