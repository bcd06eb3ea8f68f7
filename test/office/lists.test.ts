import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'
import { type Office, officeOf } from '../support/office.ts'

let cast: Cast
const offices = new Map<string, Office>()
const officeFor = async (person: { id: string }): Promise<Office> => {
  const office = offices.get(person.id) ?? (await officeOf(cast.town, person.id))
  offices.set(person.id, office)
  return office
}
/** What stands in the table of a page. */
const rowsOf = (page: string): string => /<tbody[\s\S]*?<\/tbody>/u.exec(page)?.[0] ?? ''
const read = async (person: { id: string }, path: string): Promise<string> => (await officeFor(person)).read(`/office/${path}`)

beforeAll(async () => {
  cast = await startCast()
  const [told, neighbour, petitioner, cheated] = cast.residents
  await cast.town.say(cast.group, told?.id ?? '', '三社路口的路灯又不亮了')
  await cast.town.settle()
  await cast.town.tell(neighbour?.id ?? '', '隔壁把界石往我家地里挪了一米，一直占着我的地')
  await cast.town.settle()
  await cast.tell(cheated ?? cast.clerk, '文书收了我两百块钱才给盖章')
  await cast.tell(cast.duty, `信访 登记 ${petitioner?.name} 低保停了没给说法 2026年11月20日收到`)
})
afterAll(() => cast.close())

describe('the list of matters', () => {
  it('finds by words what its reader may read, and nothing else', async () => {
    const keeper = await cast.named('李晓东')
    expect(rowsOf(await read(cast.mediator, 'matters?q=界石'))).toContain('坪02')
    expect(await read(keeper, 'matters?q=界石')).toContain('没有这样的事')
    expect(rowsOf(await read(keeper, 'matters?q=路灯'))).toContain('坪01')
    const beside = (await cast.town.people(`role=clerk&village=${encodeURIComponent('河口村')}`))[0] ?? keeper
    expect(await read(beside, 'matters?state=all&q=路灯')).toContain('没有这样的事')
  })

  it('finds 坪02 however it is said, and a person', async () => {
    for (const said of ['坪02', '坪2', '坪头村2号', '2'])
      expect(rowsOf(await read(cast.secretary, `matters?q=${encodeURIComponent(said)}`)), said).toContain('坪02')
    const [, neighbour] = cast.residents
    expect(rowsOf(await read(cast.secretary, `matters?q=${encodeURIComponent(neighbour?.name ?? '')}`))).toContain('坪02')
  })

  it('shows the oversight committee a private matter as its number, kind and dates', async () => {
    const rows = rowsOf(await read(cast.supervisor, 'matters?state=all&kind=neighbour'))
    expect(rows).toContain('坪02')
    expect(rows).toContain('邻里事，内容不公开')
    expect(rows).not.toMatch(/地界|界石/u)
  })

  it('knows of no matter that is about its reader', async () => {
    const all = await read(cast.leader, 'matters?state=all')
    expect(all).toContain('共3件')
    const clerks = await read(cast.clerk, 'matters?state=all')
    expect(clerks).not.toContain('坪03')
    expect(await read(cast.clerk, 'matters?q=坪03')).toContain('没有这样的事')
  })

  it('takes an address that says nothing for one that asks for nothing', async () => {
    const office = await officeFor(cast.secretary)
    const page = await office.get('/office/matters?state=never&from=1~2&opened=99&in=nowhere&due=2026-13-40&kind=&late=yes&stage=x')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('坪01')
    for (const path of ['calendar?month=2026-99', 'matters?due=2026-02-31', 'matters?owner=%00&duty=%00&in=%00&q=%00%25_', 'people?in=%00'])
      expect((await office.get(`/office/${path}`)).status, path).toBe(200)
    expect((await office.get('/office/measures/team/%00')).status).toBe(400)
  })

  it('tells by no address how somebody is called', async () => {
    const [told] = cast.residents
    expect(await read(cast.secretary, `matters?owner=${told?.id}`)).not.toContain(told?.name)
    expect(await read(cast.secretary, `matters?owner=${cast.clerk.id}`)).toContain(cast.clerk.name)
  })
})

describe('the people of the grid', () => {
  it('are those of the villages that the reader is in office for', async () => {
    expect(await read(cast.secretary, 'people?in=V02')).toContain('<h1>坪头村</h1>')
    expect(await read(cast.mayor, 'people?in=V02')).toContain('<h1>河口村</h1>')
  })

  it('show a household’s telephone to its keeper, and not to the keeper of others', async () => {
    const home = 'people?in=V01-S3-T1'
    const [theirs, beside] = [await cast.named('李建国'), await cast.named('李晓东')]
    const phone = /家里人">周德福[\s\S]*?href="tel:(\d+)"/u
    expect(await read(theirs, home)).toMatch(phone)
    expect(await read(beside, home)).toContain('不归您看')
    expect(await read(beside, home)).not.toMatch(phone)
    expect(await read(cast.supervisor, home)).not.toContain('周德福')
  })
})

describe('the ten measures', () => {
  it('open for those who may read them, and are nowhere for others', async () => {
    const status = async (person: { id: string }, path: string) => (await (await officeFor(person)).get(`/office/measures/${path}`)).status
    expect(await status(cast.duty, 'petitions/1')).toBe(200)
    expect(await status(cast.clerk, 'petitions/1')).toBe(404)
    expect(await status(cast.clerk, 'enforcement')).toBe(404)
    expect(await status(cast.leader, 'enforcement')).toBe(200)
    expect(await status(cast.supervisor, 'petitions')).toBe(404)
    expect(await status(cast.clerk, 'nothing')).toBe(404)
  })
})
