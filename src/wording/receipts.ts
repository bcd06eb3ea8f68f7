import { maskPersonal } from '../domain/mask.ts'
import { by } from './dates.ts'

interface Receipt {
  /** 别说是我说的. */
  hidden: boolean
  label: string
  title: string
  owner: string | null
  completeBy: Date
  respondBy: Date
  now: Date
  remark: string
}

/** In the group, for 村里事. */
export const villageReceipt = ({ label, title, owner, completeBy, now, remark }: Receipt): string =>
  owner
    ? `【${label}】已登记：${title}。${owner}负责，${by(completeBy, now)}前办。${remark}`
    : `【${label}】已登记：${title}。正在找人负责，${by(completeBy, now)}前办。${remark}`

/** The same where several become one post: who and until when are still in it. */
export const villageBrief = (label: string, short: string, owner: string | null, completeBy: Date, now: Date): string =>
  `${label} ${short}，${owner ? `${owner} ` : ''}${by(completeBy, now)}前`

/** In the group, for 邻里事 and 户里事: built from the number alone, so that no free text can enter it. */
export const privateReceiptInGroup = (label: string): string => `【${label}】收到，已转责任干部，会单独联系您。`

/** To who wants no name, of whoever has to call them. */
export const nameKept = (owner: string | null): string => `您的名字只有${owner ?? '要联系您的干部'}知道。`

/** One-to-one, for whatever is not spoken of in the group. */
export const privateReceipt = ({ label, title, owner, respondBy, now, remark, hidden }: Receipt): string =>
  `【${label}】您反映的${title}已记下，${owner ?? '镇里的值班干部'}会在${by(respondBy, now)}前联系您。不会在群里说。${hidden ? nameKept(owner) : ''}回“撤回”可取消。${remark}`

/** One-to-one, for a village matter told in private. */
export const villageReceiptInPrivate = (r: Receipt): string => `${villageReceipt(r)}回“进度”可查，回“撤回”可取消。`

export const askClerk = (village: string, place: string | null, who: string, text: string): string =>
  `${village}${place ?? ''}${who}说：“${maskPersonal(text)}”。要登记吗？回“是”或“不是”。`

export const askPhotoWords = '【照片收到】这是哪里、什么事？说一句就行。'
export const askPlaceWords = '【位置收到】这里有什么事？说一句就行。'

export const askWhichTicket = (options: readonly string[]): string =>
  `您说的是${options.map((o) => `“${o}”`).join('还是')}？回编号就行，都不是就回“新的”。`

export const answeredFromList = (answer: string): string => `${answer}\n要村里办，回“登记”加您的事。`

/** To who writes to the bot alone and says nothing that it could take up; once a day. */
export const hello = '有事直接讲就行，不用格式。回“帮助”看还能说什么。'

/** To a cadre's line that says nothing here. */
export const notUnderstood = '这句没听懂，什么也没有办。要办哪件就说编号，比如“办结 7”；回“帮助”看还能说什么。'

/** To who told the bot alone something that somebody has to decide on first. */
export const beingLookedAt = '收到了，已请人看要不要登记，登记了就告诉您。'

/** To 我想问个事. */
export const sayIt = '您说，哪里、什么事。'

/** The same to 别说是我说的, before anything is told. */
export const sayItUnnamed = '好，不提您的名字。您说，哪里、什么事。'

/** To who writes to the bot alone and may have reported something. */
export const isItAMatter = '这是要村里办的事吗？回“是”就给您登记，不是就不用回。'

export const followed = (label: string, short: string): string => `【${label}】${short}的事，已加上您家，办好了会告诉您。`

export const followedInGroup = (label: string, short: string, households: number): string =>
  `记上了，【${label}】${short}现在有${households}户反映。`

/** Of what is not spoken of in the group: neither what it is about nor how many. */
export const followedPrivately = (label: string): string => `【${label}】您说的也记下了，会单独联系您。不会在群里说。`

export const alreadyFollowed = (label: string): string => `【${label}】您家报过了，办好了会告诉您。`

export const added = (label: string, owner: string | null): string => `【${label}】记下了，已告诉${owner ?? '值班干部'}。`

/** `owner`: who has it now, where that changed with it. */
export const amended = (label: string, title: string, owner: string | null): string =>
  `【${label}】已改成：${title}。${owner ? `现在由${owner}负责。` : ''}`

export const maybeSame = (label: string, other: string, why: string): string =>
  `【${label}】和【${other}】像是同一件事（${why}）。回“合并 ${label} 到 ${other}”，不是就不用回。`
