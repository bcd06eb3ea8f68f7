import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'
import { findEverywhere, findInPlain } from '../support/find-everywhere.ts'
import { nth } from '../support/scene.ts'
import { codeOfVillage, phoneAt } from '../support/village-page.ts'

const PHONE = '13700054321'
const IDENTITY = '622624197803071234'
const SENTENCE = '蓝马驹踢翻了镶银边的豆腐缸'
const CANARIES = [PHONE, IDENTITY, SENTENCE]

let cast: Cast
beforeAll(async () => {
  cast = await startCast('坪头村')
})
afterAll(() => cast.town.close())

it('whoever has only the database finds no telephone, no number of a person and no sentence of anybody', async () => {
  const { town, group, residents, secretary } = cast
  const [one, other] = [nth(residents, 0).id, nth(residents, 1).id]
  await town.say(group, one, `三社路口的路灯不亮了，${SENTENCE}，打我电话${PHONE}，身份证${IDENTITY}`)
  await town.advance('PT5M')
  await town.tell(other, `我家门口的水管爆了，${SENTENCE}，电话${PHONE}`)
  await town.advance('PT5M')
  await town.tell(nth(residents, 2).id, `电话 ${PHONE}`)
  await town.say(group, nth(residents, 3).id, `今天赶集人多得很，${SENTENCE}`)
  const phone = phoneAt(town, await codeOfVillage(town, '坪头村', 'canarycode'))
  await phone.send({ pass: phone.pass(), text: `桥头的护栏断了，${SENTENCE}`, name: '过路人', phone: PHONE })
  await town.settle()
  await town.advance('PT5M')
  for (const order of [`挂账 1号 10天 ${SENTENCE}`, `办结 1号 ${SENTENCE}，有事打${PHONE}`, `进展 2号 ${SENTENCE}`])
    await town.tell(secretary.id, order)
  await town.nextMorning()
  const known = await findEverywhere(town, CANARIES)
  expect(known).toEqual(expect.arrayContaining([expect.stringContaining('Message.text'), expect.stringContaining('Person.phone')]))
  expect(known).toEqual(expect.arrayContaining([expect.stringContaining('Ticket.text'), expect.stringContaining('Notice.text')]))
  expect(await findInPlain(town, CANARIES)).toEqual([])
})
