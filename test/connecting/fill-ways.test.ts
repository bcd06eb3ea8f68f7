import { parseEnv } from 'node:util'
import { expect, it } from 'vitest'
import { type Asker, Left } from '../../src/connecting/asker.ts'
import { fillWays } from '../../src/connecting/fill-ways.ts'

const AES = 'a'.repeat(43)

/** Answers from a list, and keeps what was said. */
function typing(...answers: string[]): Asker & { said: string[] } {
  const said: string[] = []
  return {
    said,
    say: (line) => void said.push(line),
    async ask(question) {
      said.push(question)
      const answer = answers.shift()
      if (answer === undefined) throw new Left()
      return answer
    },
  }
}

it('takes out the other way of a bot', async () => {
  const known = parseEnv(`WECOM_BOT_ID=bot01\nWECOM_BOT_TOKEN=token\nWECOM_BOT_AES_KEY=${AES}\n`)
  const { typed } = await fillWays(typing('', 'secret-1', ''), ['bot'], known, false)
  expect(typed).toEqual({ WECOM_BOT_ID: 'bot01', WECOM_BOT_TOKEN: '', WECOM_BOT_AES_KEY: '', WECOM_BOT_SECRET: 'secret-1' })
})

it('puts aside what is not whole, and goes on with the next', async () => {
  const asker = typing('ww01', '', 'wechaty-puppet-service', '', '', 'bot01', 'secret-1', '"小坪,说事"')
  const { typed, aside } = await fillWays(asker, ['mass', 'wechaty', 'bot'], {}, false)
  expect([typed, aside]).toEqual([{ WECOM_BOT_ID: 'bot01', WECOM_BOT_SECRET: 'secret-1', BOT_NAMES: '小坪,说事' }, ['mass', 'wechaty']])
  expect(asker.said).toContain('没有客户联系的 Secret，客户群群发先放一放，有了再来。')
  expect(asker.said.join()).toContain('WECHATY_TOKEN：没有写')
  expect(asker.said).toContain('Wechaty先放一放，刚才填的没有写。')
})

it('does not blame a way for what was half before', async () => {
  const { aside } = await fillWays(typing('bot01', 'secret-1', ''), ['bot'], { WECOM_AGENT_ID: '1' }, false)
  expect(aside).toEqual([])
})

it('asks once for what two ways share', async () => {
  const asker = typing('https://say.example.cn', 'ww01', '1000002', 'secret-1', 'token', AES, 'secret-2', 'token', AES)
  const { typed } = await fillWays(asker, ['app', 'reports', 'kf', 'form'], {}, true)
  expect([typed.WECOM_CORP_ID, typed.WECOM_KF_SECRET]).toEqual(['ww01', 'secret-2'])
  expect(asker.said.filter((line) => line.includes('要填的上面都填过了'))).toHaveLength(2)
})
