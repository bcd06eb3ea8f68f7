import type { ApiRight } from '../domain/api-key.ts'
import type { Duty } from '../domain/duty.ts'
import type { Kind } from '../domain/judgement.ts'
import type { DeliveryState, WebhookEvent } from '../domain/webhook.ts'
import { span } from './dates.ts'
import { kindNames, roleNames } from './names.ts'

/** Said to the people behind a program, in the errors it gets. */
export const apiErrors = {
  field: (name: string, why: string): string => `${name}：${why}`,
  jurisdictionUnknown: (id: string): string => `jurisdiction_id：没有“${id}”这个乡镇`,
  jurisdictionWanted: 'jurisdiction_id：这里不止一个乡镇，请写明是哪一个',
  keyWanted: 'api_key：请带上钥匙，由镇里管机器人的人发给',
  keyUnknown: 'api_key：这把钥匙不认得，或已经停用',
  keyElsewhere: 'api_key：这把钥匙不是这个乡镇的',
  mayNot: (right: ApiRight): string => `api_key：这把钥匙没有“${rightNames[right]}”`,
  serviceWanted: 'service_code：请写明是清单上的哪一项',
  serviceUnknown: (code: string): string => `service_code：清单上没有“${code}”`,
  requestUnknown: (id: string): string => `service_request_id：没有“${id}”这件事`,
  tokenUnknown: (token: string): string => `token：没有“${token}”`,
  placeWanted: '地点：lat 和 long、address_string、address_id 至少写一样',
  placeUnknown: (id: string): string => `address_id：没有“${id}”这个地方`,
  placeNotYours: 'address_id：这把钥匙只管几个村，请写明是其中哪一个',
  halfPlace: 'lat 和 long 要一起写',
  wordsWanted: 'description：请写是什么事',
  days: '起止最多 90 天，止不能早于起',
  tooMany: '问得太勤，请稍后再来',
  format: '地址要以 .xml 或 .json 结尾',
  unknownAddress: '没有这个地址',
  unreadable: '请求不对',
  form: '请用 application/x-www-form-urlencoded 提交',
  broken: '现在办不了，请稍后再试',
}

/** How somebody is called whom another office has handed on: what they call themselves proves nothing. */
export const callerName = (name: string, office: string): string =>
  `${name.replace(/[\p{C}<>@【】（）()\s]+/gu, '').slice(0, 12) || '来电人'}（${office}转）`

/** A request as it is read and kept: the words first, behind them where, and what it was handed in as. */
export const handedIn = (service: string, place: string, words: string): string =>
  words === '' ? `${place}，${service}` : `${words.replace(/[。\s]+$/u, '')}。${place}，报的是${service}`
/** In the history of a matter. */
export const handedNote = (office: string, reference: string | null): string =>
  reference === null ? `${office}转来` : `${office}转来，那边的编号是${reference}`
export const pictureAt = (url: string): string => `图片：${url}`
export const coordinates = (lat: number, long: number): string => `坐标 ${lat},${long}`

export const handedInNotice = '收到了，正在看是哪一类、归谁办；编号用 token 来问。'
/** Why nothing is said to whoever an office has handed on. */
export const toldThere = '由转来的单位自己告诉'

export const statusNotes = {
  waiting: (until: string): string => `挂账到${until}`,
  resolved: (what: string | null): string => `说办好了${what ? `：${what}` : ''}，等反映人一句话`,
  closed: (what: string | null): string => `已办结${what ? `：${what}` : ''}`,
}
export const agency = (village: string, name: string | null): string => (name ? `${village} ${name}` : village)
export const deadlines = (respond: string, complete: string): string => `${respond}前回应，${complete}前办`

/** What the duty list has to say of one of its lines. */
export const serviceWords = {
  group: (kind: Kind, topic: string): string => `${kindNames[kind]} · ${topic}`,
  description: (duty: Duty): string => `${roleNames[duty.owner]}负责，${span(duty.respond)}内回应，${span(duty.complete)}内办。`,
  reference: '您那边的编号，原样带回；同一个编号再交一次还是同一件',
  referenceForm: '一行字，最多 100 个字符',
  procedure: '怎么办',
  papers: '要带什么',
  where: '去哪里办',
  basis: '依据',
}

export const discoveryWords = {
  contact: (town: string): string => `${town}便民服务，找镇里管“说事”机器人的人`,
  key: '钥匙由镇里管机器人的人在 /status/keys 页上发给，随时可以停用',
}

export const rightNames: Record<ApiRight, string> = {
  read: '看村里事',
  private: '也看不公开的事',
  names: '看原话和姓名',
  write: '交办事项',
}

export const eventWords: Record<WebhookEvent, string> = {
  opened: '登记',
  moved: '进入下一步',
  closed: '办结或不再办',
  reopened: '重新办',
  extended: '延期',
}

export const deliveryStates: Record<DeliveryState, string> = { waiting: '在等', sent: '送到了', failed: '没送到', dropped: '不送了' }

export const deliveryWhy = {
  notSeen: '这把钥匙看不到这件事了',
  noKey: '钥匙停用了',
  answered: (code: number): string => `对方答了 ${code}`,
  redirected: (code: number): string => `对方答了 ${code}，要转到别的地址，没有跟去`,
  gone: '对方说不再接收（410），已停',
  slow: '对方没有按时回答',
  cut: '这边的程序停了',
  unreachable: (code: string): string => `连不上（${code}）`,
  forbidden: '地址在内网或本机上，没有送',
}
