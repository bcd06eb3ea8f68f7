import type { IncomingMessage, ServerResponse } from 'node:http'
import { groupIn, personIn } from '../../domain/notice.ts'
import type { SandboxView } from '../../ports/sandbox.ts'

const BEAT_MS = 15_000
const LOOK_MS = 1000

/** Those who listen to new messages by server-sent events. What is new is read from the database, whichever process wrote it. */
export class Listeners {
  readonly #open = new Set<ServerResponse>()
  readonly #view: SandboxView
  #seq: bigint | null = null
  #looking = false
  #again = false
  readonly #timer: NodeJS.Timeout

  constructor(view: SandboxView) {
    this.#view = view
    let beats = 0
    this.#timer = setInterval(() => {
      beats += 1
      if (beats % (BEAT_MS / LOOK_MS) === 0) for (const open of this.#open) open.write(': still here\n\n')
      void this.look()
    }, LOOK_MS)
    this.#timer.unref()
  }

  add(response: ServerResponse, request: IncomingMessage): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    })
    response.write(': welcome\n\n')
    this.#open.add(response)
    request.on('close', () => this.#open.delete(response))
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
    if (this.#open.size === 0) {
      this.#seq = null
      return
    }
    // The first listener starts from now: the page has read what was before.
    this.#seq ??= await this.#view.lastSeq()
    for (const { seq, conversation, message } of await this.#view.spokenSince(this.#seq)) {
      this.#seq = seq
      const group = groupIn(conversation)
      const data = JSON.stringify({ conversation: group ? { group } : { person: personIn(conversation) }, message })
      for (const open of this.#open) open.write(`event: message\ndata: ${data}\n\n`)
    }
  }

  close(): void {
    clearInterval(this.#timer)
    for (const open of this.#open) open.end()
    this.#open.clear()
  }
}
