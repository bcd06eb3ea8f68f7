import { fullPlaceName, placeName } from '../domain/place-name.ts'
import { gridOf } from '../domain/roster.ts'
import { WINGS } from '../measures/index.ts'
import * as say from '../wording/my-file.ts'
import { roleNames } from '../wording/names.ts'
import { privately } from './answer.ts'
import type { Call, Command } from './define-command.ts'
import { nothing } from './talk.ts'

const LABELS = 10

/**
 * 我的档案: everything that is stored about the one who asks; what is much is told as a count. Left out, with the reason:
 * - what others said about them, in tickets, petitions and hand-overs (`about`): whoever a complaint is about never sees it (《信访工作条例》 art. 30);
 * - reports, notices, posts, photographs and recordings: the same talk as the messages that are counted;
 * - the lines of histories that name them as who did it: each is told with its own case, and is no record of the person;
 * - what an order looked like before, kept for 撤销: a copy of what stands elsewhere, of the last minutes only;
 * - due work, leases, tokens and errands of channels: they hold no more of anybody than an id.
 */
async function myFileOf({ desk, spoken: { person } }: Call): Promise<say.MyFile> {
  const { roster } = desk
  const home = gridOf(roster, person.id)
  const reported = await desk.tickets({ reporter: person.id, newestFirst: true, limit: LABELS })
  const traces = await desk.traces(person.id)
  const others: string[] = []
  for (const wing of WINGS) others.push(...((await wing.keepsOf?.(desk, person)) ?? []))
  const made: { word: string; count: number }[] = []
  for (const { word, count } of WINGS.flatMap((w) => w.made)) made.push({ word, count: await count(desk, person) })
  return {
    ...{ name: person.name, phone: person.phone, household: person.household, others, made },
    home: home && fullPlaceName(roster, home),
    roles: person.roles.map((r) => `${placeName(roster, r.grid)}${roleNames[r.role]}`.replace('镇镇', '镇')),
    groups: [...roster.groups.values()].filter((g) => g.members.includes(person.id)).map((g) => g.name),
    reported: reported.map((t) => t.label),
    reportedCount: await desk.countTickets({ reporter: person.id }),
    noted: await desk.countTickets({ through: person.id }),
    inHand: await desk.countTickets({ owner: person.id, statuses: ['open', 'waiting'] }),
    handled: await desk.countTickets({ owner: person.id, statuses: ['resolved', 'closed'] }),
    ...traces,
  }
}

export const myFile: Command = {
  name: '我的档案',
  for: 'anyone',
  ticket: 'none',
  fits: nothing,
  example: '我的档案',
  help: '看看存了我的哪些信息',
  run: async (call) => privately(say.myFile(await myFileOf(call), call.desk.now)),
}
