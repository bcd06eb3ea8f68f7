import { type Duty, isOfConduct } from '../domain/duty.ts'
import type { Judgement } from '../domain/judgement.ts'
import { isCadre, type Person, type Role } from '../domain/people.ts'
import { hasRoleOver, isCadreOf, type Roster } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { hintsAtOffice } from './in-office.ts'

export interface Accused {
  /** Person ids: for them the matter does not exist (《信访工作条例》 art. 28 and 30). */
  about: string[]
  /** It complains of how somebody holds an office, so the group hears nothing of it, whether or not anybody can be named. */
  complaint: boolean
}

/** What an open ticket already says of it. */
export const accusedIn = (ticket: Pick<Ticket, 'about' | 'sensitivity'>): Accused => ({
  about: ticket.about,
  complaint: ticket.sensitivity === 'cadre',
})

/** What villagers call those who hold an office. */
const TITLES: readonly { words: RegExp; roles: readonly Role[] }[] = [
  { words: /支书|书记|村主任|村长|(?<!调解)主任/u, roles: ['secretary'] },
  { words: /文书|会计/u, roles: ['clerk'] },
  { words: /调解员|调解主任/u, roles: ['mediator'] },
  { words: /网格员|社长|队长|组长/u, roles: ['keeper'] },
  { words: /包村|驻村/u, roles: ['leader'] },
]
/** Nobody in particular, and so all of the village. */
const ALL = { words: /村?干部|村委会?|村两委|当官的/u, roles: ['secretary', 'clerk', 'mediator', 'keeper'] as const }

/** How somebody holds an office, said close to the name or the title. */
const CONDUCT =
  /贪|私分|分了|收(?:了|过|我|人家|老百姓)?[^，。]{0,6}(?:钱|块|礼|烟|酒|红包)|拿了|吃[^，。]{0,4}(?:低保|回扣)|克扣|截留|装[^，。]{0,3}(?:兜|口袋|腰包)|骂|打人|打我|态度|不公|偏心|偏向|亲戚|小舅子|自家人|自己(?:家|地|人|的)|不管|不理|不来|不去|不办|不给|从来不|就知道|只知道|推(?:来|三|给)|挂了|没上班|找不到人|刁难|欺负|报复|威胁|占了|举报|告他|告她|瞒(?:着|报|了|过)|(?:通知|名单|文件|材料|申请|钱|款|指标|名额)[^，。]{0,4}(?:压|扣|藏|卡)(?:着|了|下|住)|压着[^，。]{0,4}(?:不|没)|捂着|藏着掖着|不公开|不公示|(?:侄[子儿女]|外甥|女婿|儿子|姐夫|妹夫|妹子|连襟|亲家|老表|表[弟哥]|本家|媳妇|婆娘|兄弟|亲戚)[^，。]{0,6}(?:包|承揽|干的|修的|建的|装的|占|卖|收|拿|领|吃|安排)/u
const NEAR = 24

/** Whether what is said close to these words is about how an office is held. */
function complainsNear(text: string, word: RegExp): boolean {
  for (const found of text.matchAll(new RegExp(word.source, 'gu')))
    if (CONDUCT.test(text.slice(Math.max(0, found.index - NEAR / 2), found.index + found[0].length + NEAR))) return true
  return false
}

const escaped = (name: string): RegExp => new RegExp(name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'u')

/**
 * Whom a report is about (recusal): they never see it. In a complaint every cadre who is named counts, and where nobody is
 * named everybody who holds an office that is; in a dispute, every cadre named in full, for then they are a party.
 */
export function aboutWhom(
  roster: Roster,
  judgement: Judgement,
  text: string,
  village: string,
  place: string,
  reporter: string | null,
  /** What it is filed under, where that is not what was judged. */
  filed: Duty | undefined = roster.duties.get(judgement.duty ?? ''),
): Accused {
  const cadres = [...roster.people.values()].filter((p) => isCadre(p) && p.id !== reporter && isCadreOf(roster, p, village))
  const named = cadres.filter((p) => p.name.length > 1 && text.includes(p.name))
  const titles = TITLES.filter((t) => t.words.test(text))
  const complaint =
    judgement.sensitivity === 'cadre' ||
    (filed !== undefined && isOfConduct(filed)) ||
    (judgement.danger === null &&
      (hintsAtOffice(text) ||
        named.some((p) => complainsNear(text, escaped(p.name))) ||
        (judgement.kind !== 'neighbour' && [...titles, ALL].some((t) => complainsNear(text, t.words)))))
  if (named.length > 0) return { about: complaint || judgement.kind !== 'village' ? named.map((p) => p.id) : [], complaint }
  if (!complaint) return { about: [], complaint }
  const roles = new Set((titles.length > 0 ? titles : ALL.words.test(text) ? [ALL] : []).flatMap((t) => [...t.roles]))
  const holdsKeeper = (p: Person) =>
    hasRoleOver(roster, p, 'keeper', place) ||
    (place === village && p.roles.some((r) => r.role === 'keeper' && isCadreOf(roster, p, village)))
  const holds = (p: Person, role: Role) => (role === 'keeper' ? holdsKeeper(p) : hasRoleOver(roster, p, role, village))
  return { about: cadres.filter((p) => [...roles].some((role) => holds(p, role))).map((p) => p.id), complaint }
}
