import { atHome, type Danger, type Sensitivity } from '../domain/judgement.ts'
import { maskAllButPhones } from '../domain/mask.ts'

const FIRE = '火警119，急救120，报警110。'

const advice: Record<Danger, string> = {
  fire: '人先离开，不要回去拿东西。',
  flood: '人往高处走，不要过水。',
  landslide: '人先离开危险的地方，不要靠近山坡。',
  gas: '先关阀开窗，不要开灯打火，人出去再打电话。',
  collapse: '人先离开，不要靠近。',
  electric: '离断线远一点，不要用手碰。',
  brawl: '离远一点，不要上前。',
  accident: '先看有没有人受伤，不要随便搬动。',
  missing: '想一想最后在哪里见到，原地留一个人。',
  violence: '',
  selfharm: '',
  child: '',
  elder: '',
  poison: '',
}

const what: Record<Danger, string> = {
  fire: '着火',
  flood: '进水',
  landslide: '塌方滑坡',
  gas: '燃气',
  collapse: '倒塌',
  electric: '电线',
  brawl: '打架',
  accident: '事故',
  missing: '有人走失',
  violence: '有人挨打',
  selfharm: '有人想不开',
  child: '孩子有危险',
  elder: '有人身子出了急事',
  poison: '有人中毒',
}

/** In the group, when everybody may be in danger. The place tells two alarms apart. */
export const publicDanger = (label: string, danger: Danger, place: string, leader: string): string =>
  `【${label}】${place}${what[danger]}，已通知值班的${leader}。${FIRE}${advice[danger]}`

/** What to do until somebody comes, by what it is. */
const untilThen: Partial<Record<Danger | Sensitivity, string>> = {
  selfharm: '您先别一个人待着，难受可以打12356，有危险打120或110。',
  elder: '先打120；人不要乱搬，别喂水喂药，旁边留个人。',
  poison: '先打120；瓶子、药和吃剩的留着给大夫看，别自己催吐；屋里有煤烟先开门窗，把人挪到外头。',
}

/** One-to-one, when somebody is in danger at home; the group hears nothing. */
export const privateDanger = (leader: string, of: Sensitivity | Danger | null): string =>
  `收到了，已马上告诉值班的${leader}，他会联系您。${(of && untilThen[of]) ?? '有危险先离开，打110；受伤打120。'}这些话别人看不到。`

/** To the duty cadre, when words may mean danger and do not say so. */
export const pleaseLook = (village: string, who: string, text: string): string =>
  `请看一眼：${village}${who}说“${maskAllButPhones(text)}”。您认得就打个电话；不是什么事回“没事”，要管起来回“登记”。`
/** To the duty cadre, of a danger in a group where the bot only listens so far. */
export const dangerOnTrial = (village: string, who: string, text: string): string =>
  `请马上看：${village}群里${who}说“${maskAllButPhones(text)}”。群里现在只听不说，我没有提醒大家，请您联系。要管起来回“登记”，不是就回“没事”。`
/** To whoever wrote such words to the bot alone. It must not insult somebody who meant nothing by them. */
export const heardAlone = (leader: string): string => `看到了，已转给值班的${leader}。有急事打110或120。这些话别人看不到。`
export const nothingWrong = '好，不管它了。'
export const lookTaken = (label: string, quiet: boolean): string =>
  `【${label}】登记了，${quiet ? '群里不会说' : '已经提醒大家'}。接手回“接 ${label}”。`

const overWords: Partial<Record<Danger, string>> = { fire: '火灭了', flood: '水退了', missing: '人找到了' }
/** Once, where the alarm was said. */
export const allClear = (label: string, danger: Danger): string => `【${label}】${overWords[danger] ?? '已经没事了'}，大家放心。`
export const overForOwner = (label: string, who: string, text: string): string =>
  `【${label}】${who}说：“${text}”。没有别的事就回“办结 ${label}”。`
export const overHeard = (label: string, isOwner: boolean): string =>
  isOwner ? `【${label}】好，没有别的事就回“办结 ${label}”。` : '好的，已告诉管这件事的人。'

/** What is the matter, as it is said to those who are called. */
const alarm = (danger: Danger | null, sensitivity: Sensitivity | null): string => {
  const of = danger ?? atHome(sensitivity)
  return of ? what[of] : '有件事要马上联系'
}

export interface Call {
  label: string
  danger: Danger | null
  sensitivity: Sensitivity | null
  /** 坪头村三社, as precisely as it is known. */
  place: string
  who: string
  phone: string | null
  text: string
}

const whoSaid = (c: Call): string =>
  `${c.who}说：“${maskAllButPhones(c.text)}”。${c.phone && !c.text.includes(c.phone) ? `电话${c.phone}。` : ''}`

/** What helps most, before anybody is there. */
const first: Partial<Record<Danger | Sensitivity, string>> = {
  elder: '先问打没打120，就近叫个人上门看。',
  poison: '先问打没打120，叫他们把瓶子、吃剩的留着。',
}
const firstOf = (c: Call): string => first[c.danger ?? c.sensitivity ?? 'brawl'] ?? ''

/** To the one who is called, one-to-one, at any hour. */
export const call = (c: Call): string =>
  `【${c.label}】紧急：${c.place}，${alarm(c.danger, c.sensitivity)}。${whoSaid(c)}${firstOf(c)}请马上联系，接手回“接 ${c.label}”。`

/** 45分钟, 2小时, 2小时15分钟: nobody hears how long 195 minutes are. */
const lasting = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${hours > 0 ? `${hours}小时` : ''}${rest > 0 ? `${rest}分钟` : ''}`
}

export const callAgain = (c: Call, first: string, minutes: number): string =>
  `【${c.label}】紧急：${c.place}，${alarm(c.danger, c.sensitivity)}，${first}${lasting(minutes)}还没回应。${whoSaid(c)}请您马上联系，接手回“接 ${c.label}”。`

/** 撤回 of a danger at home: the reporter may not be the one who holds the telephone. */
export const takenBackInDanger = (label: string, who: string): string => `【${label}】${who}说不用办了。请还是联系一下，看人好着没有。`
/** Says neither that it goes on nor that it ends: others may be reading. */
export const takenBackHeard = '好的，知道了。有事随时说一声。'

/** Another villager tells of a danger that is already known. */
export const alreadyKnown = (label: string, leader: string): string =>
  `【${label}】已经有人报了，值班的${leader}知道了。有新情况再说一声，有危险先离开，打119、120或110。`

/** What must stay quiet and waits for a person today, but is no alarm: an illness, a petition, a crime told of. */
export const quietWord = (label: string, village: string, who: string): string =>
  `【${label}】${village}有一件不公开的事，${who}说的。请您今天联系，回“查 ${label}”看内容。`
