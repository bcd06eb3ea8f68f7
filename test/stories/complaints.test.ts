import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judged, type ModelDouble, startModelDouble } from '../support/model-double.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let double: ModelDouble
let town: Town
beforeAll(async () => {
  double = await startModelDouble()
  town = await startTown({
    ...{ LLM_BASE_URL: double.url, LLM_API_KEY: 'k', LLM_MODEL: 'm', LLM_WHEN: 'always', LLM_PER_PERSON: '99', LLM_PER_DAY: '1000' },
    REPORT_WINDOW_SECONDS: '0',
  })
})
afterAll(async () => {
  await town.close()
  await double.close()
})

const VILLAGES = ['坪头村', '河口村', '林家沟村', '石桥村', '岩坪村', '榆树湾村', '杏花岭村']
let n = 0
const next = async (): Promise<Scene> => sceneIn(town, nth(VILLAGES, n++ % VILLAGES.length))

/** Whatever the group reads of it is a number. */
const NUMBER_ONLY = /^(?:@\S+ )?【[^】]+】收到，已转责任干部，会单独联系您。$/u

async function readsNumberAtMost(scene: Scene, before: number): Promise<void> {
  for (const post of (await scene.posts()).slice(before)) expect(post).toMatch(NUMBER_ONLY)
}

describe('what hints at somebody in office, told in the group', () => {
  it.each([
    '二社修路的钱是会计的侄子包的工，路面一年就烂了，没人敢说',
    '学校门口那排门面是局里有人的那家盖的，把排水沟都占了',
    '包工头跟镇上干部有亲戚，挖沙把河堤都挖空了',
    '五社那片林子叫领头的几户卖了，背后有人撑腰',
    '低保名单里有当官的亲戚，真正穷的没吃上，收了人家的钱',
    '文书把我家的危房补助扣了两千块',
    '村主任偏心，自来水只给他自家人那边接',
    '网格员从来不来，来了就骂人',
    '水管是村干部的小舅子装的，收了每户三百块钱，三天两头漏',
    '派出所上班的那家占了我们社的打麦场盖房子',
    '人大代表家把路挖断了，没人敢管',
    '支书把集体的树卖了，钱装自己兜里',
  ])('%s: the group reads a number at most', async (text) => {
    double.answers(() => judged({}))
    const scene = await next()
    const before = (await scene.posts()).length
    await scene.say(nth(scene.residents, 0), text)
    await readsNumberAtMost(scene, before)
  })
})

describe('what only a second look takes for a complaint', () => {
  it.each([
    ['三社的路灯只给那几家亮，我们这边的不亮了', { duty: 'V-CADRE', title: '路灯安装不公', words: ['路灯'] }],
    ['一社水管爆了没人修，电话打了十几遍', { duty: 'V-CADRE', title: '报修无人理', words: ['水管'] }],
    ['二社垃圾没人拉，收的卫生费去哪了', { duty: 'V-CADRE', sensitivity: 'cadre', title: '卫生费去向', words: ['卫生费'] }],
  ])('%s: it goes to the one above, and the group hears no more of it', async (text, says) => {
    double.answers(() => judged({ kind: 'village', ...says }))
    const scene = await next()
    await scene.say(nth(scene.residents, 1), text)
    const ticket = await town.ticket((await scene.last()).number)
    expect(ticket).toMatchObject({ duty: 'V-CADRE', private: true })
    const owner = nth(await town.people(`q=${ticket.owner?.id}`), 0)
    expect(owner.roles.map((r) => r.role)).toContain('leader')
    for (const { text: words, to } of ticket.notices) if (to.group) expect(words).not.toMatch(/不公|无人理|去向|作风|干部作风/u)
    const before = (await scene.posts()).length
    await scene.tell(owner, `接 ${ticket.number}`)
    await scene.tell(owner, `办结 ${ticket.number} 查清了，已说明`)
    expect((await scene.posts()).length).toBe(before)
  })
})

describe('what a cadre’s word makes a complaint', () => {
  it('改类: whom it is about has it no longer, and reads nothing of it', async () => {
    double.answers(() => judged({}))
    const scene = await next()
    const secretary = scene.cadre('secretary')
    await scene.say(nth(scene.residents, 2), '三社的路灯坏了半年了没人修，支书说没钱')
    const { number } = await scene.last()
    const before = (await scene.posts()).length
    await scene.tell(scene.cadre('clerk'), `改类 ${number} 干部作风`)
    const ticket = await town.ticket(number)
    expect(ticket).toMatchObject({ duty: 'V-CADRE', private: true })
    expect(ticket.owner?.id).not.toBe(secretary.id)
    expect(nth(await town.people(`q=${ticket.owner?.id}`), 0).roles.map((r) => r.role)).toContain('leader')
    const heard = ticket.notices.filter((m) => m.to.person === ticket.owner?.id).map((m) => m.text)
    expect(heard.at(-1)).toContain('反映干部的事')
    expect(heard.at(-1)).not.toContain('路灯')
    expect(await scene.tell(secretary, `查 ${number}`)).not.toContain('路灯')
    expect((await scene.posts()).length).toBe(before)
  })
})

describe('what may be a complaint and was said in hints', () => {
  const HINTS = ['支书家那几户好像又先领上了', '听说文书把补助先给他亲戚办了', '网格员天天不见人影', '支书他侄子包的工程，烂得很']
  it('stands on nobody’s list in the village, and registered from a list it is a number in the group at most', async () => {
    double.answers(() => judged({}))
    const scene = await sceneIn(town, '井儿沟村')
    for (const [n, text] of HINTS.entries()) await scene.say(nth(scene.residents, n), text)
    await town.clockTo('2026-11-25T12:00:30+08:00')
    for (const role of ['clerk', 'secretary', 'keeper', 'mediator'])
      for (const text of HINTS) expect((await scene.words(scene.cadre(role))).join()).not.toContain(text)
    const lists = await town.rows<{ to: string; text: string }>(
      `SELECT conversation AS to, text FROM "Notice" WHERE occasion IN ('clerk-list', 'ask-clerk')`,
    )
    const theirs = lists.filter((l) => HINTS.some((text) => l.text.includes(text)))
    expect(theirs.length).toBeGreaterThan(0)
    const before = (await scene.posts()).length
    for (const { to } of theirs) {
      const person = nth(await town.people(`q=${to.slice(2)}`), 0)
      expect(person.roles.some((r) => r.role === 'leader' || r.role === 'duty')).toBe(true)
      await scene.tell(person, '1')
    }
    const registered = (await scene.tickets()).filter((t) => t.private)
    expect(registered.length).toBeGreaterThan(0)
    await readsNumberAtMost(scene, before)
  })
})
