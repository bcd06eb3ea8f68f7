import { archiveCode } from './archive.ts'
import { whyCode } from './channels.ts'

/** What is tried against the platform. */
export type CheckedPart = 'app' | 'bot' | 'kf' | 'contact' | 'archive' | 'consent' | 'reports'

interface PartWords {
  name: string
  /** Whose secret it is, in the settings. */
  secret: string
  /** Where the console keeps the addresses that may call. */
  ip: string
  /** What to look at when the secret is right and this is refused all the same. */
  rights: string
}

const PARTS: Readonly<Record<CheckedPart, PartWords>> = {
  app: {
    name: '企业微信应用',
    secret: 'WECOM_SECRET',
    ip: '这个应用的“企业可信IP”',
    rights: '看 WECOM_AGENT_ID 和 WECOM_SECRET 是不是同一个应用的，应用停用了没有',
  },
  bot: { name: '智能机器人', secret: 'WECOM_BOT_SECRET', ip: '', rights: '' },
  kf: {
    name: '微信客服',
    secret: 'WECOM_KF_SECRET',
    ip: '“微信客服”的“API”',
    rights: '到“微信客服”的“可调用接口的应用”里勾上',
  },
  contact: {
    name: '客户联系',
    secret: 'WECOM_CONTACT_SECRET',
    ip: '“客户联系”的“API”',
    rights: '到“客户联系”的“可调用接口的应用”里勾上',
  },
  archive: {
    name: '会话内容存档',
    secret: 'WECOM_ARCHIVE_SECRET',
    ip: '“会话内容存档”的可信 IP',
    rights: '到“会话内容存档”看开通了没有、到期没有',
  },
  consent: {
    name: '居民同意',
    secret: 'WECOM_ARCHIVE_SECRET',
    ip: '“会话内容存档”的可信 IP',
    rights: '到“会话内容存档”看这些群的群主在不在存档的人里',
  },
  reports: {
    name: '居民上报',
    secret: 'WECOM_SECRET',
    ip: '这个应用的“企业可信IP”',
    rights: '到“居民上报”的“可调用接口的应用”里勾上；后台没有“居民上报”，就是这个企业用不了',
  },
}

/** This machine's address is not among those that may call. */
const NOT_TRUSTED = 60020

interface Refused {
  at: 'token' | 'call'
  kind: string
  errcode: number
  ip: string | null
}

/** What stands in the way and what is to be done about it. */
function refusalOf(part: CheckedPart, { at, kind, errcode, ip }: Refused): string {
  const { secret, ip: where, rights } = PARTS[part]
  const from = ip === null ? '' : `（${ip}）`
  const ofArchive = archiveCode(errcode)
  if (ofArchive !== null) return `${ofArchive}${from}（${errcode}）`
  if (errcode === NOT_TRUSTED) return `这台机器的 IP 不在可信名单里（${errcode}），请把这台机器上外网的 IP${from}填进${where}`
  const why = whyCode(kind, errcode)
  if (kind === 'rate' || kind === 'busy') return `${why}，过一会儿再运行 npm run doctor`
  if (at === 'token') return `${why}，请核对 WECOM_CORP_ID 和 ${secret}`
  return kind === 'other' ? `${why}，请${rights}；还不行，把这个号码告诉维护的人` : `${why}，请${rights}`
}

/** One line each: that it works, or what is missing and where to mend it. */
export const checkWords = {
  app: `${PARTS.app.name}：企业微信认得，连得通。`,
  bot: `${PARTS.bot.name}：连得通。Bot ID 和 Secret 对不对，启动以后在 /status 上看。`,
  kf: (accounts: number): string => `${PARTS.kf.name}：连得通，有${accounts}个客服账号。`,
  noAccount: `${PARTS.kf.name}：连得通，还没有客服账号，请到管理后台“微信客服”里建一个。`,
  contact: (groups: number): string => `${PARTS.contact.name}：连得通，${groups >= 1000 ? '至少1000' : `看得见${groups}`}个客户群。`,
  noGroups: `${PARTS.contact.name}：连得通，一个客户群也看不见，请到“客户联系”看群主在不在使用范围里。`,
  reports: `${PARTS.reports.name}：读得到。`,
  seats: (people: number): string => `${PARTS.archive.name}：连得通，存档的有${people}人。每个群里要有其中一位。`,
  noSeats: `${PARTS.archive.name}：连得通，还没有人在存档，请到“会话内容存档”里选人。`,
  archiveKeys: (versions: readonly number[]): string => `存档的私钥：有第${versions.join('、')}版，后台的公钥也要是这个版本号。`,
  noArchiveKeys: (folder: string): string => `存档的私钥：${folder} 里没有，请运行 npm run connect 做一对。`,
  library: '存档的程序库：装得上，话取得到，私钥打得开。',
  libraryEmpty: '存档的程序库：装得上，登得进，还没有话可取。',
  libraryShut: '存档的程序库：话取得到，私钥打不开，请看后台的公钥是不是 npm run connect 显示的那一段，版本号对不对。',
  libraryRefused: (kind: string, code: number): string => {
    const ofArchive = archiveCode(code)
    const why =
      ofArchive === null
        ? `${whyCode(kind, code)}，请核对 WECOM_CORP_ID 和 WECOM_ARCHIVE_SECRET，看这台机器能不能上外网`
        : `${ofArchive}（${code}）`
    return `存档的程序库：${why}。`
  },
  libraryFailed: (why: string): string =>
    `存档的程序库：装不上，请看 WECOM_ARCHIVE_SDK 写的文件在不在，是不是这台机器用的（Linux 用 .so，Windows 用 .dll）。（${why}）`,
  archiveFolder: (folder: string): string => `存档：由别的程序取好放在 ${folder}，目录在。`,
  noArchiveFolder: (folder: string): string => `存档：目录 ${folder} 不在，请看 WECOM_ARCHIVE_SDK 写得对不对。`,
  consent: (agreed: number, all: number): string =>
    all === 0 ? '居民同意：问得到，试的那个群里没有用微信的居民。' : `居民同意：问得到，试的那个群里${all}位居民有${agreed}位同意了。`,
  unreachable: (part: CheckedPart, host: string): string =>
    `${PARTS[part].name}：连不上 ${host}，请看这台机器能不能上外网、防火墙放不放行。`,
  refused: (part: CheckedPart, why: Refused): string => `${PARTS[part].name}：${refusalOf(part, why)}。`,
  callbacks: (paths: readonly string[]): string => `回调地址：管理后台里应填 https://你的域名 加 ${paths.join('、')}，要能从外网打开。`,
  doorOpen: (address: string): string => `回调地址：${address} 打得开，应答对。`,
  doorAway: (address: string): string => `回调地址：${address} 从这台机器打不开，请先 npm start，再看域名、证书和转发。`,
  doorOther: (address: string): string => `回调地址：${address} 有应答，可不是说事的，请看转发对不对；刚改过设置的话，先重启 npm start。`,
  page: (address: string): string => `外网网址：${address} 从这台机器打得开，再用手机流量打开一次看看。`,
  noPage: (address: string): string => `外网网址：${address} 从这台机器打不开，请先 npm start，再看域名、证书和转发。`,
  puppet: (name: string): string => `Wechaty：${name} 装好了。`,
  noPuppet: (name: string): string => `Wechaty：没有安装 ${name}，请先运行 npm install ${name}。`,
  gateway: (endpoint: string): string => `Wechaty：网关 ${endpoint} 连得通。令牌对不对，启动以后在 /status 上看。`,
  noGateway: (endpoint: string): string => `Wechaty：连不上网关 ${endpoint}，请看它开着没有、地址写得对不对。`,
}
