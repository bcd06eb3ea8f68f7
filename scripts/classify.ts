// npm run -s classify: JSON lines {"id","text"} in; {"id","label","outcome","confidence","reason","urgent","private"} out, in the same order.
// With -- --llm the model of the settings is asked as well, as LLM_WHEN says; what became of that is said on standard error.
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createModelReader } from '../src/classify/ask-model.ts'
import { createClassifier } from '../src/classify/classify.ts'
import { loadPrompt } from '../src/classify/prompt.ts'
import { shippedExamples } from '../src/classify/shipped-examples.ts'
import { createSecondReader, type ReadTwice } from '../src/classify/with-model.ts'
import { createLanguageModel } from '../src/llm/client.ts'
import { sampleDuties } from '../src/roster/duty-list.ts'
import { loadConfig } from '../src/settings/config.ts'
import { modelTally, noModelSentence } from '../src/wording/programs.ts'

const SIDE_BY_SIDE = 4
const Line = z.object({ id: z.string(), text: z.string() })
const { values } = parseArgs({ options: { llm: { type: 'boolean', default: false } } })
const { judge } = createClassifier({ duties: sampleDuties, places: [] })
const answers = new Map<string, number>()

function readerOf(): ((text: string) => Promise<ReadTwice>) | string[] {
  if (!values.llm) return async (text) => ({ judgement: judge(text), asked: null })
  const config = loadConfig()
  if ('faults' in config) return config.faults
  const { llm, settings } = config
  if (!llm || settings.askModel === 'never') return [noModelSentence]
  const reader = createModelReader(createLanguageModel(llm), loadPrompt(llm.prompt), shippedExamples)
  return createSecondReader({ judge, reader, when: settings.askModel, town: '本镇', duties: sampleDuties })
}

async function answer({ id, text }: z.infer<typeof Line>, read: (text: string) => Promise<ReadTwice>): Promise<string> {
  const { judgement: j, asked } = await read(text)
  const came = asked === null ? 'local' : 'judgement' in asked ? 'answered' : asked.failed
  answers.set(came, (answers.get(came) ?? 0) + 1)
  const confidence = Number(j.confidence.toFixed(3))
  const { kind: label, outcome, reason } = j
  // What only the duty cadre is shown is a call all the same, and kept from everybody else.
  const urgent = j.danger !== null || j.hint !== null
  const isPrivate = j.sensitivity !== null || (j.danger === null && j.hint !== null)
  return JSON.stringify({ id, label, outcome, confidence, reason, urgent, private: isPrivate })
}

async function run(read: (text: string) => Promise<ReadTwice>): Promise<void> {
  let waiting: Promise<string>[] = []
  const write = async () => {
    for (const line of await Promise.all(waiting)) process.stdout.write(`${line}\n`)
    waiting = []
  }
  let number = 0
  for await (const whole of createInterface({ input: process.stdin })) {
    number += 1
    const line = whole.replace(/^\uFEFF/u, '')
    if (line.trim() === '') continue
    const parsed = Line.safeParse(jsonOf(line))
    if (parsed.success) waiting.push(answer(parsed.data, read))
    else {
      console.error(`第${number}行不是 {"id","text"}，跳过了。`)
      process.exitCode = 1
    }
    if (waiting.length >= SIDE_BY_SIDE) await write()
  }
  await write()
  if (values.llm) console.error(modelTally(answers))
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

// Whoever reads may stop reading: classify | head.
process.stdout.on('error', () => process.exit(0))

const read = readerOf()
if (Array.isArray(read)) {
  for (const fault of read) console.error(fault)
  process.exitCode = 1
} else await run(read)
