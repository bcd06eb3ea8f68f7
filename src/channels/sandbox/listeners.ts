import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SandboxView, Spoken } from '../../ports/sandbox.ts'

const BEAT_MS = 15_000
const LOOK_MS = 1000
/** A number that was given out is written or lost within this time, for no transaction lives longer. Machine time. */
const LATE_MS = 90_000
const MOST_LATE = 500

interface Listener {
  response: ServerResponse
  /** What was said up to here it knows already. */
  since: bigint
}

/** Those who listen to new messages by server-sent events. What is new is read from the database, whichever process wrote it. */
export class Listeners {
  readonly #open = new Set<Listener>()
  readonly #view: Pick<SandboxView, 'spokenSince' | 'lastSeq'>
  /** Up to where everything was looked at, and the numbers below it that nobody has written yet, with when they were missed. */
  #seq: bigint | null = null
  readonly #missing = new Map<bigint, number>()
  #looking = false
  #again = false
  readonly #timer: NodeJS.Timeout

  constructor(view: Pick<SandboxView, 'spokenSince' | 'lastSeq'>) {
    this.#view = view
    let beats = 0
    this.#timer = setInterval(() => {
      beats += 1
      if (beats % (BEAT_MS / LOOK_MS) === 0) for (const { response } of this.#open) response.write(': still here\n\n')
      void this.look()
    }, LOOK_MS)
    this.#timer.unref()
  }

  /**
   * From the answer's first byte on nothing is missed: it is written when it is known where this listener begins. Whoever
   * comes back with the id of the last event it got begins there.
   */
  async add(response: ServerResponse, request: IncomingMessage): Promise<void> {
    let gone = false
    request.on('close', () => {
      gone = true
    })
    const last = await this.#view.lastSeq()
    if (gone) return
    // Whoever looked in the meantime has told the others already what came after `last`.
    const listener = { response, since: this.#seq !== null && this.#seq > last ? this.#seq : last }
    this.#seq ??= last
    this.#open.add(listener)
    request.on('close', () => this.#open.delete(listener))
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    })
    response.write('retry: 1000\n: welcome\n\n')
    // One page of what was missed; whoever was away for longer reads the conversations anew.
    const returning = beganAfter(request)
    if (returning !== null && returning < listener.since)
      for (const spoken of await this.#view.spokenSince(returning, [])) if (spoken.seq <= listener.since) write(response, spoken)
    void this.look()
  }

  /** Sends what is new since the last look; called whenever something may have been said. */
  async look(): Promise<void> {
    if (this.#looking) {
      this.#again = true
      return
    }
    this.#looking = true
    try {
      do {
        this.#again = false
        await this.#send()
      } while (this.#again)
    } catch {
      // The database is away; the next look will tell what was missed.
    } finally {
      this.#looking = false
    }
  }

  async #send(): Promise<void> {
    if (this.#open.size === 0 || this.#seq === null) {
      this.#seq = null
      this.#missing.clear()
      return
    }
    const before = this.#seq
    const late = [...this.#missing.keys()]
    const news = await this.#view.spokenSince(before, late)
    for (const spoken of news) {
      const wasLate = this.#missing.delete(spoken.seq)
      for (const { response, since } of this.#open) if (wasLate || spoken.seq > since) write(response, spoken)
    }
    this.#remember(before, news)
    if (news.some((s) => s.seq > before)) this.#again = true
  }

  /** Numbers are given out before the commit: one that was skipped may be written later by whoever was slower. */
  #remember(before: bigint, news: readonly Spoken[]): void {
    const now = Date.now()
    for (const [seq, missed] of this.#missing) if (now - missed > LATE_MS) this.#missing.delete(seq)
    let at = before
    for (const { seq } of news) {
      if (seq <= before) continue
      for (let skipped = at + 1n; skipped < seq && this.#missing.size < MOST_LATE; skipped++) this.#missing.set(skipped, now)
      at = seq
    }
    this.#seq = at
  }

  close(): void {
    clearInterval(this.#timer)
    for (const { response } of this.#open) response.end()
    this.#open.clear()
  }
}

function beganAfter(request: IncomingMessage): bigint | null {
  const last = request.headers['last-event-id']
  return typeof last === 'string' && /^\d{1,18}$/u.test(last) ? BigInt(last) : null
}

function write(response: ServerResponse, { seq, place, message }: Spoken): void {
  response.write(`id: ${seq}\nevent: message\ndata: ${JSON.stringify({ conversation: place, message })}\n\n`)
}
