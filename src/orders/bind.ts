import { groupIn } from '../domain/notice.ts'
import { villageOf } from '../domain/roster.ts'
import type { SeenGroup } from '../ports/channel-desk.ts'
import type { Question } from '../ports/question.ts'
import { type BindDesk, bindGroup, gridNamed, mayBind } from '../tickets/bind-group.ts'
import { alreadyBound, bindWhere, nothingToBind, refusedNow, robotHow, robotKept, whichGroup } from '../wording/binding.ts'
import { notYours } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { type CallOf, type Command, type Reply, STEWARDS } from './define-command.ts'

const BINDERS = '村支书或镇值班'
const ROBOT = /robot:([0-9a-f]{16}):(sealed:[\w:-]+)/u

/** The group meant: the only one that waits, or the one that is named. */
function meant(waiting: readonly SeenGroup[], words: string): SeenGroup | null {
  const named = waiting.filter((g) => g.name && words.includes(g.name))
  const [only, second] = named.length > 0 ? named : waiting
  return only && !second ? only : null
}

/** 绑定: a group that waits becomes a village's. Typed in the group itself before that, it goes another way (inbox/knock.ts). */
export const bind: Command = {
  name: '绑定',
  for: STEWARDS,
  ticket: 'none',
  fits: (words, _scene, apart) => apart || /[村镇]/u.test(words),
  now: async ({ desk }) => (await desk.unboundGroups()).length > 0,
  example: '绑定 坪头村',
  help: '让一个群接入',
  async run({ desk, spoken }, { rest }) {
    if (groupIn(spoken.conversation)) return privately(alreadyBound)
    const waiting = await desk.unboundGroups()
    if (waiting.length === 0) return privately(nothingToBind)
    const grid = gridNamed(desk, rest)
    if (grid === null) return privately(bindWhere)
    if (!mayBind(desk, spoken.person, grid)) return privately(notYours('绑定', BINDERS, null))
    const seen = meant(waiting, rest)
    if (!seen) return privately(whichGroup(waiting.flatMap((g) => g.name ?? []).slice(0, 5)))
    return privately(await bindGroup(desk, seen, grid))
  },
}

/** The answer to whether a group may come in. */
export async function answerBind(
  { desk, spoken }: CallOf<keyof BindDesk | 'answered' | 'unboundGroups'>,
  question: Question<'bindGroup'>,
  yes: boolean,
): Promise<Reply[]> {
  const { channel, externalId, grid } = question.data
  await desk.answered(question.id)
  const seen = (await desk.unboundGroups()).find((g) => g.channel === channel && g.externalId === externalId)
  if (!seen) return privately(alreadyBound)
  if (!mayBind(desk, spoken.person, grid)) return privately(notYours('绑定', BINDERS, null))
  if (yes) return privately(await bindGroup(desk, seen, grid))
  await desk.bindGroup(seen, null)
  return privately(refusedNow(seen.name))
}

/** 机器人: the address of a group's robot, by whoever may bind the group. Its key is closed before anybody sees it (inbox/seal-keys.ts). */
export const robot: Command = {
  name: '机器人',
  for: STEWARDS,
  ticket: 'none',
  fits: (words) => ROBOT.test(words),
  now: async () => false,
  example: '机器人 坪头村 地址',
  help: '由群机器人在群里发',
  async run({ desk, spoken }, { rest }) {
    const [, id, sealed] = ROBOT.exec(rest) ?? []
    const grid = gridNamed(desk, rest)
    const here = desk.roster.groups.get(groupIn(spoken.conversation) ?? '')
    const group =
      here ?? [...desk.roster.groups.values()].find((g) => grid !== null && (villageOf(desk.roster, g.grid) ?? g.grid) === grid) ?? null
    if (!id || !sealed || !group) return privately(robotHow)
    if (!mayBind(desk, spoken.person, group.grid)) return privately(notYours('机器人', BINDERS, null))
    await desk.setRobot(group.id, { id, sealed })
    return privately(robotKept(group.name))
  },
}
