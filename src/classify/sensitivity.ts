import { type Kind, SENSITIVITIES, type Sensitivity } from '../domain/judgement.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { DANGER_WORDS, EVIDENCE } from './lexicon.ts'
import type { Reading } from './local-model.ts'
import { everyday } from './look-for-danger.ts'

const named = wordsBeside(import.meta.url, 'sensitivity')

const CADRE =
  '(?:村支书|支书|书记|村主任|主任|村长|文书|会计|村干部|镇干部|乡干部|干部|网格员|社长|队长|组长|村委会?|村两委|村上的人|调解员|镇长|乡长|局长|护林员|驻村(?:的|干部|队长)?|包村|当官的|领导班子|协警|水管员|妇女主任|头头|民警|院长|校长|站长|队长|书记)'
const WRONG =
  '(?:贪|收(?:了|过|我|老百姓)?.{0,6}(?:钱|礼|红包|好处|烟酒)|吃拿卡要|索要|克扣|私分|不公|偏心|偏袒|优亲|徇私|包庇|骂|打(?:人|了|我)|(?:说话|态度).{0,6}(?:差|不好|恶劣|难听|冷|横|凶|蛮)|乱收费|挪用|侵占|霸占|强占|占(?:了)?(?:集体|公家)|不作为|乱作为|推诿|欺上瞒下|假公济私|黑(?:心|社会|恶)|截留|套取|虚报|冒领|揣(?:进|到)|装(?:进|到)?自己|吞(?:了)?|亲戚|自家人|自己人|不给(?:我们?)?(?:办|盖章|签字|开)|推三阻四|推来推去|刁难|为难|欺负|报复|威胁|拉票|贿选|内定|一手遮天|一个人说了算|私自|偷卖|拿去自己|挡着不让|走后门|不干人事|请吃饭|睁一只眼|好处|截(?:下|了)|别声张|吓唬|扇(?:了)?我|不给开|不给办|拖着不办|翻白眼|花了)'

interface SensitivityRule {
  sensitivity: Sensitivity
  says: RegExp
  unless?: RegExp
  /** Kinds it can be true of; absent: all. */
  only?: readonly Kind[]
}

/** What must not be told in the group, the gravest first. */
// biome-ignore format: a table, one idea a row
const SENSITIVE: readonly SensitivityRule[] = [
  { sensitivity: 'child', says: named('child') },
  { sensitivity: 'petition', says: named('petition') },
  { sensitivity: 'cadre', says: new RegExp(`${CADRE}[^。!?\\n]{0,20}?${WRONG}|(?:告|举报|反映|投诉)(?:我们?村?的?)?${CADRE}|${WRONG}[^。!?\\n]{0,6}(?:村支书|村主任|村干部|文书|社长)`, 'u'), unless: /(找|请|让|叫|麻烦)(村支书|支书|书记|村主任|主任|村长|文书|村干部|网格员|社长|队长)(来|去|帮|给|调解|看|评|反映)?.{0,8}(隔壁|邻居|对门)/u },
  { sensitivity: 'cadre', says: named('cadre') },
  { sensitivity: 'crime', says: named('crime'), unless: named('crime-unless') },
  { sensitivity: 'illness', says: named('illness'), only: ['household'] },
  { sensitivity: 'family', only: ['household'],
    says: named('family') },
]

/**
 * From here on what was learnt keeps a matter out of the group by itself: low, because a secret told is told for good. Of 549
 * plain matters of a village it hid some twenty.
 */
const PROBABLE: Record<Kind, number> = { village: 0.08, neighbour: 0.1, household: 0.07 }
/** Thieves, swindlers and whoever tips rubbish into the river are spoken of aloud in a village. */
const A_CRIME = 0.28
/** These belong to a family; in a matter of the village they are only words. */
const OF_A_FAMILY: readonly Sensitivity[] = ['illness', 'family', 'violence', 'selfharm']

/** Sure enough to make a matter of what else would pass for talk: people whisper of such things. */
const CERTAIN = 0.35
const SOME_SIGN = 0.1
const TALK_FOR_CERTAIN = 0.92
const TOO_SHORT_TO_WHISPER = 8

const sumOf = (learnt: Record<Sensitivity, number>, of: readonly Sensitivity[]) => of.reduce((n, s) => n + learnt[s], 0)

/** Whether a text that passes for talk tells something delicate all the same: sooner where its words say so. */
export function isWhispered(text: string, { sensitivities, kinds }: Pick<Reading, 'sensitivities' | 'kinds'>): boolean {
  if (text.length < TOO_SHORT_TO_WHISPER || kinds.none >= TALK_FOR_CERTAIN) return false
  const learnt = sumOf(sensitivities, SENSITIVITIES)
  return learnt >= CERTAIN || (learnt >= SOME_SIGN && saidSensitivity(text, 'village') !== null)
}

/** The words of the lexicon that keep a matter quiet though nobody is in danger now: violence only where it is a family's. */
const OF_THE_LEXICON = ['selfharm', 'violence'] as const

function fromLexicon(text: string, kind: Kind): Sensitivity | null {
  const said = everyday(text)
  for (const danger of OF_THE_LEXICON) {
    const words = DANGER_WORDS.find((w) => w.danger === danger)
    if (!words || (danger === 'violence' && kind !== 'household')) continue
    const told = words.cut ? said.replace(words.cut, ' ') : said
    if (words.unless?.test(told)) continue
    const blow = danger === 'violence' && EVIDENCE.get('hits')?.test(told)
    if (blow || words.plain.phrases?.test(told) || words.hint.phrases?.test(told)) return danger
  }
  return null
}

/** Why it must stay between the reporter and those who handle it, by its words alone. */
export const saidSensitivity = (text: string, kind: Kind): Sensitivity | null =>
  fromLexicon(text, kind) ??
  SENSITIVE.find((s) => (!s.only || s.only.includes(kind)) && s.says.test(text) && !s.unless?.test(text))?.sensitivity ??
  null

/** The same by its words, or by what was learnt. */
export function findSensitivity(text: string, kind: Kind, learnt: Record<Sensitivity, number>): Sensitivity | null {
  const said = saidSensitivity(text, kind)
  if (said) return said
  const possible = SENSITIVITIES.filter(
    (s) => (kind === 'household' || !OF_A_FAMILY.includes(s)) && (kind !== 'village' || s !== 'crime' || learnt.crime >= A_CRIME),
  )
  return sumOf(learnt, possible) >= PROBABLE[kind] ? possible.reduce((a, b) => (learnt[b] > learnt[a] ? b : a)) : null
}
