import { atHome, DANGERS, type Danger } from '../domain/judgement.ts'
import { dangerOf, isToldCalmly } from './emergencies.ts'
import type { Reading } from './local-model.ts'
import { saidSensitivity } from './sensitivity.ts'

/**
 * From here on what was learnt calls a danger by itself. Low, because a miss costs more than a false alarm. A public alarm
 * puts telephone numbers into the group; one at home calls the duty cadre and is heard by nobody else.
 */
const IN_PUBLIC = 0.1
const AT_HOME = 0.08
/** Bodies in trouble, in words that stand in no list of what hurts: with them what was learnt is believed as soon. */
const IN_TROUBLE =
  /不(动弹|睁眼|吭声|出气)|动不了|站不起来|起不来|爬不起|(摇|叫|喊|推)(都)?不(醒|应|动)|打滚|恶心|吐(了|个不停)|疼得|粘(在|住)|甩不(脱|掉)|吸住|冲走|漂走|滑(到|进|下).{0,3}(河|水|沟|井|崖)|撞车|打死|弄死|锁(在)?(屋|房|里)|哭声|没气|快没了|(娃|人|老汉|老人|孩子)(不在|丢了|没了|没回)|没下山|炭火|火盆|围着打|红眼|开瓢|瓶子空/u
/** Where nothing is named that can hurt. */
const RATHER_SURE = 0.3
/** Told of a film, of last year, of a drill, as a joke or as over: only when all the rest cries. */
const NEARLY_SURE = 0.85
/** Plain talk uses the words of danger all day long: 吓死我了, 火锅, 打工. Unless the danger itself is likelier than not. */
const SOME_MATTER = 0.1
const MORE_THAN_LIKELY = 0.5
/** Under this the words of a public emergency stand by accident: 他砍我家的树. At home the words alone are enough. */
const AN_ACCIDENT = 0.01

const SAID_OUTRIGHT = 0.97

export interface DangerFound {
  danger: Danger
  /** Probability that somebody may come to harm. */
  sure: number
}

/** What nothing that was learnt is believed below. */
const LEAST = Math.min(AT_HOME, IN_PUBLIC)
const BEHIND_DOORS = DANGERS.filter((d) => atHome(d) !== null)

/** A danger to somebody now: by the words of an emergency, or by what was learnt, sooner where anything is named that can hurt. */
export function findDanger(
  text: string,
  hurts: boolean,
  { dangers, kinds, sensitivities }: Pick<Reading, 'dangers' | 'kinds' | 'sensitivities'>,
): DangerFound | null {
  const likeliest = (of: readonly Danger[]): Danger => of.reduce((a, b) => (dangers[b] > dangers[a] ? b : a), of[0] ?? 'accident')
  const sure = DANGERS.reduce((sum, d) => sum + dangers[d], 0)
  const said = dangerOf(text)
  if (said && atHome(said)) return { danger: said, sure: SAID_OUTRIGHT }
  const outright = said !== null && sure >= AN_ACCIDENT
  // Most of what is said ends here, before the longer looks.
  if (!outright && sure < LEAST) return null
  const calm = isToldCalmly(text)
  // 他把我锁屋里说要打死我 has the words of a brawl, and the village must not hear of it.
  const home = likeliest(BEHIND_DOORS)
  if (dangers[home] >= (calm ? NEARLY_SURE : MORE_THAN_LIKELY)) return { danger: home, sure: dangers[home] }
  // 又拿刀割自己 has the words of a brawl too, and is nobody's to hear but the duty cadre's.
  const secret = saidSensitivity(text, 'village')
  const hidden = secret === 'selfharm' || secret === 'violence' ? secret : null
  if (outright) return { danger: hidden ?? said, sure: SAID_OUTRIGHT }
  const danger = hidden ?? likeliest(DANGERS)
  const nothingHurts = !hurts && !IN_TROUBLE.test(text)
  const needed = calm ? NEARLY_SURE : nothingHurts ? RATHER_SURE : atHome(danger) ? AT_HOME : IN_PUBLIC
  if (sure < needed || (1 - kinds.none < SOME_MATTER && sure < MORE_THAN_LIKELY)) return null
  // What is whispered of somebody must not be cried out on a guess; who is lost is looked for by all.
  const whispered = sensitivities.crime + sensitivities.cadre + sensitivities.petition
  return atHome(danger) || danger === 'missing' || sure >= whispered ? { danger, sure } : null
}
