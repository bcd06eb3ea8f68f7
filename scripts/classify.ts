// npm run -s classify: JSON lines {"id","text"} in; {"id","label","confidence","reason","urgent","private"} out, in the same order.
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { createClassifier } from '../src/classify/classify.ts'
import { sampleDuties } from '../src/roster/duty-list.ts'

const Line = z.object({ id: z.string(), text: z.string() })
const { judge } = createClassifier({ duties: sampleDuties, places: [] })

// Whoever reads may stop reading: classify | head.
process.stdout.on('error', () => process.exit(0))

let number = 0
for await (const read of createInterface({ input: process.stdin })) {
  number += 1
  const line = read.replace(/^\uFEFF/u, '')
  if (line.trim() === '') continue
  const parsed = Line.safeParse(jsonOf(line))
  if (!parsed.success) {
    console.error(`第${number}行不是 {"id","text"}，跳过了。`)
    process.exitCode = 1
    continue
  }
  const { id, text } = parsed.data
  const j = judge(text)
  const confidence = Number(j.confidence.toFixed(3))
  process.stdout.write(
    `${JSON.stringify({ id, label: j.kind, confidence, reason: j.reason, urgent: j.danger !== null, private: j.sensitivity !== null })}\n`,
  )
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
