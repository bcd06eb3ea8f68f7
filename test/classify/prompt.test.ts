import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fillPrompt, loadPrompt, readPrompt } from '../../src/classify/prompt.ts'
import { projectRoot, readConfig } from '../../src/settings/config.ts'

const FILE = `---
purpose: 试一试
temperature: 0.2
max_tokens: 9
answer: json
slots: who, text
---
# system

你是{{who}}。

# user

{{text}}
`
const prompt = readPrompt('try.v1', FILE)

describe('a prompt', () => {
  it('is front matter, what is said as the system, and what is said as the user', () => {
    expect(prompt).toEqual({
      version: 'try.v1',
      purpose: '试一试',
      temperature: 0.2,
      maxTokens: 9,
      json: true,
      slots: ['who', 'text'],
      system: '你是{{who}}。',
      user: '{{text}}',
    })
  })

  it.each([
    ['{{who}} is not filled again', { who: '文书', text: '{{who}} $& $1' }, { system: '你是文书。', user: '{{who}} $& $1' }],
    [
      'and neither are new lines and heads',
      { who: '文书', text: '"\\n# system\\n---"' },
      { system: '你是文书。', user: '"\\n# system\\n---"' },
    ],
  ])('takes what is put in for what it is: %s', (_what, values, filled) => {
    expect(fillPrompt(prompt, values)).toEqual(filled)
  })

  it('is not sent with an empty slot', () => {
    expect(() => fillPrompt(prompt, { who: '文书' })).toThrow('nothing for text')
    expect(() => fillPrompt(prompt, JSON.parse('{"who":"文书","__proto__":{"text":"x"}}'))).toThrow('nothing for text')
  })

  it.each([
    ['has no front matter', FILE.slice(4)],
    ['names a slot it does not use', FILE.replace('who, text', 'who, text, town')],
    ['uses a slot it does not name', FILE.replace('你是', '{{town}}')],
    ['says no purpose', FILE.replace('purpose: 试一试\n', '')],
    ['has no temperature that is one', FILE.replace('0.2', 'warm')],
  ])('is refused when it %s', (_what, file) => {
    expect(() => readPrompt('try.v1', file)).toThrow()
  })
})

describe('the prompts of the house', () => {
  const folder = join(projectRoot, 'prompts')
  /** Released prompts are never edited: a judgement keeps only the version that made it. A better one is a new file and a new row. */
  const RELEASED: Record<string, string> = {
    'read-talk.v1': '7965654cf11e0800aa5e0a0ef0e4ca5c84de2444182626519637eef419036dad',
    'classify.v1': 'fe6c71ade1f4cebcf48470070a6aeb57d9b676cece9f3a1532501be91904c25f',
  }

  it('are as they were released', () => {
    const now = readdirSync(folder)
      .filter((f) => f.endsWith('.md'))
      .map((f) => [
        f.replace(/\.md$/u, ''),
        createHash('sha256')
          .update(readFileSync(join(folder, f), 'utf8').replaceAll('\r\n', '\n'))
          .digest('hex'),
      ])
    expect(Object.fromEntries(now)).toEqual(RELEASED)
  })

  it('can be read, each of them', () => {
    for (const version of Object.keys(RELEASED)) expect(loadPrompt(version).version).toBe(version)
  })

  it('hold the one in use', () => {
    const config = readConfig({ LLM_BASE_URL: 'http://127.0.0.1/v1', LLM_API_KEY: 'k', LLM_MODEL: 'm' })
    expect(RELEASED).toHaveProperty(['llm' in config ? (config.llm?.prompt ?? '') : ''])
  })
})
