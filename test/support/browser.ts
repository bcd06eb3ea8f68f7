import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const env = { ...process.env, FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') }

/** A browser out of npm where that runs, else an installed Chrome or Edge, else null. */
export async function openBrowser(): Promise<Browser | null> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packed } = await import('@sparticuz/chromium')
    // In one process for everything the browser ends with its first page.
    const args = [...packed.args.filter((a) => a !== '--single-process'), '--no-sandbox']
    const found = await chromium.launch({ executablePath: await packed.executablePath(), args, env }).catch(() => null)
    if (found) return found
  }
  for (const channel of ['chrome', 'msedge'] as const) {
    const found = await chromium.launch({ channel }).catch(() => null)
    if (found) return found
  }
  return null
}
