import { Counter, Histogram, type Registry } from 'prom-client'
import type { Tally } from '../ports/tally.ts'

/** Of what WeCom waits for: five seconds, and then it asks again. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export function tallyIn(registry: Registry): Tally {
  const registers = [registry]
  const written = new Counter({
    name: 'shuoshi_messages_written_total',
    help: 'Messages written down by this process, repeats of the same counted',
    registers,
  })
  const handled = new Counter({ name: 'shuoshi_messages_handled_total', help: 'Messages handled to the end by this process', registers })
  const said = new Counter({
    name: 'shuoshi_deliveries_total',
    help: 'Calls of this process that say something to a platform, by what became of them',
    labelNames: ['channel', 'outcome'],
    registers,
  })
  const refused = new Counter({
    name: 'shuoshi_callbacks_refused_total',
    help: 'Callbacks that were not the platform’s, or not to be read',
    labelNames: ['door', 'reason'],
    registers,
  })
  const answered = new Histogram({
    name: 'shuoshi_http_seconds',
    help: 'How long a request took, by the part of the house that answered it',
    labelNames: ['room', 'status'],
    buckets: SECONDS,
    registers,
  })
  return {
    written: (messages) => written.inc(messages),
    handled: (messages) => handled.inc(messages),
    said: (channel, outcome) => said.inc({ channel, outcome }),
    refused: (door, reason) => refused.inc({ door, reason }),
    answered: (room, status, seconds) => answered.observe({ room, status: `${Math.floor(status / 100)}xx` }, seconds),
  }
}
