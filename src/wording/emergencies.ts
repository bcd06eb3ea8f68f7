import type { Danger } from '../domain/judgement.ts'

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
}

/** In the group, when everybody may be in danger. */
export const publicDanger = (label: string, danger: Danger, leader: string): string =>
  `【${label}】已通知值班的${leader}。${FIRE}${advice[danger]}`

/** One-to-one, when somebody is in danger at home; the group hears nothing. */
export const privateDanger = (leader: string, danger: Danger | null): string =>
  danger === 'selfharm'
    ? `收到了，已马上告诉值班的${leader}，他会联系您。您先别一个人待着，难受可以打12356，有危险打120或110。这些话别人看不到。`
    : `收到了，已马上告诉值班的${leader}，他会联系您。有危险先离开，打110；受伤打120。这些话别人看不到。`

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
}

/** To the one who is called, one-to-one, at any hour. */
export const call = (label: string, danger: Danger | null, village: string, who: string, phone: string | null, text: string): string =>
  `【${label}】紧急：${village}${danger ? what[danger] : '有件事要马上联系'}。${who}说：“${text}”。${phone ? `电话${phone}。` : ''}请马上联系，接手回“接 ${label}”。`

export const callAgain = (label: string, danger: Danger | null, village: string, first: string, minutes: number): string =>
  `【${label}】紧急：${village}${danger ? what[danger] : '有件事'}，${first}${minutes}分钟还没回应。请您马上联系，接手回“接 ${label}”。`
