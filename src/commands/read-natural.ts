import { holdsDay, isDayAndReason, startsWithDay } from '../spoken/day-words.ts'
import { allRefs } from '../spoken/ticket-ref.ts'
import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import { readDone } from './read-done.ts'
import type { Reading } from './read-order.ts'
import { readPeople } from './read-people.ts'
import { readProgress } from './read-progress.ts'
import { refIn } from './ref-in.ts'
import { isTalk } from './talk.ts'

interface Way {
  form: RegExp
  name: string
  /** The words of the command behind its ticket; null when it is talk after all. */
  rest(found: RegExpExecArray, scene: Scene): string | null
  /** Even behind a number only where the bot is spoken to: 15号等通知. */
  addressed?: true
  /** Only behind a number: 我去看看 by itself is talk or the answer to new work. */
  numbered?: true
  /** Without a number, in a group, only of what is one's own and quoted. */
  own?: true
}

const cadre = (said: string | undefined, scene: Scene): string | null => (said && scene.namesCadre(said) ? said : null)
const joined = (...parts: (string | undefined)[]): string => parts.filter((p) => p).join('，')
const GO = '(?:去|来)?(?:看一?下|看看|一趟|办|处理|弄|接|负责)?(?:吧|一下)?'

/** The ways cadres put it without any of the words (voice.md, section 4). */
const WAYS: readonly Way[] = [
  {
    form: /^(?:我(?:马上|这就|现在|今天|明天|下午|上午)?(?:去|来)(?:看看|看一?下|看|弄|办|修|处理|跑)?(?:一?下|一趟|吧)?|收到.{0,6})$/u,
    name: '接',
    rest: () => '',
    addressed: true,
    numbered: true,
  },
  {
    form: /^(?:刚|已经|今天|昨天|上午|下午|我)*(?:去|上门|到现场)?看过(?:了)?$/u,
    name: '走访',
    rest: () => '',
    addressed: true,
    numbered: true,
  },
  { form: new RegExp(`^(?:安排|派|指派)(\\S{2,5}?)${GO}$`, 'u'), name: '派', rest: ([, who], s) => cadre(who, s) },
  { form: new RegExp(`^(?:让|叫|请)(\\S{2,5}?)(?:去|来)${GO}$`, 'u'), name: '转', rest: ([, who], s) => cadre(who, s) },
  { form: new RegExp(`^(?:给|归|由)(\\S{2,5}?)${GO}$`, 'u'), name: '转', rest: ([, who], s) => cadre(who, s) },
  { form: /^(\S{2,5}?)[，, ]?你(?:去|来)(?:看一?下|看看|办|处理|弄|接)?(?:吧|一下)?$/u, name: '转', rest: ([, who], s) => cadre(who, s) },
  { form: new RegExp(`^(\\S{2,4}?)(?:去|来|办|负责|处理|管)${GO}$`, 'u'), name: '转', rest: ([, who], s) => cadre(who, s) },
  { form: /^(?:.{1,10}[，, ])?(?:再给我?|再宽限|再缓|宽限|往后推|往后拖)(.{1,12})$/u, name: '延期', rest: ([, when = '']) => when },
  {
    form: /^(?:要|得|还要|还得)?(?:再要|再等|再|晚|多给我?|多要|推|拖|缓)((?:到)?.{1,14})$/u,
    name: '延期',
    rest: ([, when = '']) => (startsWithDay(when) && isDayAndReason(when) ? when : null),
    addressed: true,
  },
  {
    form: /^((?:大?后天|明天|下?(?:周|星期|礼拜)[一二三四五六日天])(?:吧|办|弄|行不行|行吗)?)$/u,
    name: '延期',
    rest: ([, when = '']) => when.replace(/行不行$|行吗$/u, ''),
    addressed: true,
  },
  {
    form: /^(?:这[个件]?(?:事情?)?)?先?(?:放一放|挂一挂|缓一缓|放放|放着|缓着|挂着|搁一搁|搁着|停一停|停着)(?:吧|再说)?[，, ]*(.*)$/u,
    name: '挂账',
    rest: ([, why = '']) => why,
  },
  { form: /^(.{2,12}?)先(?:放放|放一放|缓缓|缓一缓|挂着|放着|挂起)(?:吧)?$/u, name: '挂账', rest: ([, why = '']) => why },
  {
    form: /^((?:要|得|还得)?等(?!着?我|.*就[好行能可])\S{1,12})$/u,
    name: '挂账',
    rest: ([, all = '']) => all,
    addressed: true,
    numbered: true,
  },
  { form: /^缓(\S{1,6})[，, ]*(.*)$/u, name: '挂账', rest: ([, when = '', why]) => (/天|周|月/u.test(when) ? joined(when, why) : null) },
  {
    form: /^((?:还)?(?:要|得|先)?等\S{1,12}[，, ].{1,20})$/u,
    name: '挂账',
    rest: ([, all = '']) => (holdsDay(all) ? all : null),
    addressed: true,
  },
  {
    form: /^(.{2,30}?)[，, ]+(?:可以)?(?:接着|继续)(?:办|弄|修|干)(?:了|吧)?$/u,
    name: '恢复',
    rest: ([, why = '']) => why,
    addressed: true,
  },
  {
    form: /^((?:约|定).{1,20}|.{1,12}(?:一起|坐下来)(?:说|谈|议|商量|调解).{0,4})$/u,
    name: '议',
    rest: ([, all = '']) => (holdsDay(all) ? all : null),
    addressed: true,
  },
  {
    form: /^(?:这[个件]?(?:事情?)?)?不(?:归|是)(?:我|我们|我们村|村里|村上)(?:这边)?管(?:的|了|呀|啊)?[，, ]*(.*)$/u,
    name: '这不归我管',
    rest: ([, why = '']) => why,
  },
  {
    form: /^(.{0,30}?)[，, ]*(?:不受理|受理不了|(?:村里|村上|我们|我们村|我们这)(?:办|管|解决)不了)(?:了|的)?(?:[，, ]+(.*))?$/u,
    name: '不受理',
    rest: ([, why, more]) => joined(why, more),
    own: true,
  },
  {
    form: /^(?:应该|其实|这个?)*(?:是|算|属于|改成|改为|归)(村里事|邻里事|户里事|家里事)(?:吧|的)?$/u,
    name: '改类',
    rest: ([, kind = '']) => kind,
  },
]

const ACKNOWLEDGED = /^(?:收到了?|好|好的|好嘞|行|可以|👌|🆗|👍|OK|嗯|嗯嗯|知道了|明白了?|没问题|马上去|这就去)$/iu
/** 2和3是一件事, 12跟7重复. */
const SAME =
  /^(.+?)(?:和|跟|与|同|就是)(.+?)(?:(?:应该)?是?(?:一件事|同一件事?|一回事|一样的|一个事)|重复了?|合并|合一起)$|^(.+?)就是(.+)$/u
const MERGED = /^(?:请)?把? ?(.+?)(?:都|一起|也)?(?:合并|归并|并)(?:到|进|入|给|在)? ?(.+?)(?:里面?|里头|里边|一起|去|一块)*$/u

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
  const ref = refIn(text.replace(/^(?:请|麻烦)?把 ?/u, ''), scene.shorts)
  const words = ref ? ref.rest : text
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
  return readDone(text, scene, order) ?? readPeople(text, scene, order) ?? readProgress(text, scene, order)
}
