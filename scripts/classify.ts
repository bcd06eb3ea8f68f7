// npm run -s classify: JSON lines {"id","text"} in; {"id","label","confidence","reason","urgent","private"} out, in the same order.
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { createClassifier } from '../src/classify/classify.ts'
import { sampleDuties } from '../src/roster/duty-list.ts'

const Line = z.object({ id: z.string(), text: z.string() })
const { judge } = createClassifier({ duties: sampleDuties, places: [] })

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue
  const { id, text } = Line.parse(JSON.parse(line))
  const j = judge(text)
  const confidence = Number(j.confidence.toFixed(3))
  process.stdout.write(
    `${JSON.stringify({ id, label: j.kind, confidence, reason: j.reason, urgent: j.danger !== null, private: j.sensitivity !== null || (j.danger !== null && j.kind === 'household') })}\n`,
  )
}
