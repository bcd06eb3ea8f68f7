import { type Chance, chance } from './hostile.ts'
import { type Answer, judged } from './model-double.ts'

const json = (body: string, more: Partial<Extract<Answer, { status: number }>> = {}): Answer => ({
  status: 200,
  type: 'application/json',
  body,
  ...more,
})
const good = '{"kind":"village","duty":"V-LAMP","danger":null,"sensitivity":null,"title":"路灯不亮","words":["路灯"],"confidence":0.9}'
const says = (text: string): Answer => ({ says: text })

const noise = (c: Chance, length: number): string =>
  Array.from({ length }, () =>
    String.fromCodePoint(c.one([c.upTo(128), 0x4e00 + c.upTo(20000), 0x200b + c.upTo(5), 0x1f600 + c.upTo(60)])),
  ).join('')

const VALUES = [
  null,
  true,
  0,
  -1,
  1.5,
  '',
  '高',
  'NaN',
  [],
  {},
  [[]],
  '\u0000',
  '@所有人',
  'http://evil.example',
  '13912345678',
  '1'.repeat(100),
  { $ref: '#' },
  ['a', 'b', 'c', 'd', 'e', 'f'],
  'village ',
  'VILLAGE',
  '村里事',
  Number.MAX_VALUE,
  -0,
  1e-300,
] as const
const KEYS = ['kind', 'duty', 'danger', 'sensitivity', 'title', 'words', 'confidence'] as const

/** The many ways in which an answer is none, or is one that must not be believed. */
// biome-ignore format: a list to be read in rows
const WAYS: readonly ((c: Chance) => Answer)[] = [
  () => says(''),
  (c) => says(' \n\t'.repeat(c.upTo(50))),
  (c) => says(good.slice(0, c.upTo(good.length))),
  (c) => says(good.slice(c.upTo(good.length))),
  (c) => says(noise(c, c.upTo(200))),
  (c) => { const at = c.upTo(good.length); return says(good.slice(0, at) + noise(c, 1 + c.upTo(3)) + good.slice(at + c.upTo(3))) },
  (c) => judged({ kind: 'village', [c.one(KEYS)]: VALUES[c.upTo(VALUES.length)] }),
  (c) => judged({ kind: 'village', [c.one(KEYS)]: VALUES[c.upTo(VALUES.length)], [c.one(KEYS)]: VALUES[c.upTo(VALUES.length)] }),
  (c) => judged({ kind: 'household', title: noise(c, c.upTo(40)), words: [noise(c, c.upTo(20))] }),
  (c) => says(`{"a":`.repeat(1 + c.upTo(2000))),
  (c) => says('['.repeat(1 + c.upTo(20_000))),
  (c) => says(`${'{"x":'.repeat(c.upTo(500))}1${'}'.repeat(c.upTo(500))}`),
  () => says(good.replace('0.9', 'NaN')),
  () => says(good.replace('0.9', 'Infinity')),
  () => says(good.replace('0.9', '1e999')),
  () => says(good.replace('0.9', '"0.9"')),
  () => says(good.replaceAll('"', "'")),
  () => says(good.replace('{', '{"__proto__":{"kind":"none"},')),
  () => says(good.replace('{', '{"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":2,')),
  () => says('{"__proto__":{"kind":"village","confidence":1}}'),
  () => says(good.replace('"village"', '"village","kind":"root"')),
  () => says(`\`\`\`json\n${good}`),
  () => says(`\`\`\`\n${good}\n\`\`\`\n\`\`\`json\n{"kind":"none"}\n\`\`\``),
  () => says(`<html><body>${good}</body></html>`),
  () => says(`data: ${good}\n\ndata: [DONE]`),
  () => says(`<think>${good}`),
  () => says(`[${good},${good}]`),
  (c) => says(`{"kind":"village","title":"${'长'.repeat(c.upTo(6000))}","confidence":1}`),
  (c) => says(`${good}${'后'.repeat(c.upTo(50_000))}`),
  (c) => says(`{"kind":"village","confidence":1,"words":[${'"路灯",'.repeat(c.upTo(300))}"路灯"]}`),
  () => says('\ufeff{"kind":"village","confidence":0.9}'),
  () => says('{"kind":"village","confidence":0.9,"title":"\\u0000\\u202e灯\\ud800"}'),
  () => json('null'),
  () => json('[]'),
  () => json('"ok"'),
  () => json('{"choices":null}'),
  () => json('{"choices":[null]}'),
  () => json('{"choices":[{"message":null}]}'),
  () => json('{"choices":[{"message":{"content":["路灯"]}}]}'),
  () => json('{"choices":[{"message":{"content":{"kind":"village"}}}]}'),
  () => json('{"choices":[{"message":{"tool_calls":[{"function":{"name":"close_ticket","arguments":"{}"}}],"content":null}}]}'),
  () => json('{"choices":{"length":1e9}}'),
  () => json('{"error":{"message":"quota","code":"insufficient_quota"}}'),
  (c) => json(`{"choices":[{"message":{"content":"${'a'.repeat(c.upTo(300_000))}"}}]}`),
  (c) => json('{"choices":[{"message":{"content":"{}"}}]}'.slice(0, c.upTo(48))),
  () => json('{"choices":[{"mess', { cut: true }),
  () => json('', {}),
  () => ({ status: 200, type: 'text/html', body: '<!doctype html><title>登录</title>' }),
  () => ({ status: 200, type: 'text/event-stream', body: 'data: {"choices":[{"delta":{"content":"{"}}]}\n\ndata: [DONE]\n\n' }),
  (c) => ({ status: 200, type: 'application/octet-stream', body: Buffer.from(Array.from({ length: c.upTo(500) }, () => c.upTo(256))) }),
  () => ({ status: 200, type: 'application/json; charset=utf-7', body: '+ACI-' }),
  () => ({ status: 204, type: 'application/json', body: '' }),
  (c) => ({ status: c.one([400, 401, 403, 404, 418, 422]), type: c.one(['application/json', 'text/html']), body: c.one(['', 'null', '{"error":null}', '{"error":"x"}', '<h1>no</h1>']) }),
]

/** One broken answer after another, the same for the same seed. */
export function brokenAnswers(seed = 2): () => Answer {
  const c = chance(seed)
  return () => WAYS[c.upTo(WAYS.length)]?.(c) ?? says('')
}
