import { holdsDay, isDayAndReason, startsWithDay } from '../reading/day-words.ts'
import type { Scene } from './define-command.ts'

export interface Way {
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

const PLACED = '(?:今天|昨天|上午|下午|早上|刚刚?|已经|我|们|去|来|到|上|入|现场|他家|家里?|门|屋里|户|那边|那里)*'
const LETS = /^(?:让|叫|分给|你?转给)(\S{2,5}?)(?:办|弄|管|处理|负责|接|跟|看|去|来)?(?:一?下|着|吧)*$/u
const KIND = '(村里事|邻里事|户里事|家里事)'

/** The ways cadres put it without any of the words. */
export const WAYS: readonly Way[] = [
  {
    form: /^(?:我(?:马上|这就|现在|今天|明天|下午|上午)?(?:去|来)(?:看看|看一?下|看|弄|办|修|处理|跑)?(?:一?下|一趟|吧)?|收到.{0,6})$/u,
    name: '接',
    rest: () => '',
    addressed: true,
    numbered: true,
  },
  { form: /^(?:归我|我来?(?:接|办|弄|管|处理)|我去(?:一趟)?)(?:了|吧)*$/u, name: '接', rest: () => '', numbered: true },
  {
    form: new RegExp(`^${PLACED}(?:走访|看|去|查看)(?:过了|过|完了|完|了)(?:一下)?[，, ]*(.{0,30})$`, 'u'),
    name: '走访',
    rest: ([, note = '']) => note,
    addressed: true,
    numbered: true,
  },
  { form: new RegExp(`^(?:安排|派|指派)(\\S{2,5}?)${GO}$`, 'u'), name: '派', rest: ([, who], s) => cadre(who, s) },
  { form: new RegExp(`^(?:让|叫|请|安排|派|指派)(\\S{2,5}?)(?:去|来)${GO}$`, 'u'), name: '转', rest: ([, who], s) => cadre(who, s) },
  { form: LETS, name: '派', rest: ([, who], s) => cadre(who, s), numbered: true },
  { form: LETS, name: '转', rest: ([, who], s) => cadre(who, s), numbered: true },
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
    form: /^(?:能不能|可不可以|能|可以|想|要|得|申请|还要|再)*(?:延期?|推迟|晚|宽限|缓|拖)[，, ]*((?:到)?.{1,14}?)(?:行吗|行不行|可以吗|吗)?$/u,
    name: '延期',
    rest: ([, when = '']) => (startsWithDay(when) && isDayAndReason(when) ? when : null),
    addressed: true,
    numbered: true,
  },
  {
    form: /^(?:要|得|要到|得到|到)?(.{2,8}?)才(?:能|可以)?(?:办|弄|修|好|来|完)(?:完|好|成|得了|得完)?$/u,
    name: '延期',
    rest: ([, when = '']) => (startsWithDay(when) ? when : null),
    addressed: true,
    numbered: true,
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
  {
    form: /^(?:先|暂时)*(?:放着|放放|缓缓|挂一?下|挂上|挂起来?|挂着|不办|停办|搁着)(?:了|吧)?[，, ]*(.{0,20})$/u,
    name: '挂账',
    rest: ([, why = '']) => why,
    numbered: true,
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
    form: /^(.{0,20}?)[，, ]*(?:继续|重新|重新开始|接着|可以|能|不挂|再)(?:开始)?(?:办|弄|修|干|搞)?(?:了|吧)?$/u,
    name: '恢复',
    rest: ([, why = '']) => (why === '' || /(?:到|好|有|来|批|下来)了$/u.test(why) ? why : null),
    addressed: true,
    numbered: true,
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
    form: /^(.{2,14}?)(?:议|调解|商量|说和)(?:一下|一议|议)?$/u,
    name: '议',
    rest: ([, when = '']) => (startsWithDay(when) ? when : null),
    addressed: true,
    numbered: true,
  },
  { form: /^不(?:该|应该|是|由)(?:我|我们)(?:管|负责|办)的?$/u, name: '这不归我管', rest: () => '', numbered: true },
  { form: /^(?:(?:不能|没法|不好)受理|退了(?=[，, ]))[，, ]*(.*)$/u, name: '不受理', rest: ([, why = '']) => why, numbered: true },
  {
    form: /^(?:要|得)?(?:拆|分)(?:开|成)?(?:[两2][个件])?(?:事|办)?(?:吧)?$|^(?:其实)?是[两2][个件](?:事情?)?$/u,
    name: '拆分',
    rest: () => '',
    numbered: true,
  },
  { form: /^(?:重点)?(?:盯紧|盯着|盯一下|重点办)[，, ]*(.*)$/u, name: '督办', rest: ([, when = '']) => when, numbered: true },
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
    form: new RegExp(`^(?:应该|其实|这个?|类别|分类|类型|不是.里事|改一?下|改|成|为|到|是|算|属于|归|[，, ])*${KIND}(?:吧|的|才对)*$`, 'u'),
    name: '改类',
    rest: ([, kind = '']) => kind,
  },
]
