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
  unreachable: (code: string): string => `连不上（${code}）`,
  forbidden: '地址在内网或本机上，没有送',
}

/** The operator's page of keys, and of what was told to whom. */
export const keyWords = {
  title: '接口',
  about: '县里的 12345 或别的系统用钥匙来查事、交事，事情有变化也可以送过去。怎么接，见说明文档“接口”；给程序读的说明：',
  keys: '钥匙',
  noKeys: '还没有发过钥匙。',
  columns: ['给谁', '开头', '能做什么', '哪些村', '每分钟', '最近用过', '状态'],
  wholeTown: '全镇',
  never: '没有用过',
  times: (n: number): string => `${n}次`,
  live: '能用',
  revoked: (at: string): string => `${at}停用`,
  revoke: '停用',
  newKey: '发一把钥匙',
  name: '给谁',
  nameHelp: '例如：县12345',
  rights: '能做什么',
  villages: '只管几个村',
  villagesHelp: '一个都不选就是全镇',
  perMinute: '每分钟最多',
  make: '发钥匙',
  made: (name: string): string => `给“${name}”的钥匙`,
  once: '只显示这一次，请现在就交给对方；丢了就停用，再发一把。',
  listeners: '有变化就告诉',
  noListeners: '还没有要告诉的地址。',
  listenerColumns: ['给谁', '地址', '哪些变化', '状态'],
  stop: '停止',
  stopped: (at: string): string => `${at}停了`,
  newListener: '加一个地址',
  key: '用哪把钥匙',
  url: '地址',
  events: '哪些变化',
  add: '加上',
  secretOf: (url: string): string => `${url} 的签名密钥`,
  deliveries: '送信记录',
  deliveriesAbout: '每次变化送一条，同一件事按先后送；没送到的会再送，大约两天。',
  toDeliveries: (failed: number): string => (failed > 0 ? `送信记录（${failed}条没送到）` : '送信记录'),
  noDeliveries: '没有。',
  deliveryColumns: ['什么事', '给谁', '状态', '送了几次', '什么时候', '怎么办'],
  what: (label: string | null, event: WebhookEvent): string => `${label ?? '已经不在了'} ${eventWords[event]}`,
  next: (at: string): string => `下次 ${at}`,
  resend: '再送一次',
  all: '全部',
  back: '回到接口',
  done: '好了。',
  notDone: '没有做成：可能已经停用了。',
  wrong: '没有发成：请写上给谁，至少勾一样能做的。',
  wrongAddress: '没有加上：请写完整的地址，以 http:// 或 https:// 开头，至少勾一样变化。',
} as const
