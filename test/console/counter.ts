import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import {
  accessibilityViolations,
  DESKTOP,
  newPage,
  noBrowser,
  hasHorizontalOverflow,
  smallTargets,
  startBrowser,
} from '../browser/browser.ts'
import { PASSWORD, startDesk, type Desk } from './harness.ts'

/** The counter an officer's test stands at: one desk and one browser for its file, closed afterwards. */
export let desk: Desk
export let browser: Browser
const complaints: string[] = []

/** To be called once at the top of a file. A page that complained of anything fails its test. */
export function openCounter(): void {
  if (noBrowser) console.warn(`console tests skipped: ${noBrowser}`)
  beforeAll(async () => {
    if (noBrowser) return
    ;[desk, browser] = await Promise.all([startDesk(), startBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.stop()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    if (complaints.length > 0) throw new Error(complaints.splice(0).join('\n'))
  })
}

/** A page of its own on which this officer has just signed in, in whichever language; `prepare` runs before it is opened. */
export async function enter(
  who: string,
  viewport = DESKTOP,
  prepare?: (page: Page) => Promise<void>,
): Promise<Page> {
  const { page, complaints: own } = await newPage(browser, viewport)
  await prepare?.(page)
  page.on('close', () => complaints.push(...own))
  await page.goto(desk.url)
  await page.locator('input[name=email]').fill(`${who}@kantor.example`)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.locator('form button').click()
  return page
}

/** What keeps people out: axe, touch targets, sideways scrolling. */
export const walls = async (page: Page) => [
  await accessibilityViolations(page),
  await smallTargets(page),
  await hasHorizontalOverflow(page),
]
export const NONE = [[], [], false]
