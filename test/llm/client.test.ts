import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLanguageModel, createListener } from '../../src/llm/client.ts'
import { type Answer, type ModelDouble, startModelDouble } from '../support/model-double.ts'

const QUICK = { timeoutMs: 400, failures: 1000, restMs: 60_000 }
const ASKING = { system: '规则', user: '"路灯坏了"', temperature: 0, maxTokens: 100, json: true }

let double: ModelDouble
beforeAll(async () => {
  double = await startModelDouble()
})
afterAll(() => double.close())
beforeEach(() => {
  double.heard.length = 0
})

const aModel = (patience = QUICK) => createLanguageModel({ baseUrl: double.url, apiKey: 'key', model: 'm' }, patience)
const hang = () => new Promise<Answer>((done) => setTimeout(() => done({ says: 'late' }), 2000).unref())

describe('a model behind an address', () => {
  it('is asked with key, model and a wish for one JSON object', async () => {
    double.answers(() => ({ says: '{}' }))
    expect(await aModel().complete(ASKING)).toEqual({ text: '{}' })
    expect(double.heard[0]).toMatchObject({
      path: '/v1/chat/completions',
      authorization: 'Bearer key',
      system: '规则',
      text: '路灯坏了',
      body: { model: 'm', temperature: 0, max_tokens: 100, response_format: { type: 'json_object' } },
    })
  })

  it.each<[what: string, answer: Answer | 'hangs', failed: string, tries: number]>([
    ['says nothing for too long', 'hangs', 'timeout', 2],
    ['is overloaded', { status: 503, type: 'text/plain', body: 'busy' }, 'busy', 2],
    ['has had enough of us', { status: 429, type: 'application/json', body: '{"error":{"message":"slow down"}}' }, 'busy', 2],
    ['does not know the key', { status: 401, type: 'application/json', body: '{"error":null}' }, 'turned away', 1],
    ['does not know the model', { status: 404, type: 'text/html', body: '<h1>404</h1>' }, 'turned away', 1],
    ['sends a page', { status: 200, type: 'text/html', body: '<html>登录</html>' }, 'unreadable', 1],
    ['sends half of it', { status: 200, type: 'application/json', body: '{"choices":[{"mess', cut: true }, 'unreachable', 2],
    ['sends broken JSON', { status: 200, type: 'application/json', body: '{"choices":[' }, 'unreadable', 1],
    ['sends no choice', { status: 200, type: 'application/json', body: '{"choices":[]}' }, 'unreadable', 1],
    ['sends nothing', { status: 200, type: 'application/json', body: '' }, 'unreadable', 1],
    ['sends a flood', { status: 200, type: 'application/json', body: `"${'啊'.repeat(1_000_000)}"` }, 'unreachable', 2],
    ['sends us elsewhere', { status: 302, type: 'text/plain', body: '', headers: { location: 'http://127.0.0.1:9/' } }, 'unreachable', 2],
  ])('that %s', async (_what, answer, failed, tries) => {
    double.answers(() => (answer === 'hangs' ? hang() : answer))
    expect(await aModel().complete(ASKING)).toEqual({ failed })
    expect(double.heard).toHaveLength(tries)
  })

  it('is asked once more when the first try was in vain', async () => {
    double.answers(() => (double.heard.length === 1 ? { status: 500, type: 'text/plain', body: '' } : { says: '好' }))
    expect(await aModel().complete(ASKING)).toEqual({ text: '好' })
  })

  it('is asked plainly from then on when it knows no response_format', async () => {
    double.answers(({ body }) =>
      'response_format' in body ? { status: 400, type: 'application/json', body: '{"error":{"message":"unknown"}}' } : { says: '好' },
    )
    const model = aModel()
    expect(await model.complete(ASKING)).toEqual({ text: '好' })
    expect(await model.complete(ASKING)).toEqual({ text: '好' })
    expect(double.heard).toHaveLength(3)
  })

  it('is left in peace after failures in a row, and nobody waits for it', async () => {
    double.answers(() => ({ status: 401, type: 'text/plain', body: '' }))
    const model = aModel({ ...QUICK, failures: 3 })
    expect(model.rests()).toBe(false)
    for (let i = 0; i < 3; i++) expect(await model.complete(ASKING)).toEqual({ failed: 'turned away' })
    expect(model.rests()).toBe(true)
    expect(await model.complete(ASKING)).toEqual({ failed: 'resting' })
    expect(double.heard).toHaveLength(3)
  })

  it('is not there at all', async () => {
    const model = createLanguageModel({ baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'k', model: 'm' }, QUICK)
    expect(await model.complete(ASKING)).toEqual({ failed: 'unreachable' })
  })
})

describe('a listener', () => {
  const recording = { name: 'a.amr', type: 'audio/amr', bytes: new Uint8Array([1, 2, 3]) }
  const listener = () => createListener({ baseUrl: double.url, apiKey: 'key', transcribeModel: 'w' }, QUICK)

  it('writes down what was spoken', async () => {
    double.answers(() => ({ says: '路灯坏了' }))
    expect(await listener().transcribe(recording)).toEqual({ text: '路灯坏了' })
    expect(double.heard[0]?.path).toBe('/v1/audio/transcriptions')
  })

  it('says why it did not', async () => {
    double.answers(() => ({ status: 200, type: 'application/json', body: '{"words":1}' }))
    expect(await listener().transcribe(recording)).toEqual({ failed: 'unreadable' })
  })
})
