import { expect, test } from 'vitest'
import { createLanes } from '../../../src/desk/pipeline/lanes.ts'

/** Work that ends when it is told to. */
function workToEnd() {
  let end = () => {}
  const work = new Promise<void>((resolve) => (end = resolve))
  return { run: () => work, end: () => end() }
}

test('what comes while a piece ends is started before anybody is told that nothing is under way', async () => {
  const todo: string[] = []
  const done: string[] = []
  const lanes = createLanes(1, next)
  function next() {
    const one = todo.shift()
    if (one) lanes.run(async () => void done.push(one))
  }
  const first = workToEnd()
  lanes.run(first.run)
  expect([lanes.free, lanes.busy]).toEqual([false, true])
  todo.push('late')
  first.end()
  await lanes.idle()
  expect(done).toEqual(['late'])
  expect([lanes.free, lanes.busy]).toEqual([true, false])
})

test('idle resolves at once when nothing was ever started', async () => {
  await expect(createLanes(2, () => {}).idle()).resolves.toBeUndefined()
})
