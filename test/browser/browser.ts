import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Why browser tests cannot run here; `null` when they can. */
export const noBrowser = existsSync(CHROMIUM) ? null : `no browser at ${CHROMIUM} (apt-get install chromium)`

export const PHONE = { width: 360, height: 640 }
export const DESKTOP = { width: 1280, height: 800 }

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })

/** A page of its own (own cookies); what it complains about is collected in `complaints`. */
export async function newPage(browser: Browser, viewport = PHONE) {
  const context = await browser.newContext({ viewport, locale: 'id-ID' })
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      complaints.push(message.text())
  })
  return { page, complaints }
}

/** What axe finds of serious and critical kind, as lines. The page's own policy forbids inline scripts, so it is evaluated. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const result = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run(document))
  return result.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 120)} – ${node.failureSummary}`),
    )
}

/** Buttons and fields smaller than 44 px either way; of a labelled box the label is the target. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, textarea, input, select, a.button')]
      .map((node) => (node.matches('[type=checkbox]') && node.closest('label')) || node)
      .filter((node) => (node as HTMLElement).offsetParent !== null)
      .filter((node) => {
        const { width, height } = node.getBoundingClientRect()
        return width < 44 || height < 44
      })
      .map((node) => node.outerHTML.slice(0, 100)),
  )
}

/** Does the page scroll sideways? */
export const hasHorizontalOverflow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** A picture for human eyes, when SHOTS names a folder. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` })
}
