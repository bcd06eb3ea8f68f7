// npm run -s threads: a JSON line {"id","messages":[{"n","from","t","text"}]} a thread on standard input,
// {"id","tickets":[{"label","messages":[n],"support":[n]}]} a line on standard output, in the same order.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { openRehearsal } from './rehearsal.ts'

const Line = z.object({
  id: z.string(),
  messages: z.array(z.object({ n: z.number().int(), from: z.string().min(1), t: z.number().nonnegative(), text: z.string() })),
})

const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-threads-'))
const server = await startEmbedded({ dataDir, durable: false })
try {
  await migrate(server.url)
  const rehearsal = await openRehearsal(server.url, { secretKey: null, dataDir })
  let number = 0
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1
    if (line.trim() === '') continue
    const thread = Line.safeParse(parsed(line))
    if (thread.success) console.log(JSON.stringify({ id: thread.data.id, tickets: await rehearsal.play(thread.data) }))
    else {
      console.error(`第${number}行不是 {"id","messages":[{"n","from","t","text"}]}，跳过了。`)
      process.exitCode = 1
    }
  }
  await rehearsal.close()
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
