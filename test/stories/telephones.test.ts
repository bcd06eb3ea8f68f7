import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

const PHONE = '13911112222'
const PAPER = '620123198803072416'

const digits = (text: string): string => text.normalize('NFKC').replace(/[^\dXx]/gu, '')

/** Who has read a number anywhere, of everybody in the town. */
async function readersOf(number: string): Promise<string[]> {
  const told = await town.rows<{ to: string; text: string }>('SELECT conversation AS to, text FROM "Notice"')
  return [...new Set(told.filter((n) => digits(n.text).includes(number)).map((n) => n.to))]
}

const lookAt = async (scene: Scene, role: string, number: string): Promise<string> => scene.tell(scene.cadre(role), `查 ${number}`)

describe('a telephone in a report', () => {
  it.each([
    ['河口村', '三社路口的路灯不亮了，打我电话13911112201', '13911112201'],
    ['林家沟村', '二社水管爆了，联系人老周 139 1111 2202', '13911112202'],
    ['石桥村', '一社垃圾没人拉，电话１３９１１１１２２０３', '13911112203'],
    ['岩坪村', '四社自来水停了三天，手机+86 139-1111-2204', '13911112204'],
    ['榆树湾村', '三社的桥栏杆断了，有事打139.1111.2205', '13911112205'],
    ['杏花岭村', '二社的路灯坏了，我电话是8613911112206', '13911112206'],
    ['井儿沟村', '五社水渠堵了浇不上地，电话:139—1111—2207', '13911112207'],
    ['河口村', '公厕没人打扫，臭得很，联系电话 13911112208', '13911112208'],
    ['林家沟村', '文化广场的健身器材坏了（13911112209）', '13911112209'],
    ['石桥村', '河道里倒了一堆垃圾，139 11112210 找我', '13911112210'],
  ])('of %s is read by its owner and by nobody else: %s', async (village, text, phone) => {
    const scene = await sceneIn(town, village)
    const who = nth(scene.residents, (await scene.tickets()).length)
    await scene.tell(who, text)
    const { number, owner } = await town.ticket((await scene.last()).number)
    expect(await readersOf(phone)).toEqual([])
    const shown = await scene.tell(nth(await town.people(`q=${owner?.id}`), 0), `查 ${number}`)
    expect(digits(shown)).toContain(phone)
    for (const role of ['clerk', 'secretary', 'mediator', 'supervisor', 'leader'])
      if (scene.cadre(role).id !== owner?.id) {
        const seen = await lookAt(scene, role, number)
        expect(digits(seen), role).not.toContain(phone.slice(3))
        expect(seen, role).toContain(number)
      }
    expect((await readersOf(phone)).filter((to) => to !== `p:${owner?.id}`)).toEqual([])
  })
})

describe('numbers that are said while it is handled', () => {
  it('reach those who must call, and of the rest nobody; papers of a person reach nobody at all', async () => {
    const scene = await sceneIn(town, '坪头村')
    const who = nth(scene.residents, 0)
    await scene.tell(who, `我家的低保停了，身份证${PAPER}，电话${PHONE}`)
    const { number, owner } = await town.ticket((await scene.last()).number)
    const keeper = nth(await town.people(`q=${owner?.id}`), 0)
    await scene.tell(who, `我的事还没人问，换号了 ${PHONE.replace('2222', '3333')}`)
    const more = (await town.ticket(number)).notices.filter((n) => n.to.person === keeper.id).at(-1)
    expect(more?.text).toContain('13911113333')
    expect(await scene.tell(keeper, `查 ${number}`)).toContain(PHONE)
    expect(await scene.tell(keeper, `查 ${number}`)).not.toContain(PAPER)
    await scene.tell(keeper, `接 ${number}`)
    await scene.tell(keeper, `进展 ${number} 材料收到了，身份证${PAPER}`)
    await scene.tell(keeper, `挂账 ${number} 12月10日 等卡6228480402564890018到账，打${PHONE}`)
    await scene.tell(keeper, `办结 ${number} 恢复了，有事找13844445555`)
    for (const secret of [PAPER, '6228480402564890018', '13844445555']) expect(await readersOf(secret)).toEqual([])
    const readers = await readersOf(PHONE)
    expect(readers.filter((to) => to !== `p:${keeper.id}`)).toEqual([])
    for (let day = 0; day < 3; day++) await town.nextMorning()
    await town.tell(nth(await town.people('role=leader'), 0).id, '日报')
    await town.settle()
    expect((await readersOf(PHONE)).filter((to) => to !== `p:${keeper.id}`)).toEqual([])
  })

  it('stand in no post of a group, whoever has it posted', async () => {
    for (const post of await town.rows<{ text: string }>(`SELECT text FROM "Notice" WHERE conversation LIKE 'g:%'`))
      expect(digits(post.text)).not.toMatch(/1[3-9]\d{9}/u)
  })
})
