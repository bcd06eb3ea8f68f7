import type { WayName } from '../domain/ways.ts'
import { wayNames } from './ways.ts'

/** How a list is answered. */
export const askWords = {
  option: (number: number, text: string): string => `  ${number} ${text}`,
  byNumber: (otherwise: readonly number[]): string =>
    otherwise.length > 0 ? `写前面的数字；直接回车就是 ${otherwise.join(' ')}` : '写前面的数字',
  again: (most: number): string => `没看懂，请写 1 到 ${most} 的数字。`,
  onlyOne: '这里只能选一个。',
  aNumber: '没看懂，请写一个数，比如 28。',
}

/** What groups a township has and who is in them. */
export const circumstanceWords = {
  groups: '村里的群是哪一种？几种都有就都写上，比如 1 3。',
  residents: '群里都有谁？',
  who: { yes: '村民和干部都在', no: '只有干部' },
  company: '镇里开通企业微信了吗？',
  hasCompany: { yes: '开通了', no: '没有' },
  government: '企业微信的管理后台里有没有“居民上报”？政府单位的才有，不知道就选没有。',
  hasReports: { yes: '有', no: '没有，或不知道' },
  archive: '用不用“会话内容存档”？要按人花钱，用了它，群里的话不用@也听得见。',
  paysArchive: { yes: '买了，或准备买', no: '不用' },
  publicName: '这台机器有没有从外面打得开的网址？就是手机不连单位的网也打得开、https 开头的那种。',
  hasName: { yes: '有', no: '没有，或不知道' },
  count: '一共有几个群？写个数',
}

/** How one setting is asked for. */
export const fillWords = {
  way: (name: string): string => `\n${name}`,
  botBy: {
    question: '智能机器人怎么连？',
    options: {
      line: '长连接：不用网址，启动以后自己连上，还能自己往群里发（用这个就好）',
      url: '回调地址：要用上面那个网址，只能答，不能自己往群里发',
    },
  },
  question: ({ title, where, before, shown }: { title: string; where: string; before: boolean; shown: string | null }): string =>
    `${title}（${where}）${shown !== null ? `\n  直接回车就用 ${shown}` : before ? '\n  填过了，直接回车不改' : ''}`,
  again: (should: string): string => `写得不对，应该是${should.trim()}，请再写一遍。`,
  onlyHttps: '要 https:// 开头，请再写一遍。',
  noFile: (file: string): string => `没有找到文件 ${file}，请看看放在哪里，再写一遍。`,
  nothingToFill: '  这里不用填什么，启动以后再弄。',
  filledAlready: '  要填的上面都填过了。',
  aside: (way: string, title: string): string => `没有${title}，${way}先放一放，有了再来。`,
  notWhole: (way: string): string => `${way}先放一放，刚才填的没有写。`,
}

export const archiveKeyWords = {
  made: ({ version, file, publicKey }: { version: number; file: string; publicKey: string }): string[] => [
    '',
    '存档要一对钥匙，现在做好了。',
    `私钥在 ${file}，只留在这台机器上，不要发给别人，记得备份；丢了，存档就打不开了。`,
    ...publicHalf(version, publicKey),
  ],
  there: ({ version, file, publicKey }: { version: number; file: string; publicKey: string }): string[] => [
    '',
    `存档的私钥早就有了，在 ${file}，没有另做。`,
    ...publicHalf(version, publicKey),
  ],
  broken: (file: string): string => `存档的私钥 ${file} 读不出来，请换回备份的那个；实在没有，就挪走它，再运行一次 npm run connect。`,
}

const publicHalf = (version: number, publicKey: string): string[] => [
  `下面是公钥，从 BEGIN 那一行到 END 那一行整段复制，贴到管理后台“会话内容存档”的“消息加密公钥”里，保存。存好以后看那里的版本号，不是 ${version} 的话，把私钥文件名里的 ${version} 改成那个数。`,
  publicKey.trim(),
]

/** What is left to be done, by what was connected. */
interface Left {
  ways: readonly WayName[]
  aside: readonly WayName[]
  /** The https address of this machine; null where there is none. */
  site: string | null
  botByUrl: boolean
}

const saveAddress = (where: string, address: string): string => `${where}：URL 填 ${address}，点“保存”，它说成功就对了。`

/** Saving an address in the console makes WeCom call at once, so the program runs before. */
const LEFT: Readonly<Record<WayName, (site: string, left: Left) => readonly string[]>> = {
  app: (site) => [
    saveAddress('企业微信后台，自己建的应用，“接收消息”', `${site}/wecom/app`),
    '同一个应用，“企业可信IP”：填这台机器上外网用的 IP。',
  ],
  archive: () => [
    '企业微信后台，“会话内容存档”：选好存谁的话（每个群里要有一位），贴上公钥，可信 IP 填这台机器上外网用的 IP。',
    '群里有人说过话以后，到 /status 给每个群选村，没选的群一句也不读。用微信的居民要点过“同意”才听得见，那里有一段现成的话可以发到群里。',
  ],
  bot: (site, { botByUrl }) => [
    ...(botByUrl ? [saveAddress('企业微信后台，智能机器人的“API 模式”', `${site}/wecom/bot`)] : []),
    '把智能机器人拉进群，@它说“绑定 村名”，由村支书或镇值班同意。同一个机器人只能有一台机器连。',
  ],
  robot: () => ['每个群里加一个群机器人（群设置里的“消息推送”），把它的地址填到 /status 页面里。'],
  reports: () => ['企业微信后台，“居民上报”的“可调用接口的应用”里勾上这个应用。'],
  mass: () => ['客户群：到 /status 点“取客户群”，给每个群选村。'],
  kf: (site) => [saveAddress('企业微信后台，“微信客服”的回调配置', `${site}/wecom/kf`)],
  form: () => ['印说事码：npm run posters -- 海报，一村一张，贴到村里、发到群里。'],
  wechaty: () => ['Wechaty：启动以后看终端或 /status，有二维码就用手机扫。'],
}

/** What npm run connect says around its questions. */
export const connectWords = {
  intro: [
    '先问几句村里的群是什么样，再看能接哪几样、各要什么，然后一样一样填。',
    '随时可以按 Ctrl-C 退出；到最后点了头才写进 .env，没点头 .env 就不变。',
  ],
  choose: '现在接哪几样？可以写几个，比如 1 3。没有备齐的可以以后再来。',
  aside: '直接回车，就是这一样还没有，先放一放。',
  summary: '要写进 .env 的是：',
  toWrite: (title: string, value: string): string => `  ${title}：${value}`,
  hidden: '填好了，不显示',
  takenOut: '去掉',
  write: { question: '写进 .env 吗？', options: { yes: '写', no: '不写' } },
  written: (file: string): string => `已写进 ${file}。`,
  dropped: '没有写，.env 没有变。',
  trying: '一样一样试：',
  nothingToTry: '还没有一样填好，先不试。',
  tried: (wrong: number): string => (wrong === 0 ? '都通了。' : `还有${wrong}处要改。改好以后运行 npm run doctor 再试一遍。`),
  next: (left: Left): string[] => {
    const steps = [
      '启动：npm start。已经开着的，先停了再开，新填的才算数。',
      ...left.ways.flatMap((way) => LEFT[way](left.site ?? 'https://你的域名', left)),
      '再试一遍：npm run doctor。',
    ]
    return ['', '接下来：', ...steps.map((step, i) => `  ${i + 1}. ${step}`), ...putAside(left.aside)]
  },
}

const putAside = (ways: readonly WayName[]): string[] =>
  ways.length > 0
    ? [`先放一放的：${ways.map((way) => wayNames[way]).join('、')}。备齐了再运行 npm run connect，写进 .env 的不用重填。`]
    : []
