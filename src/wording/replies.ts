import type { Ticket } from '../domain/ticket.ts'
import { day } from './dates.ts'

const head = (t: Pick<Ticket, 'label'>): string => `【${t.label}】`

export const accepted = (t: Ticket, who: string, now: Date): string => `${head(t)}${who}接了，${day(t.completeBy, now)}前办。`
export const handedTo = (t: Ticket, who: string): string => `${head(t)}现在由${who}负责，时间不变。`
export const noted = (t: Ticket): string => `${head(t)}记下了。`
export const resolved = (t: Ticket): string => `${head(t)}记下了，已请报的人看一看。`
export const extensionSent = (t: Ticket, until: Date, approver: string, now: Date): string =>
  `${head(t)}想延到${day(until, now)}，已请${approver}定。`
export const extensionAnswered = (t: Ticket, yes: boolean, now: Date): string =>
  yes ? `${head(t)}同意延到${day(t.completeBy, now)}。` : `${head(t)}没有同意，已告诉他。`
export const waiting = (t: Ticket, until: Date, now: Date): string => `${head(t)}挂账到${day(until, now)}，已告诉报的人。`
export const resumed = (t: Ticket, now: Date): string => `${head(t)}接着办，${day(t.completeBy, now)}前办。`
export const rejected = (t: Ticket, where: string): string => `${head(t)}不受理，已告诉报的人${where ? `找${where}` : ''}。`
export const merged = (from: string, into: string): string => `【${from}】并到【${into}】一起办。`
export const split = (t: Ticket): string => `${head(t)}拆开了，单独办。`
export const reclassified = (t: Ticket, duty: string, owner: string | null): string =>
  `${head(t)}改成${duty}，${owner ? `${owner}负责` : '正在找人负责'}。`
export const supervised = (t: Ticket, now: Date): string => `${head(t)}列为督办，${day(t.completeBy, now)}前办。每一步都会告诉您。`
export const withdrawn = (t: Ticket): string => `${head(t)}撤回了，不办了。要再说，直接讲就行。`
export const hidden = (t: Ticket): string => `${head(t)}以后不在群里说了，只和您单独说。`
export const thanked = (t: Ticket): string => `${head(t)}谢谢您，这件办结了。`
export const reopenedHere = (t: Ticket): string => `${head(t)}知道了，接着办。`
export const leaveNoted = (until: string, deputy: string, count: number, now: Date): string =>
  `记下了，您请假到${day(new Date(`${until}T12:00:00+08:00`), now)}，${deputy}代。${count > 0 ? `手上${count}件先转给${deputy}，回来自动转回。` : ''}`
export const leaveEnded = (count: number): string => (count > 0 ? `欢迎回来，${count}件转回给您了。回“待办”看。` : '欢迎回来。')
export const notOnLeave = '您现在没有请假。'
export const undone = (words: string): string => `刚才的“${words}”已撤销。`
export const nothingToUndo = '十分钟内没有可以撤销的。'
export const changedSince = '这件后来又有变化，不能撤销了。请直接改。'
export const quiet = '好，明天这时候以前不在这里说话，急事除外。'
export const quietOver = '好，又可以在这里说话了。'

export const notFound = (what: string): string => `没有找到${what}。回“进度”或“待办”看编号。`
export const whichTicket = (options: readonly string[]): string => `是${options.map((o) => `“${o}”`).join('还是')}？回编号。`
export const sayTicket = '您说的是哪一件？请带上编号，比如“办结 7”，也可以引用那条消息。'
export const whichPerson = (names: readonly string[]): string => `是${names.map((n) => `“${n}”`).join('还是')}？回全名。`
export const noPerson = (name: string): string => `没有找到${name || '这个人'}，请写全名。`
export const didYouMean = (words: string): string => `是想说“${words}”吗？直接回“是”就行。`
export const untilWhen = (t: Ticket | null): string => `${t ? head(t) : ''}等到几号？回个日子就行，比如“12月10日”。`
export const leaveUntilWhen = '到哪天？回个日子就行，比如“周五”。'
export const whoIsDeputy = '谁来代？比如“请假到周五 小李代”。'
export const whyReject = (t: Ticket): string =>
  `${head(t)}不受理要说个原因，比如“不受理 ${t.label} 归供电所管”。不归您管也可以“转 ${t.label} 姓名”。`
export const howMerge = '请说清哪件并到哪件，比如“合并 12 到 7”。'
export const whatKind = (t: Ticket): string => `${head(t)}改成什么？比如“改类 ${t.label} 邻里事”或“改类 ${t.label} 路灯”。`
export const whatToNote = '要登记什么？比如“登记 三社水渠堵了”。'
export const nothingAsked = '现在没有等您回答的。'
export const which2 = '有两件在等您回，请引用那一条再回。'
export const notForYou = '这句话要村干部或镇领导来说。您有事直接讲就行，回“帮助”看看能说什么。'

export const progress = (t: Ticket, state: string, owner: string | null, now: Date): string =>
  `${head(t)}${t.title}：${state}${owner ? `，${owner}负责` : ''}${t.status === 'open' ? `，${day(t.completeBy, now)}前办` : ''}${t.waiting ? `，等${t.waiting.reason}，${day(t.waiting.until, now)}再办` : ''}。`
export const noneOfYours = '您还没有在办的事。有事直接讲就行。'
export const todoHead = (count: number): string => (count === 0 ? '手上没有要办的，辛苦了。' : `您手上有${count}件：`)
export const todoLine = (t: Ticket, now: Date): string =>
  `${t.label} ${t.title}，${t.status === 'waiting' && t.waiting ? `挂账到${day(t.waiting.until, now)}` : t.completeBy < now ? '已超期' : `${day(t.completeBy, now)}前办`}`
export const more = (count: number): string => `还有${count}件，办完几件再回“待办”看。`
export const foundNone = (words: string): string => `没有找到和“${words}”有关的。`

export const states: Record<Ticket['status'], string> = {
  open: '正在办',
  waiting: '挂账',
  resolved: '说办好了，等您一句话',
  closed: '已办结',
  rejected: '没有受理',
  withdrawn: '已撤回',
  merged: '并到别的一起办',
}
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
export const dutyNone = (words: string): string => `清单里没有找到“${words}”。换个说法，或直接把事情讲给我。`
export const dutyMany = (names: readonly string[]): string => `有好几项：${names.join('、')}。回“清单”加其中一个。`
export const roster = {
  phone: (name: string, phone: string): string => `${name}的电话改成${phone}了。`,
  gone: (name: string, count: number, next: string | null): string =>
    `${name}离任了${count > 0 ? `，手上${count}件转给${next ?? '村支书'}` : ''}。`,
  keeper: (name: string, place: string): string => `${name}现在是${place}的网格员。`,
  how: '请这样写：“新网格员 姓名 电话 三社”“改电话 姓名 电话”“离任 姓名”。',
}
