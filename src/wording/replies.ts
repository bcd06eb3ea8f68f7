import { isForgotten } from '../domain/forgotten.ts'
import { maskAllButPhones, maskNumbers, maskPersonal } from '../domain/mask.ts'
import type { Ticket } from '../domain/ticket.ts'
import { by, day } from './dates.ts'

const head = (t: Pick<Ticket, 'label'>): string => `【${t.label}】`

export const accepted = (t: Ticket, who: string, now: Date): string => `${head(t)}${who}接了，${by(t.completeBy, now)}前办。`
export const handedTo = (t: Ticket, who: string): string => `${head(t)}现在由${who}负责，时间不变。`
export const noted = (t: Ticket): string => `${head(t)}记下了。`
export const notedAndTold = (t: Ticket): string => `${head(t)}记下了，已告诉报的人。`
export const progressSaid = (t: Ticket, who: string, note: string): string =>
  `${head(t)}${who}：${maskPersonal(note).replace(/[。.]+$/u, '')}。`
export const resolved = (t: Ticket): string =>
  t.reporter !== null && isForgotten(t.reporter)
    ? `${head(t)}记下了，三个工作日里没人说没修好，就办结了。`
    : `${head(t)}记下了，已请报的人看一看。`
export const extensionSent = (t: Ticket, until: Date, approver: string, now: Date): string =>
  `${head(t)}想延到${day(until, now)}，已请${approver}定。`
export const extensionAnswered = (t: Ticket, yes: boolean, asker: string, now: Date): string =>
  yes ? `${head(t)}同意延到${day(t.completeBy, now)}，已告诉${asker}。` : `${head(t)}没有同意，已告诉${asker}。`
export const waiting = (t: Ticket, until: Date, now: Date): string => `${head(t)}挂账到${day(until, now)}，已告诉报的人。`
export const resumed = (t: Ticket, now: Date): string => `${head(t)}接着办，${by(t.completeBy, now)}前办。`
export const rejected = (t: Ticket, where: string): string => `${head(t)}不受理，已告诉报的人${where ? `找${where}` : ''}。`
export const merged = (from: readonly string[], into: string): string => `${from.map((l) => `【${l}】`).join('')}并到【${into}】一起办。`
export const sameNumber = '两个编号一样，请说清哪件并到哪件，比如“合并 12 到 7”。'
export const cannotMergeInto = (t: Ticket): string => `${head(t)}${states[t.status]}，不能再并进去。`
export const split = (t: Ticket): string => `${head(t)}拆开了，单独办。`
export const reclassified = (t: Ticket, duty: string, owner: string | null): string =>
  `${head(t)}改成${duty}，${owner ? `${owner}负责` : '正在找人负责'}。`
export const notAMatter = (t: Ticket): string => `${head(t)}好的，当作平常说话，不办了。`
export const supervised = (t: Ticket, now: Date): string => `${head(t)}列为督办，${by(t.completeBy, now)}前办。每一步都会告诉您。`
export const withdrawn = (t: Ticket): string => `${head(t)}已撤回，不再办理。反悔了说一声就行。`
export const revived = (t: Ticket, now: Date): string => `${head(t)}好的，接着办，${by(t.completeBy, now)}前办。`
export const noneWithdrawn = '一个月里没有您撤回的事。有事直接讲就行。'
export const hidden = (t: Ticket): string => `${head(t)}以后不在群里说了，只和您单独说，也不提您的名字。`
export const thanked = (t: Ticket): string => `${head(t)}谢谢您，这件办结了。`
export const reopenedHere = (t: Ticket): string => `${head(t)}知道了，接着办。`
export const undone = (words: string, t: Ticket | null): string =>
  `刚才的“${words}”已撤销${t ? (t.status === 'withdrawn' ? `，【${t.label}】不办了` : `，【${t.label}】恢复到“${states[t.status]}”`) : ''}。`
export const cannotUndo = (words: string, instead: string): string => `“${words}”不能撤销，${instead}。`
export const followStays = '多记一户不要紧'
export const nothingToUndo = '十分钟内没有可以撤销的。'
export const toldToGroup = '群里已经说出去了，收不回来。要更正请再说一次'
export const changedSince = '这件后来又有变化，不能撤销了。请直接改。'
export const quiet = '好，明天这时候以前不在这里说话，急事除外。'
export const quietOver = '好，又可以在这里说话了。'

export const notFound = (what: string, cadre: boolean): string =>
  `没有找到${what}号。回“${cadre ? '待办' : '进度'}”看${cadre ? '手上' : '自己'}的。`
export const whichTicket = (options: readonly string[]): string => `是${options.map((o) => `“${o}”`).join('还是')}？回编号。`
export const sayTicket = '您说的是哪一件？请带上编号，比如“办结 7”，也可以引用那条消息。'
export const whichPerson = (names: readonly string[]): string => `是${names.map((n) => `“${n}”`).join('还是')}？回全名。`
export const noPerson = (name: string, here: string | null): string => `${here ?? ''}没有找到${name ? `“${name}”` : '这个人'}，请写全名。`
export const didYouMean = (words: string): string => `是想说“${words}”吗？直接回“是”就行。`
/** What was not understood, with the two that it may be. */
export const whichOrder = (t: Ticket | null, [first, second]: readonly [string, string]): string =>
  `${t ? head(t) : ''}没听明白。要“${first}”回“1”，要“${second}”回“2”，都不是就换个说法，或回“帮助”。`
export const untilWhen = (t: Ticket): string => `${head(t)}等到几号？回个日子就行，比如“12月10日”。`
export const extendUntilWhen = (t: Ticket): string => `${head(t)}延到几号？回个日子或天数就行，比如“两天”。`
export const whyReject = (t: Ticket): string =>
  `${head(t)}不受理要说个原因，比如“不受理 ${t.label} 归供电所管”。不归您管也可以“转 ${t.label} 姓名”。`
export const howMerge = '请说清哪件并到哪件，比如“合并 12 到 7”。'
export const whatKind = (t: Ticket): string => `${head(t)}改成什么？比如“改类 ${t.label} 邻里事”或“改类 ${t.label} 路灯”。`
export const whatToNote = '要登记什么？比如“登记 三社水渠堵了”。'
export const which2 = '有几件在等您回，请引用那一条再回，或带上编号，比如“同意 3”。'
export const whichExtension = (labels: readonly string[], word: string): string =>
  `有${labels.length}件等您定，回${labels.map((l) => `“${word} ${l}”`).join('或')}。`
export const nothingAsked = '现在没有在等您回的。有事直接讲就行。'
export const noneThen = '好的，先不动。请带上编号再说，比如“办结 7”。'
/** Whose word it is, and what everybody may say. `owner`: who has it in hand, for another cadre to ask. */
export const notForYou = (word: string, of: { label: string | null; owner: string | null; leader: boolean; steward: boolean }): string => {
  if (of.label === null)
    return `“${word}”要由${of.leader ? '包村领导' : of.steward ? '村文书、村支书或镇里' : '村干部或镇领导'}来说。您有事直接讲就行，回“帮助”看看能说什么。`
  if (of.leader) return `【${of.label}】${word}要由包村领导来定。`
  return of.owner ? `【${of.label}】${of.owner}在办，请和本人或村支书说。` : `【${of.label}】要由村干部来${word}。您有事直接讲就行。`
}
export const ofReporterOnly = (word: string): string => `“${word}”要由报的人来说。您有事直接讲就行。`
export const forLeadersOnly = (word: string): string => `“${word}”是镇领导和包村领导用的。`
export const notChanged = (name: string): string => `${name}的事要请上一级来改，或请镇里改。`
export const badPhone = (said: string): string => `“${said}”是${said.length}位，不是手机号。手机号要11位，请再发一次。`
export const letStay = '好的，没有动。'
/** Of what a certain office says only. */
export const notYours = (word: string, whose: string, label: string | null): string =>
  label ? `【${label}】要由${whose}来${word}。您有事直接讲就行。` : `“${word}”要由${whose}来说。您有事直接讲就行，回“帮助”看看能说什么。`

export const progress = (t: Ticket, state: string, owner: string | null, now: Date): string =>
  `${head(t)}${t.title}：${state}${owner ? `，${owner}负责` : ''}${t.status === 'open' ? `，${by(t.completeBy, now)}前办` : ''}${t.waiting ? `，等${maskPersonal(t.waiting.reason)}，${day(t.waiting.until, now)}再办` : ''}。`
export const noneOfYours = '您还没有在办的事。有事直接讲就行。'
export const todoHead = (count: number): string => (count === 0 ? '手上没有要办的，辛苦了。' : `您手上有${count}件：`)
export const todoLine = (t: Ticket, now: Date): string =>
  `${t.label} ${t.title}，${t.status === 'waiting' && t.waiting ? `挂账到${day(t.waiting.until, now)}` : t.completeBy < now ? '已超期' : `${by(t.completeBy, now)}前办`}`
export const more = (count: number): string => `还有${count}件，办完几件再回“待办”看。`
const most = (count: number, atLeast: boolean): string => `${atLeast ? '至少' : ''}${count}件`
/** What of the speaker's villages stands so. */
export const listHead: Record<'open' | 'late' | 'untaken', (count: number, atLeast: boolean) => string> = {
  open: (count, atLeast) => (count === 0 ? '没有在办的事。' : `在办${most(count, atLeast)}，快到期的在前：`),
  late: (count, atLeast) => (count === 0 ? '没有超期的事。' : `超期${most(count, atLeast)}：`),
  untaken: (count, atLeast) => (count === 0 ? '没有等人接的事。' : `等人接${most(count, atLeast)}：`),
}
export const moreOnPage = (count: number): string => `还有${count}件，回“页面”看全部。`
export const foundNone = (words: string): string => `没有找到和“${words}”有关的。`

export const states: Record<Ticket['status'], string> = {
  open: '正在办',
  waiting: '挂账',
  resolved: '说办好了，等报的人一句话',
  closed: '已办结',
  rejected: '没有受理',
  withdrawn: '已撤回',
  merged: '并到别的一起办',
  void: '当作平常说话，没有办',
}
/** To the reporter it is the reporter's own word that is waited for. */
export const resolvedForReporter = '说办好了，等您一句话'
export const outline = (t: Ticket): string => `${head(t)}${states[t.status]}。`
export const dutyAnswer = (d: {
  name: string
  owner: string
  respond: string
  complete: string
  papers: string
  where: string
  procedure: string
}): string =>
  `${d.name}：找${d.owner}，${d.respond}内回应，${d.complete}内办。\n怎么办：${d.procedure}\n要带：${d.papers}\n地方：${d.where}`
export const dutyNone = (words: string, elsewhere: string): string =>
  `清单里没有找到“${words}”。${elsewhere ? `这类事可以找${elsewhere}。` : '换个说法，或直接把事情讲给我。'}`
export const dutyMany = (names: readonly string[]): string => `有好几项：${names.join('、')}。回“清单”加其中一个。`
export const roster = {
  phone: (name: string, phone: string): string => `${name}的电话改成${phone}了。`,
  reallyGone: (name: string, count: number): string => `要让${name}离任吗？${count > 0 ? `手上${count}件会转走。` : ''}回“是”或“不是”。`,
  /** `stays`: cases that are still in their name. */
  gone: (name: string, count: number, next: readonly { name: string; count: number }[], stays: readonly string[]): string => {
    const hands = next.length === 1 ? (next[0]?.name ?? '') : next.map((n) => `${n.name}${n.count}件`).join('、')
    return `${name}离任了${count > 0 ? `，手上${count}件${hands ? `转给${hands}` : '等镇里派人'}` : ''}。${stays.length > 0 ? `${stays.join('、')}还没有人接，请另定。` : ''}`
  },
  whichOne: (names: readonly string[]): string => `有几位同名，请写清村：${names.map((n) => `“离任 ${n}”`).join('、')}。`,
  keeper: (name: string, place: string): string => `${name}现在是${place}的网格员。`,
  how: '请这样写：“新网格员 姓名 电话 三社”“改电话 姓名 电话”“离任 姓名”。',
  place: (name: string, place: string): string => `记下了，${name}算${place}。`,
  placed: (t: Ticket, place: string, owner: string | null, learnt: string | null): string =>
    `${head(t)}改到${place}了${owner ? `，由${owner}负责` : ''}。${learnt ? `以后“${learnt}”就算${place}。` : ''}`,
  whichPlace: '哪里是哪个社？比如“地名 大桥头 三社”。',
  everywhere: (name: string): string => `“${name}”哪里都有，记不成地名。`,
}

export const toWhom = (t: Ticket, word: string): string => `${head(t)}${word}给谁？比如“${word} ${t.label} 王芳”。`
export const whatProgress = (t: Ticket): string => `${head(t)}办到哪了？比如“进展 ${t.label} 配件到了”。`
export const whatRemark = (t: Ticket): string => `${head(t)}想提什么意见？比如“提意见 ${t.label} 灯杆也该换”。`
export const remarkNoted = (t: Ticket): string => `${head(t)}意见记下了${t.owner ? '，负责的人会看到' : ''}。`
export const takenOver = (who: string, tickets: readonly string[]): string =>
  `${who}不再任职，${tickets.length}件转给您：${tickets.slice(0, 5).join('、')}${tickets.length > 5 ? '等' : ''}。回“待办”看全部。`
export const whatToFind = '查什么？比如“查 路灯”或“查 坪07”。'
/** The words as told stand below, for those who may read them. */
/** In whose hands it is reads the telephone; others read that there is one. */
export const whole = (state: string, text: string, teller: { name: string; phone: string | null } | null): string => {
  const phone = teller?.phone && !text.includes(teller.phone) ? `，电话${teller.phone}` : ''
  return `${state}\n原话：${teller ? maskAllButPhones(text) : maskNumbers(text)}${teller?.name ? `\n报的人：${teller.name}${phone}` : ''}`
}
export const dutyTopics = (topics: readonly string[]): string => `清单里有：${topics.join('、')}。回“清单”加一件事，比如“清单 低保”。`
export const splitWhat = (label: string): string => `【${label}】要分出什么？比如“拆分 ${label} 水管也漏了”。`
export const alreadySplit = (label: string, into: string): string => `【${label}】已经分出【${into}】了，不用再分。`
export const splitForReporter = (label: string, into: string, title: string): string =>
  `【${label}】里的另一件事单独记下了：【${into}】${title}。`
export const inGroupOnly = '请到那个群里说这句话。'
export const rejectOrTransfer = (t: Ticket): string =>
  `${head(t)}归别人管，回“转 ${t.label} 姓名”；村里办不了，回“不受理 ${t.label} 原因”，比如“不受理 ${t.label} 归供电所管”。`
export const alreadyUntil = (t: Ticket, now: Date): string => `${head(t)}本来就到${day(t.completeBy, now)}。要延请说再晚一些的日子。`
export const waitingForWhat = (t: Ticket): string => `${head(t)}在等什么？回一句就行，比如“等配件”。`
export const noneToTake = '现在没有等您接的。别人手上的请带上编号，比如“接 7”。'
export const nothingInHand = (example: string): string => `您手上没有对得上的。请带上编号，比如“${example}”。`
export const noLongerAsked = '这件现在没有要定的延期。'
export const askedTown = (t: Ticket, names: readonly string[]): string =>
  names.length > 0 ? `${head(t)}已请镇里的${names.join('、')}一起议。` : `${head(t)}记下了，镇里暂时没有找到人，请打电话。`
export const notLive = (t: Ticket): string => `${head(t)}${states[t.status]}。还有问题请再说一遍。`
export const isItDone = (t: Ticket): string => `${head(t)}办好了没有？好了回“满意”，没好回“没修好”。`
export const whenSeen = (t: Ticket): string => `${head(t)}好的，看过了回“满意”或“没修好”就行。`
export const reporterAsks = (t: Ticket, who: string): string => `${head(t)}${who}问办到哪了。回“进展 ${t.label} 情况”，会告诉报的人。`
export const urged = (t: Ticket, owner: string): string => `${head(t)}已催${owner}。`
export const whatWithIt = (state: string, t: Ticket): string => `${state}要做什么请说明白，比如“办结 ${t.label}”“进展 ${t.label} 情况”。`
export const personWanted = (place: string, who: string): string => `${place}${who}想和人说话，请给回个电话。`
export const personCalls = (office: string, who: string): string =>
  `知道您想和人说，已告诉${office}${who}，会给您打电话。急事请打110、119、120。`
export const nobodyToCall = '村里暂时没有找到人，急事请打110、119、120。'
export const nobodyHolds = (office: string): string => `花名册上没有写${office}，可以问村文书。`
export const officeIs = (place: string, office: string, people: readonly { name: string; phone: string | null }[]): string =>
  `${place}${place.endsWith('村') ? office.replace(/^村/u, '') : office}是${people.map(({ name, phone }) => `${name}${phone ? `，电话${phone}` : ''}`).join('；')}。`
export const whoSees = (lines: readonly { name: string; role: string; person: string | null }[]): string =>
  `${lines.map(({ name, role, person }) => `${name}：找${role}${person ?? ''}`).join('\n')}\n坏了、堵了，直接说在哪就行。`

/** To 你是谁, where it was asked. */
export const whoIAm = '我是机器人，不是真人。有事说一声，我记下、转给管的干部，办好了回话。群里的话我都听着，闲话不管。'
