import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/settings/config.ts'
import { judged, likeItsExamples, type ModelDouble, startModelDouble } from '../support/model-double.ts'

let double: ModelDouble
beforeAll(async () => {
  double = await startModelDouble()
})
afterAll(() => double.close())
beforeEach(() => {
  double.heard.length = 0
})

function classify(texts: string[], args: string[], settings: Record<string, string> = {}) {
  const model = { LLM_BASE_URL: double.url, LLM_API_KEY: 'k', LLM_MODEL: 'm', LLM_WHEN: 'always', ...settings }
  return new Promise<{ lines: { id: string; label: string }[]; said: string; code: number }>((done) => {
    const program = execFile(
      process.execPath,
      [join(projectRoot, 'scripts', 'classify.ts'), ...args],
      { env: { PATH: process.env.PATH ?? '', ...model } },
      (fault, stdout, stderr) => {
        const lines = stdout.split('\n').filter((l) => l !== '')
        done({ lines: lines.map((l) => JSON.parse(l)), said: stderr.trim(), code: Number(fault?.code ?? 0) })
      },
    )
    program.stdin?.end(texts.map((text, i) => JSON.stringify({ id: `t${i}`, text })).join('\n'))
  })
}
const TEXTS = ['三社路口的路灯又不亮了', '收到', '今天赶集的人真多', '隔壁把地界石挪了半米', '我不想活了']

describe('npm run -s classify', () => {
  it('asks nobody without --llm', async () => {
    const { lines } = await classify(TEXTS, [])
    expect(lines.map((l) => l.label)).toEqual(['village', 'none', 'none', 'neighbour', 'household'])
    expect(double.heard).toEqual([])
  })

  it('asks the model with --llm, keeps the order, and says what became of it', async () => {
    double.answers(() => judged({ kind: 'household', duty: 'H-DIBAO' }))
    const { lines, said } = await classify(TEXTS, ['--llm'])
    expect(lines.map((l) => `${l.id} ${l.label}`)).toEqual(['t0 household', 't1 none', 't2 household', 't3 household', 't4 household'])
    expect(said).toBe('大模型：答了 3，没问 2。')
    expect(double.heard).toHaveLength(3)
  })

  it('keeps the local label when the model fails', async () => {
    double.answers(() => ({ status: 401, type: 'text/plain', body: '' }))
    const { lines, said } = await classify(TEXTS, ['--llm'])
    expect(lines.map((l) => l.label)).toEqual(['village', 'none', 'none', 'neighbour', 'household'])
    expect(said).toContain('turned away 3')
  })

  it('shows the model examples that are like the text', async () => {
    double.answers(likeItsExamples)
    const { lines } = await classify(['二社巷口的路灯坏了好几天', '隔壁家的狗把我家的鸡咬死了'], ['--llm'])
    expect(lines.map((l) => l.label)).toEqual(['village', 'neighbour'])
  })

  it.each([
    [{ LLM_WHEN: 'never' }, '请在 .env 里填好'],
    [{ LLM_MODEL: '' }, 'LLM_MODEL：没有写'],
  ])('says in a sentence what is missing: %j', async (settings, sentence) => {
    const { said, code } = await classify(TEXTS, ['--llm'], settings)
    expect(said).toContain(sentence)
    expect(said.split('\n')).toHaveLength(1)
    expect(code).toBe(1)
  })
})
