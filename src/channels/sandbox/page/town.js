// What the page knows of the township, and what it can do there. Answers are kept under what they are about, so that one
// that comes late changes nothing else.
import { useEffect, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { keep, kept } from './memory.js'
import { keyOf } from './route.js'

const PAGE = 500
const SOON_MS = 250
const LOOK_MS = 15_000
const TROUBLE_MS = 8000
/** So many of a group are remembered. */
const ASIDES = 100

/** By their moment; what arrives twice is the same. */
function joined(list, more) {
  const known = new Set(list.map((m) => m.id))
  const all = [...list, ...more.filter((m) => !known.has(m.id))]
  return all.every((m, i) => i === 0 || all[i - 1].at <= m.at) ? all : all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

export function createTown() {
  let state = {
    town: null,
    groups: [],
    last: [],
    /** Per conversation: its messages, and whether they go back to the first. */
    talks: {},
    members: {},
    unread: kept('unread'),
    speakers: kept('speakers'),
    /** Per group, to whom the bot spoke alone while one was looking. */
    asides: kept('asides'),
    clock: null,
    moving: false,
    live: true,
    trouble: '',
    /** Counts what happened, for whoever reads anew. */
    version: 0,
  }
  const listeners = new Set()
  const set = (change) => {
    state = { ...state, ...(typeof change === 'function' ? change(state) : change) }
    for (const tell of listeners) tell()
  }
  let shown = null

  /** A line that is broken is said as long as it is; anything else for a moment. */
  let calming = null
  const fail = (fault) => {
    if (fault instanceof api.Unreachable) return set({ live: false })
    set({ trouble: fault.message })
    clearTimeout(calming)
    calming = setTimeout(() => set({ trouble: '' }), TROUBLE_MS)
  }
  let isBroken = false
  const attempt = (work) => work().catch(fail)

  const lookAtTown = () =>
    attempt(async () => {
      const town = await api.town()
      // An import brought another township: nothing that is shown is true any more.
      if (state.town && (state.town.name !== town.name || state.town.sample !== town.sample)) {
        keep('asides', {})
        return location.reload()
      }
      const [groups, last, clock] = await Promise.all([api.groups(), api.lastWords(), api.clock({})])
      set({ town, groups, last, clock: at(clock), live: !isBroken })
    })
  const at = (clock) => ({ ...clock, aheadMs: new Date(clock.now).getTime() - Date.now() })

  let soon = null
  const lookSoon = () => {
    if (soon !== null) return
    soon = setTimeout(() => {
      soon = null
      set((s) => ({ version: s.version + 1 }))
      attempt(async () => set({ last: await api.lastWords() }))
    }, SOON_MS)
  }

  /** What is heard of a conversation while its page is on the way, and may not stand in it yet. */
  const arriving = new Set()
  const read = (place) =>
    attempt(async () => {
      const key = keyOf(place)
      const meanwhile = { key, list: [] }
      arriving.add(meanwhile)
      const page = await api.messages(place).finally(() => arriving.delete(meanwhile))
      set((s) => {
        const before = s.talks[key]
        const overlaps = before && page.length > 0 && before.list.some((m) => m.id === page[0].id)
        const asides = (s.asides[key] ?? []).filter((a) => page.length > 0 && a.at >= page[0].at)
        const talk = overlaps ? { ...before, list: joined(before.list, page) } : { list: joined(page, asides), whole: page.length < PAGE }
        return { talks: { ...s.talks, [key]: { ...talk, list: joined(talk.list, meanwhile.list) } } }
      })
    })

  /** Says in the open group to whom the bot spoke alone: half of what it does cannot be seen there. */
  function toldAlone(person, message) {
    const key = shown && keyOf(shown)
    const member = shown?.group && state.members[shown.group]?.find((p) => p.id === person)
    if (!member || !state.talks[key]) return
    const aside = { id: `aside:${message.id}`, at: message.at, aside: member }
    set((s) => ({
      talks: { ...s.talks, [key]: { ...s.talks[key], list: joined(s.talks[key].list, [aside]) } },
      asides: { ...s.asides, [key]: [...(s.asides[key] ?? []), aside].slice(-ASIDES) },
    }))
    keep('asides', state.asides)
  }

  function hear({ conversation, message }) {
    const key = keyOf(conversation)
    const isShown = shown !== null && keyOf(shown) === key
    for (const meanwhile of arriving) if (meanwhile.key === key) meanwhile.list.push(message)
    set((s) => ({
      talks: s.talks[key] ? { ...s.talks, [key]: { ...s.talks[key], list: joined(s.talks[key].list, [message]) } } : s.talks,
      unread: isShown ? s.unread : { ...s.unread, [key]: (s.unread[key] ?? 0) + 1 },
    }))
    keep('unread', state.unread)
    if (conversation.person && message.from.bot) toldAlone(conversation.person, message)
    lookSoon()
  }

  async function moveClock(target) {
    set({ moving: true })
    await attempt(async () => set({ clock: at(await api.clock(await target())) }))
    set({ moving: false })
    lookSoon()
  }

  return {
    get: () => state,
    subscribe(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    start() {
      api.listen({
        heard: hear,
        there() {
          isBroken = false
          lookAtTown()
          // Whatever was missed while the line was broken is read anew.
          for (const key of Object.keys(state.talks)) if (!shown || key !== keyOf(shown)) delete state.talks[key]
          if (shown) read(shown)
          lookSoon()
        },
        broken() {
          isBroken = true
          set({ live: false })
        },
      })
      setInterval(() => !document.hidden && lookAtTown().then(lookSoon), LOOK_MS)
    },
    /** A conversation is looked at, or none. */
    async show(place) {
      shown = place
      if (!place) return
      const { [keyOf(place)]: _, ...unread } = state.unread
      set({ unread })
      keep('unread', unread)
      read(place)
      if (place.group) {
        const list = await attempt(() => api.members(place.group))
        if (list) set((s) => ({ members: { ...s.members, [place.group]: list } }))
      } else {
        const list = await attempt(() => api.people({ q: place.person }))
        const person = list?.find((p) => p.id === place.person)
        if (list) set((s) => ({ members: { ...s.members, [place.person]: person ? [person] : [] } }))
      }
    },
    older: (place) =>
      attempt(async () => {
        const key = keyOf(place)
        const first = state.talks[key]?.list.find((m) => !m.aside)
        if (!first) return
        const page = await api.messages(place, { before: first.id })
        set((s) => ({ talks: { ...s.talks, [key]: { list: joined(page, s.talks[key].list), whole: page.length < PAGE } } }))
      }),
    speakAs(group, person) {
      set((s) => ({ speakers: { ...s.speakers, [group]: person } }))
      keep('speakers', state.speakers)
    },
    moveClock,
    settle: () => attempt(api.settle).then(lookSoon),
    attempt,
    now: () => new Date(Date.now() + (state.clock?.aheadMs ?? 0)),
  }
}

/** Reads the town, and is read anew whenever it changes. */
export function useTown(town) {
  const [, again] = useState(0)
  useEffect(() => town.subscribe(() => again((n) => n + 1)), [])
  return town.get()
}

/** Whoever was chosen to speak in a group, else a resident of it. */
export function speakerIn(state, place) {
  const members = place && state.members[place.group ?? place.person]
  if (!members) return null
  const isResident = (p) => p.roles.length === 1 && p.roles[0].role === 'resident'
  return members.find((p) => p.id === state.speakers[place.group]) ?? members.find(isResident) ?? members[0] ?? null
}
