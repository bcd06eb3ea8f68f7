import { whyCode } from './channels.ts'

const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`

/** One line each: what it is, how it stands, and how to mend it. */
export const doctorWords = {
  well: '好',
  wrong: '要改',
  settings: '设置：写法都对。',
  dataDir: (dir: string, free: number): string => `数据目录：${dir}，还有${gigabytes(free)}。`,
  dataDirFull: (dir: string, free: number): string => `数据目录：${dir} 只剩${gigabytes(free)}，请清出空间。`,
  database: (version: string, ms: number): string => `数据库：PostgreSQL ${version}，应答${ms}毫秒，提交即落盘。`,
  notDurable: '数据库：关了落盘（fsync 或 synchronous_commit），断电会丢数据，请在数据库的设置里打开。',
  skew: (ms: number): string => `时钟：和数据库差${Math.round(ms / 1000)}秒，请给这两台机器对时。`,
  clock: '时钟：和数据库一致。',
  keys: (count: number): string => `群机器人：存了${count}个地址，都能解开。`,
  keysClosed: (count: number): string =>
    `群机器人：有${count}个地址解不开，SECRET_KEY 或数据目录里的 secret.key 换过了，请换回原来的，或到 /status 重新填地址。`,
  font: '字体：在。',
  noFont: '字体：没有找到，请重新运行 npm ci。',
  wecom: (name: string): string => `${name}：企业微信认得，连得通。`,
  wecomUnreachable: (name: string, host: string): string => `${name}：连不上 ${host}，请看这台机器能不能上外网、防火墙放不放行。`,
  wecomRefused: (name: string, setting: string, kind: string, errcode: number): string =>
    kind === 'environment'
      ? `${name}：${whyCode(kind, errcode)}，请在管理后台把这台机器的出口 IP 加进“企业可信IP”，并确认应用没有停用。`
      : `${name}：${whyCode(kind, errcode)}，请核对 WECOM_CORP_ID 和 ${setting}。`,
  line: (name: string): string => `${name}：连得通。Bot ID 和 Secret 对不对，启动以后在 /status 上看。`,
  noWecom: '企业微信：没有设置，只有演练页面。想接真群请运行 npm run connect。',
  callbacks: (paths: readonly string[]): string => `回调地址：管理后台里应填 https://你的域名 加 ${paths.join('、')}，要能从外网打开。`,
  noPuppet: (name: string): string => `Wechaty：没有安装 ${name}，请先运行 npm install ${name}。`,
  puppet: (name: string): string => `Wechaty：${name} 装好了。`,
  gateway: (endpoint: string): string => `Wechaty：网关 ${endpoint} 连得通。令牌对不对，启动以后在 /status 上看。`,
  noGateway: (endpoint: string): string => `Wechaty：连不上网关 ${endpoint}，请看它开着没有、地址写得对不对。`,
  sum: (wrong: number): string => (wrong === 0 ? '都好。' : `有${wrong}处要改。`),
}

export const secretNames = { app: '企业微信应用', bot: '智能机器人', kf: '微信客服', contact: '客户联系' } as const
