import type { ArchiveLibrary } from '../library.ts'
import { caution } from './caution.ts'
import { inTurn } from './in-turn.ts'
import type { Account, Asked, Told } from './letters.ts'
import { type Died, type Limits, type SideProcess, startSideProcess } from './side-process.ts'

/** Far above what a full answer needs, far below what would hurt the machine. */
export const LIMITS: Limits = { answerMs: 45_000, memoryBytes: 512 * 1024 ** 2 }
/** Before the next start, by how many in a row came to nothing; the last one goes on. */
const BACK_OFF_MS = [1000, 4000, 15_000, 60_000, 300_000]

type Refusal = { outcome: 'refused'; code: number } | { outcome: 'failed'; why: string }

interface Needs {
  account: Account
  limits: Limits
  /** Machine time. */
  now(): Date
}

/** Tencent's library in a process beside this one: started when it is first needed, and again, later and later, when it ends. */
export function openNativeLibrary({ account, limits, now }: Needs): ArchiveLibrary {
  let side: SideProcess | null = null
  let closed = false
  let failures = 0
  let until = 0
  let last: Refusal = { outcome: 'failed', why: 'not started' }
  const careful = caution()
  const next = inTurn()

  function failed(word: Told | Died): void {
    until = now().getTime() + (BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)] ?? 0)
    failures += 1
    last = refusalOf(word)
  }

  async function running(): Promise<SideProcess | null> {
    if (side?.isAlive()) return side
    if (closed || now().getTime() < until) return null
    const started = startSideProcess(limits)
    side = started
    const word = await started.ask({ ask: 'open', account })
    if (word.told === 'open') return started
    failed(word)
    await started.end('not open')
    return null
  }

  async function ask(question: Asked): Promise<Told | Died | null> {
    const word = await (await running())?.ask(question)
    if (word?.told === 'died') failed(word)
    // Fetched is not opened yet.
    else if (word && word.told !== 'fetched') failures = 0
    return word ?? null
  }

  return {
    fetch: (after, limit) =>
      next(async () => {
        const { limit: few, shut } = careful.stepFor(after, limit)
        const fetched = await ask({ ask: 'fetch', after, limit: few })
        const word = fetched?.told === 'fetched' ? await ask({ ask: 'lines', shut }) : fetched
        if (word?.told === 'died') careful.died(after, few, word !== fetched)
        if (word?.told !== 'lines') return word ? refusalOf(word) : last
        careful.passed(word.lines.map((line) => line.seq))
        return { outcome: 'lines', lines: word.lines }
      }),
    async media(id, limit) {
      const pieces: Uint8Array[] = []
      for (let index: string | null = '', size = 0; index !== null; ) {
        const at: string = index
        const word = await next(() => ask({ ask: 'piece', id, index: at }))
        if (word?.told !== 'piece') return word ? refusalOf(word) : last
        size += word.bytes.length
        if (size > limit) return { outcome: 'too-big' }
        if (word.bytes.length === 0 && word.next !== null) return { outcome: 'failed', why: 'the library gives no bytes and no end' }
        pieces.push(word.bytes)
        index = word.next
      }
      return { outcome: 'bytes', bytes: Buffer.concat(pieces) }
    },
    async close() {
      closed = true
      last = { outcome: 'failed', why: 'closed' }
      await side?.end('closed')
    },
  }
}

const refusalOf = (word: Told | Died): Refusal =>
  word.told === 'refused'
    ? { outcome: 'refused', code: word.code }
    : { outcome: 'failed', why: 'why' in word ? word.why : `answered ${word.told} to something else` }
