import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseFileOf } from '../../src/papers/case-file/of-label.ts'
import type { Desk } from '../../src/ports/desk.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { atDesk } from '../support/desk.ts'
import { bothOf, wordOf } from '../support/papers.ts'
import { aPhoto } from '../support/photo.ts'

let cast: Cast
const fail = (): never => {
  throw new Error('nothing there')
}
const NUMBER = '坪01'
const read = <T>(look: (desk: Desk) => Promise<T>): Promise<T> => atDesk(cast.town.databaseUrl, look)
const paperFor = async (reader: { id: string } | null, label = NUMBER) =>
  read(async (desk) => (await caseFileOf(desk, reader && (desk.roster.people.get(reader.id) ?? null), label))?.paper ?? null)

beforeAll(async () => {
  cast = await startCast()
  const { town, mediator, residents } = cast
  const [teller] = residents
  if (!teller) throw new Error('nobody')
  await town.sql(`UPDATE "Person" SET phone = '13900001234' WHERE id = '${teller.id}'`)
  await town.sql(`UPDATE "Town" SET "rosterVersion" = "rosterVersion" + 1`)
  const photo = { name: '地界.jpg', base64: (await aPhoto('#7a8f6a')).toString('base64') }
  await town.say(cast.group, teller.id, '我家隔壁把地界石往我家地里挪了半米，占了我家的地，打我电话13900001234', { image: photo })
  await town.settle()
  await town.advance('PT10M')
  const steps = [
    `丈量 ${NUMBER} 边长 20 10 20 10 对角 22.3605 另一条对角线 22.3 基线朝东 在场 甲方王勇、乙方李志强`,
    `丈量 ${NUMBER} 甲方认可`,
    `丈量 ${NUMBER} 乙方不认可 说少量了半米`,
    `走访记录 ${NUMBER} 到地里看了，界石确实动过`,
    `调解记录 ${NUMBER} 甲方王勇 乙方李志强 说到院墙 双方愿意`,
    `调解协议 ${NUMBER} 书面 12月10日前界石挪回原处；以后各走各的路`,
  ]
  await cast.tell(mediator, `接 ${NUMBER}`)
  for (const step of steps) await cast.tell(mediator, step)
  await cast.tell(mediator, `办结 ${NUMBER} 界石挪回去了`, {
    image: { name: '办好.jpg', base64: (await aPhoto('#5a6f9a')).toString('base64') },
  })
  await cast.tell(teller, '满意')
}, 60_000)
afterAll(() => cast.close())

describe('the file of a matter', () => {
  it('has its parts in the order of an archive', async () => {
    const paper = await paperFor(cast.secretary)
    expect(paper?.sections.map((s) => s.title)).toEqual([
      '一、登记表',
      '二、原始消息和照片',
      '三、受理与分办',
      '四、走访和调查记录',
      '五、议事和调解记录',
      '六、调解协议',
      '七、办结说明和照片',
      '八、回访',
      '九、送达和签字',
      '十、记录校验值',
    ])
  })

  it('says the same in Word and in PDF, and its contents name the right pages', async () => {
    const paper = await paperFor(cast.secretary)
    if (!paper) throw new Error('no file')
    const { word, pdf, pages } = await bothOf(paper)
    const titles = paper.sections.map((s) => s.title.replace(/\s/gu, ''))
    // The page numbers of the contents are fields, which Word fills in.
    let contents = pages[1] ?? ''
    for (const [i, title] of titles.entries()) {
      const next = i + 1 < titles.length ? `${i + 2}${titles[i + 1]}` : '记录校验值：'
      const page = new RegExp(`${title}(\\d+)(?=${next})`, 'u').exec(contents)?.[1] ?? ''
      expect(pages[Number(page) - 1], title).toContain(title)
      contents = contents.replace(`${title}${page}${next}`, `${title}${next}`)
    }
    expect(pdf.replace(pages[1] ?? '', contents)).toBe(word)
  })

  it('holds what the database holds: words, areas, agreement, the check values of three histories', async () => {
    const word = await wordOf((await paperFor(cast.secretary)) ?? fail())
    expect(word).toContain('我家隔壁把地界石往我家地里挪了半米')
    expect(word).toContain('面积200.00平方米')
    expect(word).toContain('1.12月10日前界石挪回原处')
    const hashes = await read(async (desk) => {
      const ticket = await desk.ticketByNumber([...desk.roster.nodes.values()].find((n) => n.short === '坪')?.id ?? '', 1)
      return (await desk.history(ticket?.id ?? '')).map((e) => e.hash)
    })
    expect(word).toContain(`事项${hashes.length}${hashes.at(-1)}前后相连`)
  })

  it('says so where a line of the history was changed behind its back', async () => {
    await cast.town.sql('ALTER TABLE "TicketEvent" DISABLE TRIGGER ALL')
    await cast.town.sql(`UPDATE "TicketEvent" SET note = '界石没有动' WHERE what = 'resolved'`)
    const word = await wordOf((await paperFor(cast.secretary)) ?? fail())
    expect(word).toMatch(/从第\d+笔起对不上/u)
  })

  it('prints photographs upright and without the place where they were taken, each with its step', async () => {
    const paper = (await paperFor(cast.secretary)) ?? fail()
    const pictures = paper.sections.flatMap((s) => s.blocks.flatMap((b) => (b.is === 'picture' ? [{ in: s.title, ...b.picture }] : [])))
    expect(pictures.map((p) => [p.in, p.type])).toEqual([
      ['二、原始消息和照片', 'jpg'],
      ['四、走访和调查记录', 'png'],
      ['七、办结说明和照片', 'jpg'],
    ])
    for (const { bytes, type } of pictures) if (type === 'jpg') expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  })
})

describe('the file of a petition', () => {
  it('has an order of its own, for those who handle it and for nobody else', async () => {
    await cast.tell(cast.duty, '信访 登记 周德福 征地补偿少算了两分地；要求补发')
    await cast.tell(cast.duty, `信访 1 包案 ${cast.mayor.name}`)
    await cast.tell(cast.mayor, '信访 1 受理')
    await cast.tell(cast.mayor, '信访 1 走访 本人说当年量地时他不在家 电话13900001234')
    await cast.tell(cast.mayor, '信访 1 认定 1 有理 少算两分属实')
    await cast.tell(cast.mayor, '信访 1 认定 2 有理 已补发')
    await cast.tell(cast.mayor, '信访 1 答复 补发两分地的钱')
    const paper = (await paperFor(cast.mayor, '信01')) ?? fail()
    expect(paper.sections.map((s) => s.title)).toEqual([
      '一、信访事项登记表',
      '二、来信来访原话',
      '三、受理告知和期限',
      '四、诉求和认定',
      '五、走访记录',
      '六、处理意见和答复',
      '七、办理经过',
      '八、送达和签字',
      '九、记录校验值',
    ])
    const word = await wordOf(paper)
    expect(word).toContain('补发两分地的钱')
    expect(word).toContain('139****1234')
    expect(word).not.toContain('13900001234')
    for (const other of [cast.secretary, cast.mediator, cast.supervisor, cast.residents[0] ?? fail()])
      expect(await paperFor(other, '信01')).toBeNull()
  })
})
