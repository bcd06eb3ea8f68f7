import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../../support/cast.ts'
import { codeOfVillage, type Phone, phoneAt, tellers } from '../../support/village-page.ts'

let cast: Cast
let code: string
let phone: Phone

beforeAll(async () => {
  cast = await startCast('坪头村')
  code = await codeOfVillage(cast.town, '坪头村', 'pingtoucode')
})
afterAll(() => cast.close())
beforeEach(async () => {
  await cast.town.sql('DELETE FROM "Bucket"')
  phone = phoneAt(cast.town, code)
})

const lamp = { text: '路口的路灯又不亮了', place: 'V01-S3' }
const tell = (fields: Record<string, string>, from = phone) => from.send({ pass: from.pass(), ...fields })
const tickets = async () => (await cast.town.tickets()).map((t) => `${t.number} ${t.title}`)

describe('what is written on the page', () => {
  it('is registered as in chat: number, code, owner and day stand there at once, and the group hears nothing', async () => {
    const { status, text } = await tell({ ...lamp, name: '周大爷', phone: '139 1234-5678' })
    expect(status).toBe(200)
    expect(phone.number(text)).toEqual({ number: '坪01', code: expect.stringMatching(/^[3-9A-Z]{4}$/u) })
    expect(text).toContain('正在办，李建国负责，12月4日（周五）前办。')
    await cast.town.settle()
    const owner = await cast.named('李建国')
    expect((await cast.words(owner)).at(-1)).toMatchInlineSnapshot(
      `"【坪01】三社路灯不亮，坪头村三社，说事码上的周大爷（未认），电话13912345678报。11月26日（周四）前回应，12月4日（周五）前办。回“接”“转 姓名”或“不受理 原因”。"`,
    )
    expect(await cast.posts('坪01')).toEqual([])
    const [row] = await cast.town.rows<{ source: string; ledger: string }>(`SELECT source FROM "Ticket" WHERE label = '坪01'`)
    expect(row).toEqual({ source: 'form' })
  })

  it('is 匿名 where nobody said who they are', async () => {
    await tell({ text: '四社那边自来水停了', place: 'V01-S4' })
    await cast.town.settle()
    const [row] = await cast.town.rows<{ name: string; phone: null }>(
      `SELECT p.name, p.phone FROM "Ticket" t JOIN "Person" p ON p.id = t."reporterId" WHERE t.label = '坪02'`,
    )
    expect(row).toEqual({ name: '匿名', phone: null })
  })

  it('ties nobody by a typed telephone, be it of somebody on the roster', async () => {
    const [known] = await cast.town.rows<{ phone: string; id: string }>(
      `SELECT id, phone FROM "Person" WHERE phone IS NOT NULL AND "onRoster" LIMIT 1`,
    )
    const { text } = await tell({ text: '五社的垃圾箱满了没人拉', place: 'V01-S5', phone: known?.phone ?? '' })
    const { number } = phone.number(text)
    const [row] = await cast.town.rows<{ onRoster: boolean }>(
      `SELECT p."onRoster" FROM "Ticket" t JOIN "Person" p ON p.id = t."reporterId" WHERE t.label = '${number}'`,
    )
    expect(row).toEqual({ onRoster: false })
    const owner = (await cast.town.ticket(number)).owner?.name ?? ''
    expect(text).not.toContain(known?.phone)
    await cast.town.settle()
    expect((await cast.words(await cast.named(owner))).at(-1)).toContain(`电话${known?.phone}`)
  })

  it('sent twice is one', async () => {
    const before = (await tickets()).length
    const pass = phone.pass()
    const fields = { pass, text: '六社水渠堵了', place: 'V01-S6' }
    const [first, second] = await Promise.all([phone.send(fields), phoneAt(cast.town, code).send(fields)])
    const third = await phone.send(fields)
    expect(phone.number(second.text)).toEqual(phone.number(first.text))
    expect(phone.number(third.text)).toEqual(phone.number(first.text))
    expect((await tickets()).length).toBe(before + 1)
    // Something else on the same page is not lost: it goes on with the first.
    const more = await phone.send({ ...fields, text: '水渠边的路也塌了一块' })
    expect(phone.number(more.text).number.startsWith(phone.number(first.text).number)).toBe(true)
    expect(more.text).toContain('路也塌了一块')
  })

  it('that nobody can call a matter is asked of the clerk, and has its number when the clerk says so', async () => {
    const { text } = await tell({ text: '河边那一片看着不太对劲' })
    expect(text).toContain('文书看了以后会登记')
    const { number, code: said } = phone.number(text)
    expect(number).toMatch(/^坪条\d\d$/u)
    await cast.town.settle()
    expect((await cast.words(cast.clerk)).at(-1)).toContain('“河边那一片看着不太对劲”。要登记吗？')
    await cast.tell(cast.clerk, '是')
    const asked = await phoneAt(cast.town, code).ask(number, said)
    expect(asked.text).toMatch(/坪\d\d /u)
    expect(asked.text).not.toContain('文书看了以后会登记')
  })

  it('asks the clerk three times a day and lists what comes after that', async () => {
    for (const where of ['沟里头', '山背后', '庙跟前', '塬上面']) await tell({ text: `${where}那一片看着不太对劲` })
    await cast.town.settle()
    const asked = (await cast.words(cast.clerk)).filter((w) => w.includes('不太对劲') && w.includes('要登记吗'))
    expect(asked.length).toBe(3)
    await cast.town.clockTo('2026-11-25T12:05:00+08:00')
    expect((await cast.words(cast.clerk)).at(-1)).toMatch(/^这几句像是有事.*塬上面/su)
  })
})

describe('what needs no number', () => {
  it('is answered from the duty list on the page itself', async () => {
    const { text } = await tell({ text: '低保怎么申请，要带什么材料' })
    expect(text).toContain('要带：')
    expect(text).not.toContain('回“登记”')
  })

  it('is handed to the police where it is theirs', async () => {
    const { text } = await tell({ text: '有人打电话说我中奖了让我转钱，我转了两千块被骗了' })
    expect(text).toContain('110')
    expect(phone.number(text).number).toMatch(/^坪条/u)
  })
})

describe('danger and what is nobody else’s business', () => {
  it('tells whoever is in danger at home what to do, and calls the duty cadre', async () => {
    const { text } = await tell({ text: '他又打我了，我害怕' })
    expect(text).toContain('有危险先离开，打110')
    expect(text).toContain('href="tel:110"')
    // Whoever takes up the telephone next must not read it.
    expect(text).not.toContain('他又打我了')
    await cast.town.settle()
    expect((await cast.words(cast.duty)).at(-1)).toContain('他又打我了')
    for (const { text: said } of await cast.town.heardIn(cast.group)) expect(said).not.toContain('打我')
  })

  it('shows nothing of a private matter without number and code', async () => {
    const { text } = await tell({ text: '我和隔壁老王为地界吵了好几回', place: 'V01-S2' })
    const { number, code: said } = phone.number(text)
    expect(text).toContain('不会在群里说')
    const other = phoneAt(cast.town, code)
    for (const path of [`/s/${code}/mine`, `/s/${code}/ask`, `/s/${code}`]) expect((await other.get(path)).text).not.toContain('地界')
    expect((await other.ask(number, 'AAAA')).text).toContain('编号或口令不对')
    expect((await other.ask(number, said.toLowerCase())).text).toContain('地界')
    await other.send({}, { to: `/s/${code}/close` })
    expect((await other.get(`/s/${code}/mine`)).text).not.toContain('地界')
  })

  it('knows a slip only behind the code of its own village', async () => {
    const { number, code: said } = phone.number((await tell({ text: '三社桥头的护栏断了', place: 'V01-S3' })).text)
    const elsewhere = await codeOfVillage(cast.town, '岩坪村', 'yanpingcode')
    expect((await phoneAt(cast.town, elsewhere).ask(number, said)).text).toContain('编号或口令不对')
    const stranger = phoneAt(cast.town, elsewhere)
    stranger.cookies.set('shuoshi-slip', phone.cookies.get('shuoshi-slip') ?? '')
    expect((await stranger.get(`/s/${elsewhere}/mine`)).text).not.toContain('护栏')
    expect((await phoneAt(cast.town, 'nosuchcode').get('/s/nosuchcode')).status).toBe(404)
  })
})

describe('asking again', () => {
  it('adds words to the matter, hears what was done, and ends it by the reporter’s word', async () => {
    const first = await tell({ text: '二社文化广场的健身器材松了', place: 'V01-S2', phone: '13912345678' })
    const { number } = phone.number(first.text)
    const more = (fields: Record<string, string>) => phone.get(`/s/${code}/mine`).then(({ text }) => later(text, fields))
    const later = (text: string, fields: Record<string, string>) => phone.send({ pass: aged(text), ...fields }, { to: `/s/${code}/mine` })
    const aged = (text: string) => phone.pass(`slip ${/data-keep="([^"]+)"/u.exec(text)?.[1]}`)
    const added = await more({ text: '螺丝全掉了，小孩在上面爬' })
    expect(added.text).toContain('记下了，已告诉')
    await cast.town.settle()
    const owner = await cast.named((await cast.town.ticket(number)).owner?.name ?? '')
    expect((await cast.words(owner)).at(-1)).toContain('螺丝全掉了')
    await cast.tell(owner, `接 ${number}`)
    await cast.tell(owner, `进展 ${number} 配件明天到`)
    expect((await phone.get(`/s/${code}/mine`)).text).toContain('配件明天到')
    await cast.tell(owner, `办结 ${number} 螺丝上紧了`)
    const done = (await phone.get(`/s/${code}/mine`)).text
    expect(done).toContain('螺丝上紧了')
    expect(await cast.words(owner)).toContainEqual(expect.stringMatching(/打个电话（13912345678）.*螺丝上紧了/u))
    expect(done).toContain('办好了没有？')
    const again = await later(done, { about: number, verdict: '没修好', text: '还是晃' })
    expect(again.text).toContain('正在办')
    await cast.town.settle()
    expect((await cast.words(owner)).at(-1)).toContain('还是晃')
    await cast.tell(owner, `办结 ${number} 换了新的`)
    const ended = await more({ about: number, verdict: '满意' })
    expect(ended.text).toContain('已办结')
    expect((await cast.town.ticket(number)).status).toBe('closed')
  })

  it('is no way to give orders', async () => {
    const { text } = await tell({ text: '一社路边的树倒了挡路', place: 'V01-S1' })
    const { number } = phone.number(text)
    const id = /data-keep="([^"]+)"/u.exec(text)?.[1]
    await phone.send({ pass: phone.pass(`slip ${id}`), text: `办结 ${number}` }, { to: `/s/${code}/mine` })
    expect((await cast.town.ticket(number)).status).toBe('open')
  })

  it('shows nothing else of somebody who turns out to be on the roster, and lets nobody act as them', async () => {
    const { text } = await tell({ text: '五社机井的水泵坏了', place: 'V01-S5', name: '老李' })
    const { number } = phone.number(text)
    const [neighbour] = cast.residents
    await cast.tell(cast.duty, `认人 坪头村${neighbour?.name}`)
    const [tied] = await cast.town.rows<{ reporter: string }>(`SELECT "reporterId" AS reporter FROM "Ticket" WHERE label = '${number}'`)
    expect(tied?.reporter).toBe(neighbour?.id)
    if (neighbour) await cast.tell(neighbour, '我和媳妇吵架，她回娘家了，想请人说和说和')
    const page = (await phone.get(`/s/${code}/mine`)).text
    expect(page).toContain('水泵')
    expect(page).not.toContain('娘家')
    expect((await cast.town.ticket(number)).status).toBe('open')
    // Where they are reached now is their own way; the page is none.
    const ways = await cast.town.rows(`SELECT 1 FROM "Identity" WHERE channel = 'form' AND "personId" = '${neighbour?.id}'`)
    expect(ways).toEqual([])
  })

  it('is stopped where somebody guesses', async () => {
    const { number, code: said } = phone.number((await tell({ text: '四社的路灯一直闪', place: 'V01-S4' })).text)
    const guesser = phoneAt(cast.town, code)
    const answers: number[] = []
    for (let n = 0; n < 6; n++) answers.push((await guesser.ask(number, 'AAAA')).status)
    expect(answers).toEqual([403, 403, 403, 403, 403, 429])
    expect((await guesser.ask(number, said)).status).toBe(429)
    // A number that does not exist is told from no other.
    expect((await phoneAt(cast.town, code).ask('坪999', 'AAAA')).text).toContain('编号或口令不对')
  })
})

describe('what is held off', () => {
  it('keeps every field when one is wrong, and says it next to it', async () => {
    const { status, text } = await tell({ text: '三社路灯不亮', place: 'V01-S3', house: '大槐树底下', name: '老周', phone: '1391' })
    expect(status).toBe(400)
    for (const kept of ['三社路灯不亮', '大槐树底下', '老周', '1391']) expect(text).toContain(kept)
    expect(text).toMatch(/value="V01-S3" checked/u)
    expect(text).toMatch(/value="1391"[^>]*aria-describedby="fault-phone"/u)
    expect(text).toContain('id="fault-phone"')
  })

  it.each([
    ['a page that was never opened', { pass: 'x.y' }],
    ['the pass of another page', { pass: '' }],
    ['a field that nobody sees', { website: 'http://buy' }],
  ])('takes nothing from %s', async (_, wrong) => {
    const before = (await tickets()).length
    const { status, text } = await tell({ ...lamp, ...wrong, text: '二社路灯不亮了吧' })
    expect(status).toBe(400)
    expect(text).toContain('请再点一次')
    expect(text).toContain('二社路灯不亮了吧')
    expect((await tickets()).length).toBe(before)
  })

  it('takes a few slips from one telephone and then asks for patience, and keeps what was written', async () => {
    const answers: number[] = []
    let last = ''
    for (let n = 0; n < 10; n++) {
      const { status, text } = await tell({ text: `第${n}遍说路灯` })
      answers.push(status)
      last = text
    }
    expect(answers.filter((s) => s === 429).length).toBe(2)
    expect(last).toContain('第9遍说路灯')
    expect(last).toContain('请过几分钟')
  })

  it('reads nothing that is larger than three photos', async () => {
    const big = { name: 'a.jpg', type: 'image/jpeg', bytes: new Uint8Array(26 * 1024 * 1024) }
    const { status, text } = await phone.send({ pass: phone.pass(), ...lamp }, { photos: [big] })
    expect(status).toBe(413)
    expect(text).toContain('太大')
  })

  it('takes no form of another site', async () => {
    const { status } = await phone.send({ pass: phone.pass(), ...lamp }, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(status).toBe(403)
  })

  it('keeps photos without where they were taken, and judges them by their bytes', async () => {
    const bytes = new Uint8Array(
      await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#486' } })
        .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 30/1 0/1' } })
        .jpeg()
        .toBuffer(),
    )
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const photo = { name: 'a.jpg', type: 'image/jpeg', bytes }
    const script = { name: 'b.jpg', type: 'image/jpeg', bytes: new TextEncoder().encode('<script>alert(1)</script>') }
    const fields = { pass: phone.pass(), text: '三社的井盖裂了', place: 'V01-S3' }
    const refused = await phone.send(fields, { photos: [photo, script] })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('这张照片打不开')
    expect(refused.text).toContain('刚才的1张照片还在')
    const sent = await phone.send(fields)
    expect(sent.text).toContain('（1张照片）')
    const kept = await cast.town.rows<{ type: string; bytes: Buffer }>(`SELECT type, bytes FROM "Photo"`)
    expect(kept.length).toBe(1)
    for (const { type, bytes } of kept) {
      const { exif, xmp, iptc, width } = await sharp(bytes).metadata()
      expect({ type, exif, xmp, iptc, width }).toEqual({
        type: 'image/jpeg',
        exif: undefined,
        xmp: undefined,
        iptc: undefined,
        width: 1600,
      })
      expect(bytes.includes('Telephone')).toBe(false)
    }
  })
})

describe('told by a cadre for somebody', () => {
  it('names the cadre through whom it is answered, and is offered to nobody else', async () => {
    expect((await phone.get()).text).not.toContain('替别人说')
    const theirs = phoneAt(cast.town, code)
    theirs.cookies.set('shuoshi-teller', tellers.issue(cast.clerk.id, new Date()).value)
    expect((await theirs.get()).text).toContain(`我是${cast.clerk.name}，替别人说`)
    const unnamed = await tell({ text: '三社王大娘家门口水渠堵了', through: 'yes' }, theirs)
    expect(unnamed.text).toContain('替谁说的？')
    const { text } = await tell({ text: '家门口的水渠堵了', place: 'V01-S3', name: '王大娘', through: 'yes' }, theirs)
    const { number } = theirs.number(text)
    const [row] = await cast.town.rows<{ source: string; throughId: string; throughName: string }>(
      `SELECT source, "throughId", "throughName" FROM "Ticket" WHERE label = '${number}'`,
    )
    expect(row).toEqual({ source: 'noted', throughId: cast.clerk.id, throughName: '王大娘' })
    // Somebody else with the same cookie's name and no right signature is nobody.
    const forged = phoneAt(cast.town, code)
    forged.cookies.set('shuoshi-teller', `${Buffer.from(cast.clerk.id).toString('base64url')}.9999999999999.x`)
    expect((await forged.get()).text).not.toContain('替别人说')
  })
})
