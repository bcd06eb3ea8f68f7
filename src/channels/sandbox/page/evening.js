// Plays the evening: says its lines through the same door as everybody, moves the clock, and can be stopped at any line.
import * as api from './api.js'
import { EVENING } from './evening-lines.js'
import { lampPhoto } from './lamp.js'

const DAY_MS = 86_400_000
const RESIDENTS = ['甲', '乙', '丙', '丁', '戊', '己']
const MINE = '路灯'
/** The line by which the matter has been opened. */
const OPENED = EVENING.findIndex((line) => line.settle)

const dayOf = (date) => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const at = (date, time) => `${dayOf(date)}T${time}:00+08:00`
/** This time of today, or of tomorrow where that has passed. */
const next = (now, time) => (new Date(at(now, time)) > now ? at(now, time) : at(new Date(now.getTime() + DAY_MS), time))

/** Each time another village: one without such a matter, and of these the one that was silent for longest. */
async function villageFor({ groups, last }) {
  const known = new Set((await api.tickets({ q: MINE })).map((t) => t.village))
  const rank = (g) => {
    const spoken = last.findIndex((l) => l.conversation.group === g.id)
    return (known.has(g.village) ? 0 : last.length + 1) + (spoken < 0 ? last.length : spoken)
  }
  return groups.filter((g) => g.village).toSorted((a, b) => rank(b) - rank(a))[0]
}

async function castOf(group) {
  const members = await api.members(group.id)
  const residents = members.filter((p) => p.roles.length === 1 && p.roles[0].role === 'resident')
  const [leader] = (await api.people({ role: 'leader' })).filter((p) => !p.groups.includes(group.id))
  return { ...Object.fromEntries(RESIDENTS.map((name, i) => [name, residents[i % residents.length]])), leader }
}

export function createEvening({ town, open }) {
  let state = { playing: false, line: 0, caption: '' }
  const listeners = new Set()
  const set = (change) => {
    state = { ...state, ...change }
    for (const tell of listeners) tell()
  }
  let wake = () => {}
  /** Counts the evenings: one that was stopped says nothing more. */
  let round = 0
  const pause = (seconds) =>
    new Promise((done) => {
      const timer = setTimeout(done, seconds * 1000)
      wake = () => {
        clearTimeout(timer)
        done()
      }
    })

  const matterOf = async (group) => (await api.tickets({ village: group.village, open: 'true', q: MINE }))[0] ?? null

  async function target(clock, matter) {
    const now = town.now()
    if (clock === 'evening') return next(now, '19:10')
    if (clock === 'digest') return next(now, '17:41')
    return at(new Date(matter.completeBy), '08:41')
  }

  async function say({ by, say: text, photo }, { group, place, cast, matter }) {
    const person = by === 'owner' ? matter.owner : cast[by]
    if (place.group) town.speakAs(group.id, person.id)
    const image = photo && { name: '路灯.jpg', base64: await lampPhoto() }
    await api.send(place, { from: person.id, text: text.replace('{number}', matter?.number ?? ''), ...(image && { image }) })
  }

  async function play() {
    round += 1
    const mine = round
    const group = await villageFor(town.get())
    const cast = await castOf(group)
    let [place, matter] = [{ group: group.id }, null]
    set({ playing: true, line: 0, caption: '' })
    for (const [i, line] of EVENING.entries()) {
      set({ line: i + 1, ...(line.caption && { caption: line.caption }) })
      matter = (await matterOf(group)) ?? matter
      if (!matter && i > OPENED) throw new Error('没有登记上')
      if (line.show) {
        const id = line.show === 'owner' ? matter.owner.id : cast[line.show]?.id
        place = line.show === 'group' ? { group: group.id } : { person: id }
        open(place)
      }
      if (line.clock) await town.moveClock(async () => ({ to: await target(line.clock, matter) }))
      if (line.say) await say(line, { group, place, cast, matter })
      if (line.settle) await town.settle()
      await pause(line.pause)
      if (round !== mine) return
    }
    set({ playing: false, caption: '演完了。群、干部和领导的话都在，可以点开看；也可以自己说一句试试。' })
  }

  return {
    get: () => state,
    subscribe(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    play: () =>
      play().catch((fault) => {
        round += 1
        set({ playing: false, caption: `演不下去了：${fault.message}` })
      }),
    /** On to the next line at once. */
    skip: () => wake(),
    stop() {
      round += 1
      wake()
      set({ playing: false, caption: '停下了。已经说过的话都在。' })
    },
    close: () => set({ caption: '' }),
  }
}
