// npm run strange [-- count]: random and hostile strings through the reader; none may throw or take over 5 ms.
import { createClassifier } from '../src/classify/classify.ts'
import { isFollowUp, isMeToo, isThanks } from '../src/classify/follow-up.ts'
import { Judgement } from '../src/domain/judgement.ts'
import { sampleDuties } from '../src/roster/duty-list.ts'
import { seeded } from '../src/weights/learn.ts'

const COUNT = Number(process.argv[2] ?? 100_000)
const LIMIT_MS = 5
const MEGABYTE = 1_000_000
const random = seeded(20261124)
const upTo = (n: number) => Math.floor(random() * n)
const pick = (of: readonly string[]): string => of[upTo(of.length)] ?? ''
const some = (most: number, of: readonly string[]) => Array.from({ length: upTo(most) }, () => pick(of)).join('')

// biome-ignore format: a list
const WORDS = ['路灯', '坏了', '三社', '邻居', '我妈', '低保', '着火', '离婚', '不想活', '，', '。', '\n', '13812345678', '5000元', '老王家', '的', '了', '没人管', '请问']
// biome-ignore format: a list
const ODD = ['\u200b', '\u200d', '\u202e', '\u2066', '\ufeff', '\ud800', '\udc00', '\0', '\ufdfa', '😂', '👨‍👩‍👧‍👦', '🇨🇳', '\u0627', '\u05e9', '\u0301', '\t', '\r\n', '@所有人', '[强]', 'https://x.y/?z=']
const ALL = [...WORDS, ...ODD]

const MAKERS: readonly (() => string)[] = [
  () => some(60, WORDS),
  () => some(60, ODD),
  () => some(80, ALL),
  () => String.fromCharCode(...Array.from({ length: upTo(300) }, () => upTo(0x10000))),
  () => String.fromCodePoint(...Array.from({ length: upTo(100) }, () => 0x4e00 + upTo(0x51a5))),
  () => pick(ALL).repeat(upTo(2000)),
  () => `${pick(WORDS).repeat(upTo(50))}${'('.repeat(upTo(500))}${'1'.repeat(upTo(500))}`,
]
const LONG = [...ALL, '((', '一', 'a', '0', ' '].map((part) => part.repeat(Math.ceil(MEGABYTE / part.length)))

const { judge } = createClassifier({ duties: sampleDuties, places: ['三社', '大桥头'] })

function through(what: string, texts: Iterable<string>): void {
  let [count, over, slowest, slowestText] = [0, 0, 0, '']
  for (const text of texts) {
    const before = process.threadCpuUsage()
    const judgement = judge(text)
    for (const looks of [isFollowUp, isMeToo, isThanks]) looks(text)
    // Time on the processor: what other programs of a busy machine take is not ours.
    const ms = process.threadCpuUsage(before).user / 1000
    Judgement.parse(judgement)
    count += 1
    if (ms > LIMIT_MS) over += 1
    if (ms > slowest) [slowest, slowestText] = [ms, text.slice(0, 40)]
  }
  console.log(
    `${count} ${what}: none threw; ${over} took over ${LIMIT_MS} ms; slowest ${slowest.toFixed(1)} ms: ${JSON.stringify(slowestText)}`,
  )
}

function* made(count: number): Generator<string> {
  for (let n = 0; n < count; n++) yield (MAKERS[n % MAKERS.length] ?? (() => ''))()
}

for (const text of made(1400)) judge(text)
through('random and hostile strings', made(COUNT))
through('strings of a megabyte', LONG)
