import { groupIn } from '../domain/notice.ts'
import type { Group } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import { gridNamed } from '../tickets/bind-group.ts'
import { beginTrial, endTrial, mayTry, tellOfTrial } from '../tickets/trial.ts'
import { notYours } from '../wording/replies.ts'
import { noneOnTrial, noSuchGroup, notOnTrial, sayItThere, trialBegun, trialGoesOn, trialOver, whichTrial } from '../wording/trial.ts'
import { privately } from './answer.ts'
import { type CallOf, type Command, type Reply, type Spoken, STEWARDS } from './define-command.ts'

const WHOSE = '村支书、文书或镇值班'
const VILLAGE = /[村镇]/u

/** The village groups that words mean, of this speaker's: the one they stand in, of the village they name, else all. */
function groupsMeant({ desk, spoken, text }: CallOf<'roster'>): Group[] {
  const here = desk.roster.groups.get(groupIn(spoken.conversation) ?? '')
  if (here) return [here]
  const named = gridNamed(desk, text)
  return [...desk.roster.groups.values()].filter(
    (g) => g.kind === 'village' && (named === null ? mayTry(desk, spoken.person, g.grid) : g.grid === named),
  )
}

const onTrialOf = ({ roster }: Pick<Desk, 'roster'>, { person }: Spoken): Group[] =>
  [...roster.groups.values()].filter((g) => g.trial !== null && mayTry({ roster }, person, g.grid))

/** 先听一周, 再听一周: the group is heard and nothing is said in it. */
export const listenFirst: Command = {
  name: '先听一周',
  for: STEWARDS,
  ticket: 'none',
  alsoTalk: true,
  fits: (words) => words === '' || VILLAGE.test(words),
  now: async (call) => groupsMeant(call).length === 1,
  example: '先听一周 坪头村',
  help: '群里先不说话，像是有事的只发给文书',
  async run(call) {
    const { desk, spoken } = call
    const found = groupsMeant(call)
    const trying = found.filter((g) => g.trial)
    const [group, second] = found.length > 1 && trying.length === 1 ? trying : found
    if (!group) return privately(noSuchGroup)
    if (second) return privately(sayItThere(found.map((g) => g.name)))
    if (!mayTry(desk, spoken.person, group.grid)) return privately(notYours('先听一周', WHOSE, null))
    const trial = await beginTrial(desk, group.id)
    if (group.trial) return privately(trialGoesOn(group.name, trial.until, desk.now))
    await tellOfTrial(desk, group, trial, spoken.person.id)
    return privately(trialBegun(group.name, trial.until, desk.now))
  },
}

/** 正式开始: nothing else ends a trial. */
export const speakNow: Command = {
  name: '正式开始',
  for: STEWARDS,
  ticket: 'none',
  alsoTalk: true,
  fits: (words) => words === '' || VILLAGE.test(words),
  now: async ({ desk, spoken }) => onTrialOf(desk, spoken).length > 0,
  example: '正式开始',
  help: '听够了，可以在群里登记、说话了',
  run: async (call) => speak(call, groupsMeant(call)),
}

async function speak(
  { desk, spoken }: CallOf<'boundTo' | 'endTrial' | 'notify' | 'now' | 'roster'>,
  found: readonly Group[],
): Promise<Reply[]> {
  const trying = found.filter((g) => g.trial)
  const [group, second] = trying
  const [known] = found
  if (second) return privately(whichTrial(trying.map((g) => g.name)))
  if (!group?.trial) return privately(known && found.length === 1 ? notOnTrial(known.name) : noneOnTrial)
  if (!mayTry(desk, spoken.person, group.grid)) return privately(notYours('正式开始', WHOSE, null))
  await endTrial(desk, group, group.trial)
  return privately(trialOver(group.name))
}
