import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const Found = z.array(z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }))

/** What keeps people out of a page: each serious fault with where it is. Works where no script of others may run. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Evaluated by the browser's own console, which the page's rule about scripts does not bind.
  await page.evaluate(source)
  const found = Found.parse(await page.evaluate('axe.run(document).then((r) => JSON.parse(JSON.stringify(r.violations)))'))
  return found
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`)
}
