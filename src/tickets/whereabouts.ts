import { groupIn } from '../domain/notice.ts'
import { isHandedIn } from '../domain/open-channel.ts'
import { gridOf, type Roster, townNode, villageOf } from '../domain/roster.ts'

/** The village a word belongs to: the group's, else the one pointed at, else one that the words name, else the speaker's, else the town itself. */
export function villageOfWords(roster: Roster, conversation: string, person: string, text: string): string {
  const group = roster.groups.get(groupIn(conversation) ?? '')
  const ofGroup = group && villageOf(roster, group.grid)
  if (ofGroup) return ofGroup
  const home = gridOf(roster, person)
  // Whoever pointed at a 社 on the page behind a 说事码 has said which village they mean, and so has an office that named the place.
  const pointed = roster.people.get(person)?.onRoster === false && roster.nodes.get(home ?? '')?.level === 'she'
  if (home && (pointed || isHandedIn(conversation))) return villageOf(roster, home) ?? townNode(roster)
  for (const node of roster.nodes.values())
    if (node.level === 'village' && [node.name, ...node.aliases].some((name) => name.length > 1 && text.includes(name))) return node.id
  return (home && villageOf(roster, home)) ?? townNode(roster)
}
