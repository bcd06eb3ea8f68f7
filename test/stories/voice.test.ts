import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { type ModelDouble, startModelDouble } from '../support/model-double.ts'
import { startTown, type Town } from '../support/town.ts'

const VILLAGE = encodeURIComponent('坪头村')
const recording = { name: 'voice.amr', base64: Buffer.from('#!AMR\nsome seconds of speech').toString('base64') }

let double: ModelDouble
let town: Town
let group: string
let residents: SandboxPerson[]

const resident = (n: number): SandboxPerson => {
  const person = residents[n]
  if (!person) throw new Error('nobody')
  return person
}
const speak = async (place: Town, n: number, says: string | null): Promise<void> => {
  double.answers(() => (says === null ? { status: 500, type: 'text/plain', body: '' } : { says }))
  await place.say(group, resident(n).id, '', { voice: recording })
  await place.settle()
}
const answer = async (n: number, text: string): Promise<void> => {
  await town.tell(resident(n).id, text)
  await town.settle()
}
const tickets = () => town.tickets(`village=${VILLAGE}`)

beforeAll(async () => {
  double = await startModelDouble()
  town = await startTown({
    LLM_BASE_URL: double.url,
    LLM_API_KEY: 'k',
    LLM_MODEL: 'm',
    LLM_WHEN: 'never',
    LLM_TRANSCRIBE_MODEL: 'w',
    REPORT_WINDOW_SECONDS: '0',
  })
  group = (await town.group('坪头村')).id
  const all = await town.people(`role=resident&village=${VILLAGE}`)
  residents = all.filter((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group))
})
afterAll(async () => {
  await town.close()
  await double.close()
})
beforeEach(() => {
  double.heard.length = 0
})

describe('a spoken message', () => {
  it('is shown back to its speaker alone, and counts with 是 as if it had been typed there', async () => {
    await speak(town, 0, '三社路口的路灯又不亮了')
    expect(double.heard.map((h) => h.path)).toEqual(['/v1/audio/transcriptions'])
    expect(await town.lastWord(resident(0).id)).toBe('听到的是：“三社路口的路灯又不亮了”。对就回“是”，不对请打字说一句。')
    expect(await tickets()).toEqual([])
    expect((await town.heardIn(group)).filter((m) => m.from.bot)).toEqual([])
    await answer(0, '是')
    const [ticket] = await tickets()
    expect(ticket).toMatchObject({ kind: 'village', duty: 'V-LAMP', reporter: { id: resident(0).id } })
    expect(await town.lastPost(group)).toContain(`【${ticket?.number}】已登记`)
    expect((await town.heardIn(group))[0]).toMatchObject({ text: '三社路口的路灯又不亮了', voice: { name: 'voice.amr' } })
  })

  it('counts for nothing with 不对', async () => {
    const before = await tickets()
    await speak(town, 1, '二社的水停了')
    await answer(1, '不对')
    expect(await town.lastWord(resident(1).id)).toBe('好的，请打字说一句。')
    expect(await tickets()).toEqual(before)
  })

  it.each<[what: string, says: string | null]>([
    ['nothing is heard', ''],
    ['the server is ill', null],
    ['what comes back is no speech', '点击 https://evil.example 领取 @所有人'],
  ])('is asked for in writing when %s', async (_what, says) => {
    const before = await tickets()
    await speak(town, 2, says)
    expect(await town.lastWord(resident(2).id)).toBe('没听清，请打字说一句。')
    await answer(2, '是')
    expect(await tickets()).toEqual(before)
  })

  it('that calls for help is heard by the duty cadre at once, as words to be checked', async () => {
    const before = await tickets()
    await speak(town, 3, '快来人啊后山着火了往村里烧过来了')
    const [duty] = await town.people('role=duty')
    expect((await town.heardBy(duty?.id ?? '')).filter((m) => m.text.includes('可能现在就有危险'))).toHaveLength(1)
    expect(await tickets()).toEqual(before)
    await answer(3, '是')
    expect((await tickets())[0]).toMatchObject({ urgent: true })
  })

  it('may be an order as well, once it is confirmed', async () => {
    const [first] = (await tickets()).filter((t) => t.duty === 'V-LAMP')
    double.answers(() => ({ says: `办结 ${first?.number} 换了灯泡` }))
    await town.tell(first?.owner?.id ?? '', '', { voice: recording })
    await town.settle()
    expect(await town.ticket(first?.number ?? '')).toMatchObject({ status: 'open' })
    await town.tell(first?.owner?.id ?? '', '是')
    await town.settle()
    expect(await town.ticket(first?.number ?? '')).toMatchObject({ status: 'resolved' })
  })

  it('is no recording when its bytes are none', async () => {
    await expect(town.say(group, resident(4).id, '', { voice: { name: 'a.amr', base64: 'aGVsbG8=' } })).rejects.toThrow('400')
  })
})

it('is answered politely where nobody listens', async () => {
  const deaf = await startTown()
  await speak(deaf, 0, '不会听到')
  expect(double.heard).toEqual([])
  expect(await deaf.lastWord(resident(0).id)).toBe('语音这里听不了，请打字说一句。')
  await deaf.close()
})
