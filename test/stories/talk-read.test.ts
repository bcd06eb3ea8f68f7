import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, type Heard, judged, type ModelDouble, startModelDouble } from '../support/model-double.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'
import { unsureAndOpen, unsureSentence } from '../support/unsure.ts'

let double: ModelDouble
let town: Town
let scene: Scene
/** What the local reader would open, and is not sure what it is. */
const [MATTER = '', ANOTHER = MATTER] = unsureAndOpen()
const VILLAGES = [
  '石桥村',
  '梨园村',
  '岩坪村',
  '竹园村',
  '凤山村',
  '老街村',
  '花庙村',
  '红土坡村',
  '高台村',
  '林家沟村',
  '龙潭村',
  '坪头村',
  '井儿沟村',
  '杏花岭村',
  '槐树底村',
]
let turn = 0

const yes = (more: Record<string, unknown> = {}): Answer =>
  judged({ kind: 'village', duty: 'V-OTHER', title: '', words: [], confidence: 1, ...more })
const no = judged({ kind: 'none' })
const calls = () => town.rows<{ outcome: string }>('SELECT outcome FROM "ModelCall" ORDER BY "askedAt" DESC, id DESC')
const shown = (heard: Heard): { n: number; who: string; text: string }[] =>
  [...heard.user.matchAll(/^\{"n":.*\}$/gmu)].map(([line]) => JSON.parse(line))
/** Tells the matter after some talk, and lets the model say this. */
async function tell(answer: Answer | ((heard: Heard) => Answer | Promise<Answer>), text = MATTER): Promise<void> {
  double.answers((heard) => (typeof answer === 'function' ? answer(heard) : answer))
  await scene.say(nth(scene.residents, 0), text)
}
const texts = async (number: string) => (await town.ticket(number)).said.map((m) => m.text)

beforeAll(async () => {
  double = await startModelDouble()
  town = await startTown({
    ...{ LLM_BASE_URL: double.url, LLM_API_KEY: 'k', LLM_MODEL: 'm', LLM_WHEN: 'unsure', LLM_PER_PERSON: '99', LLM_PER_DAY: '1000' },
    REPORT_WINDOW_SECONDS: '0',
  })
})
afterAll(async () => {
  await town.close()
  await double.close()
})
beforeEach(async () => {
  if (MATTER === '') throw new Error('the reader is sure of all of them: add vaguer ones')
  double.answers(() => no)
  scene = await sceneIn(town, nth(VILLAGES, turn++))
  double.heard.length = 0
})

describe('a candidate that the local reader is not sure of', () => {
  it('goes to the model as a conversation, by roles, and is opened when it agrees', async () => {
    await scene.say(nth(scene.residents, 1), '明天赶集去不去')
    await scene.say(scene.cadre('clerk'), '医保的抓紧交')
    await tell(yes({ words: ['没人管'] }))
    const [heard] = double.heard.slice(-1)
    expect(heard?.text).toBe(MATTER)
    expect(shown(heard ?? nth(double.heard, 0)).map(({ who, text }) => [who, text])).toEqual([
      ['别人', '明天赶集去不去'],
      ['干部', '医保的抓紧交'],
    ])
    expect(JSON.stringify(double.heard)).not.toContain(nth(scene.residents, 1).name)
    expect((await texts((await scene.last()).number)).join()).toBe(MATTER)
    expect(await scene.posts()).toHaveLength(1)
  })

  it('that it denies is not opened, and stands on the clerk’s list', async () => {
    await tell(no)
    expect(await scene.tickets()).toEqual([])
    expect(await scene.posts()).toEqual([])
    await town.clockTo('2026-11-25T12:00:30+08:00')
    expect((await scene.words(scene.cadre('clerk'))).at(-1)).toContain(`“${MATTER}”`)
  })

  it('takes along the lines that tell it together: the teller’s own into its words, others’ beside them', async () => {
    await scene.say(nth(scene.residents, 0), '就在戏台子后头')
    await scene.say(nth(scene.residents, 1), '我前天也看见了')
    await scene.say(nth(scene.residents, 2), '晚上打牌来')
    await tell(yes({ lines: [1, 2] }))
    const { number } = await scene.last()
    expect((await texts(number)).toSorted()).toEqual(['就在戏台子后头', '我前天也看见了', MATTER].toSorted())
  })

  it('that belongs to an open ticket becomes its follow-up', async () => {
    await scene.say(nth(scene.residents, 1), '三社路口的路灯不亮了，麻烦修一下')
    const { number } = await scene.last()
    await tell(yes({ ticket: number }))
    expect(await scene.tickets()).toHaveLength(1)
    expect(await texts(number)).toContain(MATTER)
    expect((await calls())[0]?.outcome).toBe(`followed ${number}`)
  })
})

describe('what the local reader would only list', () => {
  it('is listed with the lines that the model joins to it', async () => {
    await town.clockTo('2026-11-26T09:30:00+08:00')
    await scene.say(nth(scene.residents, 0), '戏台子后头那达')
    await tell(yes({ lines: [1] }), unsureSentence())
    await town.clockTo('2026-11-26T12:00:30+08:00')
    const list = (await scene.words(scene.cadre('clerk'))).at(-1) ?? ''
    expect(list).toContain('戏台子后头那达，')
    expect(list.split('\n').filter((row) => row.includes(unsureSentence()))).toHaveLength(1)
  })

  it('that belongs to an open ticket is not listed', async () => {
    await scene.say(nth(scene.residents, 1), '三社路口的路灯不亮了，麻烦修一下')
    const { number } = await scene.last()
    await tell(yes({ ticket: number }), unsureSentence())
    expect(await texts(number)).toContain(unsureSentence())
    await town.clockTo('2026-11-26T17:31:00+08:00')
    expect((await scene.words(scene.cadre('clerk'))).filter((w) => w.includes(`“${unsureSentence()}`))).toEqual([])
  })
})

describe('a model that is wrong', () => {
  it.each([
    ['says nonsense', { says: '好的！我觉得这是一件事。' }],
    ['breaks off', { says: '{"kind":"village","lines":[' }],
    ['says a kind that there is not', judged({ kind: 'closed' })],
    ['is busy', { status: 503, type: 'text/plain', body: '' }],
  ] as const)('%s: the local reading stands', async (_, answer) => {
    await tell(answer)
    expect(await texts((await scene.last()).number)).toEqual([MATTER])
    expect((await calls())[0]?.outcome).toMatch(/^failed/u)
  })

  it('names lines that do not exist: none of them is joined', async () => {
    await scene.say(nth(scene.residents, 1), '今天天气好')
    await tell(yes({ lines: [0, 7, -3] }))
    expect(await texts((await scene.last()).number)).toEqual([MATTER])
  })

  it('names somebody else’s ticket that it was not shown: nothing goes there', async () => {
    await scene.tell(nth(scene.residents, 1), '隔壁把地界石往我家地里挪了半米')
    const { number } = await scene.last()
    await tell(yes({ ticket: number }))
    expect(nth(double.heard, double.heard.length - 1).user).not.toContain(number)
    expect(await texts(number)).not.toContain(MATTER)
    expect(await scene.tickets()).toHaveLength(2)
  })
})

describe('a model that hangs', () => {
  it('is given up after a minute, and what waited for it is opened', async () => {
    let asked = (): void => {}
    const reached = new Promise<void>((done) => {
      asked = done
    })
    let say = (_: Answer): void => {}
    double.answers(() => {
      asked()
      return new Promise<Answer>((done) => {
        say = done
      })
    })
    const before = (await scene.tickets()).length
    await town.say(scene.group, nth(scene.residents, 3).id, ANOTHER)
    await reached
    expect(await scene.tickets()).toHaveLength(before)
    const moved = town.advance('PT2M')
    while ((await scene.tickets()).length === before) await new Promise((done) => setTimeout(done, 50))
    say(no)
    await moved
    await town.settle()
    expect(await texts((await scene.last()).number)).toEqual([ANOTHER])
    expect(await scene.tickets()).toHaveLength(before + 1)
  })
})

it('no word of a model rings: the duty cadre looks, and danger at home is not opened for all to see', async () => {
  await tell(yes({ kind: 'household', duty: 'H-VIOLENCE', danger: 'violence' }), ANOTHER)
  expect((await scene.tickets()).filter((t) => t.urgent)).toEqual([])
  expect(await scene.posts()).toEqual([])
  const duty = (await town.people('')).find((p) => p.roles.some((r) => r.role === 'duty'))
  expect((await scene.words(duty ?? nth(scene.residents, 0))).at(-1)).toContain('可能现在就有危险')
})
