import { type Browser, chromium } from 'playwright-core'

/** A browser out of npm where that runs, else an installed Chrome or Edge, else null. */
export async function openBrowser(): Promise<Browser | null> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packed } = await import('@sparticuz/chromium')
    const found = await chromium
      .launch({ executablePath: await packed.executablePath(), args: [...packed.args, '--no-sandbox'] })
      .catch(() => null)
    if (found) return found
  }
  for (const channel of ['chrome', 'msedge'] as const) {
    const found = await chromium.launch({ channel }).catch(() => null)
    if (found) return found
  }
  return null
}
