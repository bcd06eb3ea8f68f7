import { allRefs } from '../reading/ticket-ref.ts'
import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import { readFrames } from './read-frames.ts'
import { numberAtEnd } from './read-from-end.ts'
import type { Reading } from './read-order.ts'
import { readPeople } from './read-people.ts'
import { readProgress } from './read-progress.ts'
import { refIn } from './ref-in.ts'
import { isTalk } from './talk.ts'
import { WAYS, type Way } from './ways.ts'

/** 8号的事周五下午议, 7号还是王芳来. */
const OF_IT = /^(?:那个|这个|的事情?|的|还是|就|你)+/u

const ACKNOWLEDGED = /^(?:收到了?|好|好的|好嘞|行|可以|👌|🆗|👍|OK|嗯|嗯嗯|知道了|明白了?|没问题|马上去|这就去)$/iu
/** 2和3是一件事, 12跟7重复. */
const SAME =
  /^(.+?)(?:和|跟|与|同|就是)(.+?)(?:(?:应该)?是?(?:一件事|同一件事?|一回事|一样的|一个事)|重复了?|重了|合并|合一起)$|^(.+?)就是(.+)$/u
const MERGED =
  /^(?:请)?把? ?(.+?)(?:都|一起|也)?(?:合并|归并|并|合(?!并|一起))(?:到|进|入|给|在)? ?(.+?)(?:里面?|里头|里边|一起|去|一块)*$/u

/** Whether it is plain, from the surroundings, that it is an order. */
function isPlain(way: Way, numbered: boolean, scene: Scene): boolean {
  if (!(numbered || isAddressed(scene)) || (way.numbered && !numbered)) return false
  if (way.addressed && !isAddressed(scene)) return false
  return !(way.own && !numbered && scene.inGroup && !scene.quotingOwn)
}

/** Orders in plain words, by cadres, where it is plain which matter is meant. */
export function readNatural(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  if (text.length > 60) return null
  const order = (name: string): Command | undefined => commands.find((c) => c.name === name && isFor(c.for, scene.person))
  // 收到的扣1 names nothing of ours.
  const found = numberAtEnd(text, scene)
  const atEnd = found && (found.ref.village !== null || /[号件]$/u.test(text)) ? found : null
  const ref = refIn(text.replace(/^(?:请|麻烦)?把 ?/u, ''), scene.shorts) ?? atEnd?.ref ?? null
  const words = ref ? (ref === atEnd?.ref ? atEnd.before : ref.rest.replace(OF_IT, '')) : text
  for (const way of WAYS) {
    const found = way.form.exec(words)
    const command = order(way.name)
    if (!found || !command || isTalk(words)) continue
    const rest = way.rest(found, scene)
    if (rest !== null && isPlain(way, ref !== null, scene)) return { command, ref: ref && { ...ref, rest: '' }, rest }
  }
  const accept = order('接')
  if (accept && !ref && isAddressed(scene) && ACKNOWLEDGED.test(text)) return { command: accept, ref: null, rest: '', only: 'newWork' }
  const merge = order('合并')
  const sides = merge ? (MERGED.exec(text) ?? SAME.exec(text))?.slice(1).filter((side) => side !== undefined) : undefined
  if (merge && sides?.every((side) => allRefs(side ?? '', scene.shorts).length > 0)) return { command: merge, ref: null, rest: text }
  return readFrames(text, scene, commands) ?? readPeople(text, scene, order) ?? readProgress(text, scene, order)
}
