import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxLastWord, SandboxPerson, SandboxTicket, SandboxTicketWhole, SandboxWaiting } from '../../src/ports/sandbox.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let scene: Scene
let other: Scene

beforeAll(async () => {
  town = await startTown()
  scene = await sceneIn(town, '河口村')
  other = await sceneIn(town, '石桥村')
})
afterAll(() => town.close())

interface Answer {
  status: number
  body: { error?: string }
}

async function ask(path: string, body?: unknown): Promise<Answer> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const answer = await fetch(`${town.url}/sandbox/api/${path}`, init)
  return { status: answer.status, body: (await answer.json()) as { error?: string } }
}
const get = async <T>(path: string): Promise<T> => (await (await fetch(`${town.url}/sandbox/api/${path}`)).json()) as T
const here = () => `groups/${scene.group}/messages`

describe('who may speak where', () => {
  it('refuses somebody who is not in the group, by name', async () => {
    const stranger = nth(other.residents, 0)
    expect(await ask(here(), { from: stranger.id, text: '你们村的灯真亮' })).toEqual({
      status: 400,
      body: { error: `${stranger.name}不在“河口村便民之声”这个群里，不能在这里说话` },
    })
  })

  it('refuses another person in a private chat', async () => {
    const [mine, yours] = [nth(scene.residents, 0), nth(scene.residents, 1)]
    expect(await ask(`people/${mine.id}/messages`, { from: yours.id, text: '进度' })).toEqual({
      status: 400,
      body: { error: `这是${mine.name}和说事的私聊，${yours.name}不能在这里说话` },
    })
  })

  it('lets a member speak whom no roster knows', async () => {
    const unknown = (await get<SandboxPerson[]>(`people?group=${scene.group}`)).filter((p) => p.roles.length === 0)
    expect(await ask(here(), { from: nth(unknown, 0).id, text: '大家好' })).toMatchObject({ status: 200 })
  })

  it('lists everybody who is in a group, the cadres’ group as well', async () => {
    const roles = (await get<SandboxPerson[]>('people?group=G90')).flatMap((p) => p.roles.map((r) => r.role))
    expect([...new Set(roles)].sort()).toEqual(['clerk', 'duty', 'leader', 'mediator', 'secretary'])
  })
})

describe('what cannot be taken', () => {
  const wav = Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1').toString('base64')
  it.each([
    ['an id of the bot', { text: '好', id: 'n:reply:1' }, 'id：不能用 n: 或渠道名加冒号开头'],
    ['a NUL in the text', { text: '灯\u0000坏了' }, 'text：里有不能用的字符'],
    ['half a character', { text: '灯坏了\ud83d' }, 'text：里有不能用的字符'],
    ['an id of another channel', { text: '好', id: 'wechaty:1' }, 'id：不能用 n: 或渠道名加冒号开头'],
    ['a recording as a photo', { image: { name: 'a.webp', base64: wav } }, '这不是 JPEG、PNG、GIF 或 WebP 照片'],
    ['nothing at all', { text: ' ' }, '写一句话，或者发一张照片'],
    ['a number as text', { text: 7 }, 'text：无效输入：期望 string，实际接收 数字'],
  ])('says so of %s', async (_what, body, error) => {
    expect(await ask(here(), { from: nth(scene.residents, 0).id, ...body })).toEqual({ status: 400, body: { error } })
  })

  it('keeps the neighbours of a text that cannot be kept', async () => {
    const texts = ['上午好', '灯\u0000坏了', '下午见']
    const answers = await Promise.all(texts.map((text) => ask(here(), { from: nth(scene.residents, 1).id, text })))
    expect(answers.map((a) => a.status)).toEqual([200, 400, 200])
  })

  it.each([
    ['what is no JSON', 'groups/G02/messages', '{', 400, '请求体不是 JSON'],
    ['an empty body', 'settle', '', 400, '请求体是空的，没有内容时请写 {}'],
    ['too much', 'settle', `"${'x'.repeat(2_000_000)}"`, 413, '内容太大了，一次最多 12 MB，照片请先缩小'],
    ['an address that is none', 'groups/%E4%/messages', '{}', 400, '地址写得不对'],
  ])('says in Chinese what is wrong with %s', async (_what, path, body, status, error) => {
    const answer = await fetch(`${town.url}/sandbox/api/${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect([answer.status, await answer.json()]).toEqual([status, { error }])
  })

  it('refuses a clock that is told two things', async () => {
    expect(await ask('clock', { advance: 'PT1M', to: '2030-01-01T00:00:00+08:00' })).toEqual({
      status: 400,
      body: { error: 'advance 和 to 只能写一个' },
    })
  })
})

describe('pages', () => {
  it.each(['messages', 'people', 'tickets'])('does not begin anew after an unknown row of %s', async (what) => {
    const path = what === 'messages' ? `${here()}?after=nobody` : `${what}?after=nobody`
    expect((await ask(path)).status).toBe(404)
  })

  it('takes an empty parameter for none', async () => {
    expect(await ask('people?after=&village=&q=')).toMatchObject({ status: 200 })
    expect(await ask(`${here()}?after=`)).toMatchObject({ status: 200 })
    expect(await ask('tickets?after=&open=')).toMatchObject({ status: 200 })
  })

  it('walks back to the first word of a conversation', async () => {
    const [who] = other.residents
    for (let n = 0; n < 3; n++) await other.say(nth(other.residents, 0), `大家吃了吗 ${n}`)
    const all = await town.heardIn(other.group)
    const before = await get<typeof all>(`groups/${other.group}/messages?before=${encodeURIComponent(all.at(-1)?.id ?? '')}`)
    expect(before.map((m) => m.id)).toEqual(all.slice(0, -1).map((m) => m.id))
    expect(before[0]?.from.id).toBe(who?.id)
  })

  it('lists every ticket once, however many opened at one moment', async () => {
    await scene.say(nth(scene.residents, 0), '二社的路灯不亮了')
    const columns = (await columnsOf('Ticket')).filter((c) => !['id', 'label', 'number', 'openedAt'].includes(c)).map((c) => `t."${c}"`)
    const names = columns.map((c) => c.slice(2)).join(', ')
    await town.sql(`
      INSERT INTO "Ticket" (id, label, number, "openedAt", ${names})
      SELECT 'copy-' || n, '抄' || n, 100 + n, t."openedAt" + (n / 200) * interval '1 second', ${columns.join(', ')}
      FROM (SELECT * FROM "Ticket" WHERE label = '河01') t, generate_series(1, 450) n`)
    const found: string[] = []
    for (let after = ''; ; ) {
      const page = await get<SandboxTicket[]>(`tickets?village=${encodeURIComponent('河口村')}&after=${encodeURIComponent(after)}`)
      found.push(...page.map((t) => t.number))
      after = page.at(-1)?.number ?? ''
      if (page.length < 200) break
    }
    expect(found).toHaveLength(451)
    expect(new Set(found).size).toBe(451)
    await town.sql(`DELETE FROM "Ticket" WHERE id LIKE 'copy-%'`)
  })
})

async function columnsOf(table: string): Promise<string[]> {
  const rows = await town.rows<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '${table}'`,
  )
  return rows.map((r) => r.name)
}

describe('what the page shows', () => {
  it('gives a ticket’s words and photos with it', async () => {
    const told = await get<SandboxTicketWhole>(`tickets/${encodeURIComponent('河01')}`)
    expect(told.said.map((m) => [m.from.name, m.text])).toEqual([[nth(scene.residents, 0).name, '二社的路灯不亮了']])
  })

  it('gives the last word of each conversation, newest first', async () => {
    await scene.say(nth(scene.residents, 2), '今天天气好')
    const words = await get<SandboxLastWord[]>('last-words')
    expect(words[0]).toMatchObject({ conversation: { group: scene.group }, name: '河口村便民之声', message: { text: '今天天气好' } })
    expect(words.map((w) => w.message.at)).toEqual(
      words
        .map((w) => w.message.at)
        .sort()
        .reverse(),
    )
  })

  it('tells whom a group lets finish, and what the night holds back', async () => {
    const who = nth(scene.residents, 3)
    await town.say(scene.group, who.id, '三社的水渠堵了')
    const waiting = () => get<SandboxWaiting>(`groups/${scene.group}/waiting`)
    await expect.poll(async () => (await waiting()).telling.map((t) => t.person.name), { timeout: 20_000 }).toEqual([who.name])
    await town.settle()
    expect(await waiting()).toEqual({ telling: [], held: null })
    await town.advance('PT13H')
    await scene.say(who, '四社的变压器跳闸了，停电了')
    expect((await waiting()).held).toMatchObject({ count: 1, until: expect.stringMatching(/T23:00:00/u) })
  })
})
