import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { officeOf } from '../support/office.ts'

let cast: Cast
let keeper: SandboxPerson
beforeAll(async () => {
  cast = await startCast()
  const { town, clerk, mediator } = cast
  const village = encodeURIComponent('坪头村')
  const [found] = (await town.people(`role=keeper&village=${village}`)).filter((p) =>
    p.roles.every((r) => r.role === 'keeper' || r.role === 'resident'),
  )
  keeper = found ?? clerk
  await cast.tell(clerk, '说事点 三社王大娘说和隔壁争地界')
  await cast.tell(mediator, '丈量 坪01 边长 20 10 20 10 对角 22.36 在场 甲方王大娘 乙方李晓东')
})
afterAll(() => cast.close())

/** What the bot answers, and the file that comes with it. */
async function ask(person: SandboxPerson, text: string) {
  await cast.tell(person, text)
  const last = (await cast.town.heardBy(person.id)).filter((m) => m.from.bot).at(-1)
  const [file] = last?.files ?? []
  const answer = file && (await fetch(cast.town.url + file.url))
  return {
    text: last?.text ?? '',
    name: file?.name ?? null,
    status: answer?.status ?? null,
    disposition: answer?.headers.get('content-disposition') ?? null,
    bytes: answer ? new Uint8Array(await answer.arrayBuffer()) : new Uint8Array(),
  }
}

const begins = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 4)).toString('latin1')

describe('a file asked for in chat', () => {
  it('is the ledger of the time that was named', async () => {
    const { text, name, bytes, disposition } = await ask(cast.mayor, '台账 本月')
    expect(text).toBe('2026年11月台账：登记1件，办结0件，现在超期0件。姓名和电话都已掩码。')
    expect(name).toBe('2026年11月台账.xlsx')
    expect(disposition).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('2026年11月台账.xlsx')}`)
    const [title, , , row] = await readSheet(Buffer.from(bytes), '邻里事')
    expect(title?.[0]).toBe('鸡峰镇说事台账（邻里事）')
    expect(row?.[1]).toBe('坪01')
  })

  it('is one table for other programs, with the mark that Excel wants', async () => {
    const { name, bytes } = await ask(cast.mayor, '台账 本月 CSV')
    expect(name).toBe('2026年11月台账.csv')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(Buffer.from(bytes).toString('utf8').split('\r\n')[1]).toMatch(/^1,坪01,2026-11-25 09:\d\d,坪头村,/u)
  })

  it('holds for a leader of some villages those villages and nothing of the measures', async () => {
    const { bytes } = await ask(cast.leader, '台账 本月')
    const summary = await readSheet(Buffer.from(bytes), '汇总')
    const led = summary.slice(3).map((r) => r[0])
    expect(led).toContain('坪头村')
    expect(led).not.toContain('丈量')
  })

  it('is the record of what was measured, with the same area as the ledger', async () => {
    const { name, bytes } = await ask(cast.mediator, '打印 坪01')
    expect(name).toBe('坪01丈量调解记录.docx')
    expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml')
    const ledger = await ask(cast.mayor, '台账 本月')
    const [, , head, row] = await readSheet(Buffer.from(ledger.bytes), '丈量')
    expect(row?.[head?.indexOf('面积（平方米）') ?? -1]).toBe(200)
  })

  it('is a village’s sheet for its board', async () => {
    const { name, bytes } = await ask(cast.clerk, '村务公开 坪头村')
    expect(name).toMatch(/^坪头村\d{4}年第.季度村务公开\.xlsx$/u)
    expect(begins(bytes)).toBe('PK\u0003\u0004')
  })

  it('is the whole file of a matter, to read or to write in', async () => {
    const pdf = await ask(cast.mediator, '卷宗 坪01')
    expect(pdf.text).toBe('【坪01】卷宗出好了。要能改的回“卷宗 坪01 Word”。里面有姓名，请不要转发。')
    expect([pdf.name, begins(pdf.bytes)]).toEqual(['坪01卷宗.pdf', '%PDF'])
    const word = await ask(cast.mediator, '卷宗 坪01 Word')
    expect([word.name, begins(word.bytes)]).toEqual(['坪01卷宗.docx', 'PK\u0003\u0004'])
  })
})

describe('whoever may not have it', () => {
  it('gets none', async () => {
    for (const [person, text] of [
      [cast.clerk, '台账 本月'],
      [cast.supervisor, '卷宗 坪01'],
      [keeper, '卷宗 坪01'],
      [keeper, '卷宗 信01'],
      [cast.supervisor, '打印 坪01'],
    ] as const)
      expect((await ask(person, text)).name, `${person.name} ${text}`).toBeNull()
  })

  it('no longer opens what was sent when the office is no longer theirs', async () => {
    await cast.tell(cast.mayor, '台账 本月')
    const [file] = (await cast.town.heardBy(cast.mayor.id)).at(-1)?.files ?? []
    await cast.town.sql(`UPDATE "PersonRole" SET role = 'resident' WHERE "personId" = '${cast.mayor.id}'`)
    await cast.town.sql('UPDATE "Town" SET "rosterVersion" = "rosterVersion" + 1')
    const answer = await fetch(cast.town.url + file?.url)
    expect([answer.status, await answer.json()]).toEqual([404, { error: expect.stringContaining('现在出不了') }])
  })
})

describe('a file on the office page', () => {
  it('is had by whoever may have it in chat, and by nobody else', async () => {
    const [mine, watching] = [await officeOf(cast.town, cast.mediator.id), await officeOf(cast.town, cast.supervisor.id)]
    const path = `/office/papers/case-file?${new URLSearchParams({ label: '坪01', form: 'pdf' })}`
    const got = await mine.get(path)
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await watching.get(path)).status).toBe(404)
    expect((await mine.get('/office/papers/ledger?period=2026&form=xlsx')).status).toBe(404)
    expect((await mine.get('/office/papers/everything')).status).toBe(404)
    expect((await fetch(cast.town.url + path)).status).toBe(403)
  })
})
