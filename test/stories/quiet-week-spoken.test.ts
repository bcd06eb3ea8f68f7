import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ModelDouble, startModelDouble } from '../support/model-double.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

const VOICE = { name: 'voice.amr', base64: Buffer.from('#!AMR\nsome seconds of speech').toString('base64') }

let double: ModelDouble
let town: Town
let scene: Scene
const resident = (n: number) => nth(scene.residents, n)
const outcomes = async () =>
  (await town.rows<{ outcome: string }>('SELECT outcome FROM "Report" ORDER BY "openedAt"')).map((r) => r.outcome)
const nobodyHeard = async () => {
  expect(await scene.posts()).toEqual([])
  expect((await Promise.all([0, 1].map((n) => scene.words(resident(n))))).flat()).toEqual([])
}

beforeAll(async () => {
  double = await startModelDouble()
  town = await startTown(
    {
      ...{ LLM_BASE_URL: double.url, LLM_API_KEY: 'k', LLM_MODEL: 'm', LLM_WHEN: 'never', LLM_TRANSCRIBE_MODEL: 'w' },
      REPORT_WINDOW_SECONDS: '0',
    },
    '2026-12-01T09:00:00+08:00',
  )
  scene = await sceneIn(town, '井儿沟村')
  await scene.tell(scene.cadre('secretary'), '先听一周')
})
afterAll(async () => {
  await town.close()
  await double.close()
})

it('a voice in a quiet week is written down for the clerk, and its speaker is asked nothing', async () => {
  double.answers(() => ({ says: '三社路口的路灯又不亮了' }))
  await town.say(scene.group, resident(0).id, '', { voice: VOICE })
  await town.settle()
  expect(await outcomes()).toEqual(['listed'])
  await nobodyHeard()
})

it('one that nobody could write down is the clerk’s to listen to', async () => {
  double.answers(() => ({ status: 500, type: 'text/plain', body: '' }))
  await town.say(scene.group, resident(1).id, '', { voice: VOICE })
  await town.settle()
  expect((await outcomes()).at(-1)).toBe('unheard')
  await nobodyHeard()
})

it('both stand before the clerk at noon', async () => {
  await town.clockTo('2026-12-01T12:01:00+08:00')
  const words = (await scene.words(scene.cadre('clerk'))).slice(-2)
  expect(words[0]).toContain('“三社路口的路灯又不亮了”')
  expect(words[1]).toContain('“井儿沟村便民之声”有1段语音这里听不了')
  expect(await scene.tickets()).toEqual([])
  await nobodyHeard()
})
