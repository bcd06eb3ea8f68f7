import { html, render, useCallback, useEffect, useMemo, useRef, useState } from '/assets/vendor/htm-preact.js'
import * as api from './api.js'
import { Chat } from './chat.js'
import { ClockBar } from './clock.js'
import { Conversations } from './conversations.js'
import { Picker } from './picker.js'
import { Side } from './ticket-card.js'

export const keyOf = (place) => (place.group ? `g:${place.group}` : `p:${place.person}`)

function App() {
  const [groups, setGroups] = useState([])
  const [place, setPlace] = useState(null)
  const [talk, setTalk] = useState({})
  const [unread, setUnread] = useState({})
  const [privates, setPrivates] = useState([])
  const [speakers, setSpeakers] = useState({})
  const [members, setMembers] = useState([])
  const [picking, setPicking] = useState(null)
  const [card, setCard] = useState(null)
  const [showSide, setShowSide] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [version, setVersion] = useState(0)
  const here = useRef(null)
  here.current = place
  const known = useRef(new Map())

  const fail = useCallback((fault) => setTrouble(fault.message), [])
  const remember = useCallback((list) => {
    for (const p of list) known.current.set(p.id, p)
    return list
  }, [])

  const addPrivate = useCallback(async (id) => {
    if (!known.current.has(id)) remember(await api.people({ q: id }))
    const person = known.current.get(id)
    if (person) setPrivates((all) => (all.some((p) => p.id === id) ? all : [person, ...all].slice(0, 30)))
    return person
  }, [])

  const open = useCallback(
    async (to) => {
      setPlace(to)
      setPicking(null)
      setUnread((u) => ({ ...u, [keyOf(to)]: 0 }))
      try {
        const list = await api.messages(to)
        setTalk((t) => ({ ...t, [keyOf(to)]: list }))
        if (to.person) {
          const person = await addPrivate(to.person)
          setMembers(person ? [person] : [])
        } else {
          const group = (await api.groups()).find((g) => g.id === to.group)
          const all = group?.village
            ? await api.people({ village: group.village })
            : remember([
                ...(await api.people({ role: 'leader' })),
                ...(await api.people({ role: 'duty' })),
                ...(await api.people({ role: 'secretary' })),
              ])
          setMembers(remember(all).filter((p) => p.groups.includes(to.group)))
        }
      } catch (fault) {
        fail(fault)
      }
    },
    [addPrivate],
  )

  useEffect(() => {
    api.groups().then(setGroups, fail)
    api.listen(
      ({ conversation, message }) => {
        const key = keyOf(conversation)
        setTalk((t) => (t[key] && !t[key].some((m) => m.id === message.id) ? { ...t, [key]: [...t[key], message] } : t))
        if (!here.current || keyOf(here.current) !== key) setUnread((u) => ({ ...u, [key]: (u[key] ?? 0) + 1 }))
        if (conversation.person && message.from.bot) addPrivate(conversation.person)
        setVersion((v) => v + 1)
      },
      () => here.current && open(here.current),
    )
  }, [])

  const speaker = useMemo(() => {
    if (!place) return null
    if (place.person) return known.current.get(place.person) ?? members[0] ?? null
    const chosen = speakers[place.group]
    return (
      members.find((m) => m.id === chosen) ??
      members.find((m) => m.roles.some((r) => r.role === 'resident') && m.roles.length === 1) ??
      members[0] ??
      null
    )
  }, [place, members, speakers])

  const send = async (body) => {
    if (!speaker || !place) return
    try {
      setTrouble('')
      await api.send(place, { from: speaker.id, ...body })
      await addPrivate(speaker.id)
    } catch (fault) {
      fail(fault)
    }
  }

  /** One of the three things to try: goes where it is said, as who says it. */
  const tryOut = async (what) => {
    try {
      const first = groups.find((g) => g.village)
      if (what === 'report' && first) {
        await open({ group: first.id })
        const list = remember(await api.people({ village: first.village, role: 'resident' })).filter((p) => p.groups.includes(first.id))
        const person = list[0]
        setSpeakers((s) => ({ ...s, [first.id]: person.id }))
        await api.send({ group: first.id }, { from: person.id, text: '三社路口的路灯又不亮了' })
        await addPrivate(person.id)
        return
      }
      const [person] = remember(
        await api.people(what === 'todo' ? { role: 'keeper', village: first?.village ?? '' } : { role: 'leader' }),
      ).slice(what === 'todo' ? 0 : -1)
      await open({ person: person.id })
      await api.send({ person: person.id }, { from: person.id, text: what === 'todo' ? '待办' : '日报' })
    } catch (fault) {
      fail(fault)
    }
  }

  const showTicket = (number) => {
    setCard(number)
    setShowSide(true)
  }
  const group = place?.group ? groups.find((g) => g.id === place.group) : null
  const title = group ? group.name : place?.person ? `与说事的私聊` : ''
  const village = group?.village ?? null

  return html`<div class=${`frame ${place ? 'in-chat' : ''} ${showSide ? 'side-open' : ''}`}>
    <header class="top">
      <img src="/assets/page/mark.svg" alt="" width="30" height="30" />
      <h1>说事<small>鸡峰镇 · 沙盒</small></h1>
      <${ClockBar} onMoved=${() => {
        setVersion((v) => v + 1)
        place && open(place)
      }} onFault=${fail} />
    </header>
    ${trouble && html`<p class="trouble" role="alert">${trouble}<button onClick=${() => setTrouble('')}>知道了</button></p>`}
    <${Conversations} groups=${groups} privates=${privates} place=${place} unread=${unread} talk=${talk} open=${open} pick=${() => setPicking('anyone')} />
    <main class="middle">
      ${
        place
          ? html`<${Chat}
            key=${keyOf(place)}
            title=${title}
            subtitle=${place.person ? `${speaker?.name ?? ''}` : (village ?? '全镇')}
            place=${place}
            messages=${talk[keyOf(place)] ?? []}
            members=${members}
            speaker=${speaker}
            send=${send}
            back=${() => setPlace(null)}
            pick=${() => place.group && setPicking('member')}
            showTicket=${showTicket}
            toggleSide=${() => setShowSide((s) => !s)}
          />`
          : html`<${Welcome} tryOut=${tryOut} ready=${groups.length > 0} />`
      }
    </main>
    <${Side} number=${card} village=${village} version=${version} show=${showTicket} close=${() => {
      setShowSide(false)
      setCard(null)
    }} />
    ${
      picking &&
      html`<${Picker}
      members=${picking === 'member' ? members : null}
      close=${() => setPicking(null)}
      choose=${(person) => {
        known.current.set(person.id, person)
        if (picking === 'anyone') open({ person: person.id })
        else {
          setSpeakers((s) => ({ ...s, [place.group]: person.id }))
          setPicking(null)
        }
      }}
    />`
    }
  </div>`
}

function Welcome({ tryOut, ready }) {
  return html`<section class="welcome">
    <h2>这里是示例镇“鸡峰镇”</h2>
    <p>选一个群，选您是谁，说一句话。机器人会登记、找人、催办，办好了在群里说一声。</p>
    <div class="tries">
      <button disabled=${!ready} onClick=${() => tryOut('report')}><b>居民说一件事</b><span>三社路口的路灯又不亮了</span></button>
      <button disabled=${!ready} onClick=${() => tryOut('todo')}><b>网格员看手上的事</b><span>待办</span></button>
      <button disabled=${!ready} onClick=${() => tryOut('digest')}><b>领导看一天</b><span>日报</span></button>
    </div>
    <p class="small">上面的时钟可以往前拨：到期、催办、日报都会照着来。</p>
  </section>`
}

render(html`<${App} />`, document.getElementById('app'))
