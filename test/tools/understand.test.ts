import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { describe, expect, test } from 'vitest'

const understand = (what: string[], input: string) =>
  spawnSync(process.execPath, ['build/tools/understand.js', ...what], {
    input,
    encoding: 'utf8',
    timeout: 60_000,
  })
const answers = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('the understand tool', () => {
  test('one answer for each line, in the same order', () => {
    const lines = ['{"text":"berapa biaya paspor"}', '{"text":"otp tidak masuk"}', '{"text":"halo min"}']
    const run = understand(['intents'], `${lines.join('\n')}\n`)
    expect(run.status).toBe(0)
    expect(run.stderr).toBe('')
    expect(answers(run.stdout).map(({ intent }) => intent)).toEqual(['cost', 'app_problem_help', 'greeting'])
    expect(Object.keys(answers(run.stdout)[0]!)).toEqual(['intent', 'confidence'])
  })

  test('a complaint has its categories, best first, and its dimension', () => {
    const run = understand(['complaints'], '{"text":"petugas loket membentak ibu saya"}')
    expect(answers(run.stdout)).toEqual([
      { category: 'staff_conduct', categories: ['staff_conduct'], servqual: 'assurance' },
    ])
  })

  test('what cannot be read is answered all the same, and named on stderr', () => {
    const lines = [
      'no json',
      '',
      '{"text":1}',
      'null',
      '{"text":""}',
      '{"text":"a\u2028b"}',
      '{"text":"menu"}\r',
    ]
    const run = understand(['intents'], lines.join('\n'))
    expect(run.status).toBe(0)
    expect(answers(run.stdout)).toHaveLength(lines.length)
    expect(answers(run.stdout).at(-1)).toMatchObject({ intent: 'menu' })
    expect(run.stderr.trim().split('\n')).toHaveLength(4)
    expect(run.stderr).toMatch(/^line 1: /)
  })

  test('texts of 100,000 characters, and many lines at once', () => {
    const long = JSON.stringify({ text: 'kuota penuh terus '.repeat(6000) })
    const run = understand(['complaints'], `${`${long}\n`.repeat(20)}${'{"text":"ac mati"}\n'.repeat(3000)}`)
    expect(answers(run.stdout)).toHaveLength(3020)
    expect(answers(run.stdout)[0]).toMatchObject({ category: 'quota_full' })
  })

  test('without a subject it says how it is used', () => {
    const run = understand(['wishes'], '')
    expect([run.status, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toMatch(/intents\|complaints/)
  })
})
