import type { OrderName } from '../domain/order-name.ts'
import { isCadre } from '../domain/people.ts'
import { Scan } from '../reading/scan.ts'
import { type Command, isFor, type Scene } from './define-command.ts'
import { apart } from './number-apart.ts'
import type { Reading } from './reading.ts'
import { slotsIn } from './slots.ts'
import { endsAsking } from './talk.ts'
import { isOfMany, isOfOne, isOfWorld } from './weigh-signs.ts'

/** What is longer tells something. */
const LONGEST = 30

/** 我手上就这一件吗, 水管那件卡在哪个窗口: a question that nothing else fits is answered with one's own list, or with the matter. */
export function lastLook(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  if (scene.inGroup || !isCadre(scene.person) || text.length > LONGEST || !endsAsking(text)) return null
  const { ref, words } = apart(text, scene)
  const scan = new Scan(words, slotsIn(scene, commands))
  if (isOfWorld(scan)) return null
  const isOfAll = ref === null && isOfMany(scan)
  if (!isOfAll && ref === null && !isOfOne(scan)) return null
  const name: OrderName = isOfAll ? '待办' : '进度'
  const command = commands.find((c) => c.name === name && isFor(c.for, scene.person))
  return command ? { command, ref, rest: '', ...(!isOfAll && ref === null && { only: 'named' }) } : null
}
