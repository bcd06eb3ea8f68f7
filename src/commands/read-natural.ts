import { type Command, isAddressed, isFor, type Scene } from './define-command.ts'
import type { Reading } from './read-order.ts'
import { refIn } from './ref-in.ts'
import { GAP, isTalk } from './talk.ts'

const DONE = '(?:办|弄|修|换|搞|处理|解决|清理|疏通|接|装)(?:好|完|定|通)了?|解决了|好了|通了|亮了'

interface Way {
  form: RegExp
  name: string
  /** The words of the command behind its ticket; null when it is talk after all. */
  rest(found: RegExpExecArray, scene: Scene): string | null
  /** Said among many people it is an order only when something is quoted. */
  anywhere?: true
}

const cadre = (said: string | undefined, scene: Scene): string | null => (said && scene.namesCadre(said) ? said : null)

/** The ways cadres put it without any of the words (voice.md, section 4). */
const WAYS: readonly Way[] = [
  {
    form: /^(?:让|叫|请)(\S{2,5}?)(?:去|来)(?:看一?下|看看|一趟|办|处理|弄|接)?(?:吧|一下)?$/u,
    name: '转',
    rest: ([, who], s) => cadre(who, s),
  },
  { form: /^(\S{2,5}?)[，, ]?你(?:去|来)(?:看一?下|看看|办|处理|弄|接)?(?:吧|一下)?$/u, name: '转', rest: ([, who], s) => cadre(who, s) },
  { form: /^(?:再给我?|再宽限|再缓|宽限)(.{1,12})$/u, name: '延期', rest: ([, when = '']) => when },
  {
    form: /^((?:大?后天|明天|下?(?:周|星期|礼拜)[一二三四五六日天])(?:吧|办|弄|行不行|行吗)?)$/u,
    name: '延期',
    rest: ([, when = '']) => when.replace(/行不行$|行吗$/u, ''),
  },
  { form: /^(?:这[个件]?(?:事情?)?)?先?(?:放一放|挂一挂|缓一缓|放放)(?:吧|再说)?[，, ]*(.*)$/u, name: '挂账', rest: ([, why = '']) => why },
  {
    form: /^(?:这[个件]?(?:事情?)?)?不(?:归|是)(?:我|我们|我们村|村里|村上)(?:这边)?管(?:的|了|呀|啊)?[，, ]*(.*)$/u,
    name: '这不归我管',
    rest: ([, why = '']) => why,
  },
]

const ACKNOWLEDGED = /^(?:收到了?|好|好的|好嘞|行|可以|👌|🆗|👍|OK|嗯|嗯嗯|知道了|明白了?|没问题|马上去|这就去)$/iu
const BY_REPORTER = new RegExp(`^(?:给)?(\\S{2,6}?)(?:家)?(?:那个|那件|的那个|的那件|的)?(?:事情?)(?:已经|都)?(?:给)?(${DONE})(.*)$`, 'u')
const NOTE_THEN_DONE = new RegExp(`^(.{2,60}?)(?:${DONE})$`, 'u')
const NOT_YET = /没|未|还|快|要|等|才|能|想|会|得|别|不/u

/** Orders in plain words, by cadres, where it is plain which matter is meant. */
export function readNatural(text: string, scene: Scene, commands: readonly Command[]): Reading | null {
  if (text.length > 60) return null
  const order = (name: string): Command | undefined => commands.find((c) => c.name === name && isFor(c.for, scene.person))
  const ref = refIn(text, scene.shorts)
  const words = ref ? ref.rest : text
  for (const way of WAYS) {
    const found = way.form.exec(words)
    const command = order(way.name)
    if (!found || !command || isTalk(words)) continue
    const rest = way.rest(found, scene)
    if (rest !== null && (ref || isAddressed(scene))) return { command, ref: ref && { ...ref, rest: '' }, rest }
  }
  const resolve = order('办结')
  const accept = order('接')
  if (accept && !ref && isAddressed(scene) && ACKNOWLEDGED.test(text)) return { command: accept, ref: null, rest: '', newWork: true }
  const named = ref ? null : BY_REPORTER.exec(text)
  if (resolve && named && !isTalk(text) && !NOT_YET.test(named[3] ?? ''))
    return { command: resolve, ref: null, rest: (named[3] ?? '').replace(GAP, ''), reporter: named[1] ?? '' }
  if (resolve && scene.quotingOwn && NOTE_THEN_DONE.test(text) && !NOT_YET.test(text) && !isTalk(text))
    return { command: resolve, ref: null, rest: text }
  return goneOrPhone(text, scene, order)
}

/** 李建国不干了; 李建国换电话了 13900000000. */
function goneOrPhone(text: string, scene: Scene, order: (name: string) => Command | undefined): Reading | null {
  const left = /^(\S{2,4}?)(?:已经)?(?:不干了|离任了|调走了|退下来了)$/u.exec(text)
  const gone = order('离任')
  if (left?.[1] && gone && scene.namesCadre(left[1])) return { command: gone, ref: null, rest: left[1] }
  const changed = /^(\S{2,4}?)的?(?:电话|号码|手机号?)?(?:改|换)(?:电话|号码?|号)?(?:成|为|了|到)*[：:\s]*(1\d{10})$/u.exec(text)
  const phone = order('改电话')
  return changed?.[1] && phone && scene.namesCadre(changed[1]) ? { command: phone, ref: null, rest: `${changed[1]} ${changed[2]}` } : null
}
