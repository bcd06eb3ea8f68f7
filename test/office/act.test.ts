import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { type Office, officeOf } from '../support/office.ts'
import { first, startVillage, type Village } from '../support/village.ts'

let village: Village
let ticket: SandboxTicket
let owner: Office
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

beforeAll(async () => {
  village = await startVillage()
  ticket = await village.tell(first(village.residents), '三社路口的路灯又不亮了')
  owner = await officeOf(village.town, ticket.owner?.id ?? '', ticket.number)
})
afterAll(() => village.town.close())

const step = (order: string): string => `/office/m/${encodeURIComponent(ticket.number)}/do/${encodeURIComponent(order)}`
/** What the page says back, as text. */
const saidOn = (page: string): string[] =>
  [...page.matchAll(/<p class="lines">(.*?)<\/p>/gu)].map((m) => (m[1] ?? '').replaceAll(/<[^>]+>/gu, ''))

describe('what is done on a page', () => {
  it('leads from the link to the matter that was asked for', () => {
    expect(decodeURIComponent(owner.landed)).toBe(`/office/m/${ticket.number}`)
  })

  it('is done once, however often the button is pressed, and answered on the page alone', async () => {
    const before = (await village.wordsTo(ticket.owner?.id ?? '')).length
    const fields = { id: 'pressed-twice', back: '/office' }
    const [one, two] = await Promise.all([owner.post(step('接'), fields), owner.post(step('接'), fields)])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(one.headers.get('location')).toBe('/office?said=pressed-twice')
    const { history } = await village.now(ticket)
    expect(history.filter((e) => e.what === '接了')).toHaveLength(1)
    expect(saidOn(await owner.read('/office?said=pressed-twice'))[0]).toContain(`【${ticket.number}】${ticket.owner?.name}接了`)
    expect((await village.wordsTo(ticket.owner?.id ?? '')).length).toBe(before)
  })

  it('tells others as always', async () => {
    await owner.post(step('挂账'), { id: 'waits-a-while', day: '2026-12-10', note: '等配件' })
    await village.town.settle()
    expect((await village.wordsTo(first(village.residents))).at(-1)).toContain('等配件')
    expect(await village.now(ticket)).toMatchObject({ status: 'waiting' })
  })

  it('is taken back within ten minutes', async () => {
    expect(await owner.read('/office')).toContain('十分钟内可以撤销')
    await owner.post('/office/undo', { id: 'taken-back-1', back: '/office' })
    expect(await village.now(ticket)).toMatchObject({ status: 'open' })
    expect(saidOn(await owner.read('/office?said=taken-back-1'))[0]).toContain('已撤销')
  })

  it('says what is missing, and keeps what was typed', async () => {
    const answer = await owner.post(step('延期'), { id: 'no-day-given', note: '等配件从县里来' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('还没有填“延到哪天”。')
    expect(page).toContain('等配件从县里来</textarea>')
  })

  it('is refused in the words of chat, and keeps what was typed', async () => {
    const answer = await owner.post(step('延期'), { id: 'too-early-day', day: '2026-11-26', note: '等配件' })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(saidOn(page)[0]).toContain('本来就到')
    expect(page).toContain('value="2026-11-26"')
  })

  it('takes a photo for the matter, shows it to whoever sees the matter, and to nobody else', async () => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ id: 'with-a-photo', note: '换了灯泡' })) body.set(name, value)
    body.set('photo', new Blob([PNG], { type: 'image/png' }), '灯.png')
    const answer = await owner.send(step('办结'), body)
    expect(answer.status).toBe(303)
    expect(await village.now(ticket)).toMatchObject({ status: 'resolved' })
    const src = /<img src="([^"]+)"/u.exec(await owner.read(owner.landed))?.[1] ?? ''
    expect((await owner.get(src)).headers.get('content-type')).toBe('image/jpeg')
    const [stranger] = (await village.town.people(`role=keeper&village=${encodeURIComponent('河口村')}`)) ?? []
    expect((await (await officeOf(village.town, stranger?.id ?? '')).get(src)).status).toBe(404)
  })

  it('takes no file that is no picture', async () => {
    const body = new FormData()
    body.set('id', 'not-a-photo')
    body.set('note', '弄好了')
    body.set('photo', new Blob(['MZ program'], { type: 'image/png' }), '灯.png')
    const answer = await owner.send(step('办结'), body)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('有一个文件不是照片')
  })
})
