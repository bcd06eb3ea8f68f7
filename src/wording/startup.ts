import type { StartFault } from '../domain/start-fault.ts'

/** Each fault is one sentence: the setting, the reason, the remedy. */
export function startFaultSentence(it: StartFault): string {
  switch (it.fault) {
    case 'port-in-use':
      return `PORT：端口 ${it.port} 已被别的程序占用，请先关掉那个程序，或在 .env 里换一个端口，例如 PORT=${it.port + 1}。`
    case 'port-forbidden':
      return `PORT：系统不允许使用端口 ${it.port}，请在 .env 里换一个 1024 以上的端口，例如 PORT=3000。`
    case 'host-unknown':
      return `HOST：本机没有“${it.host}”这个地址，请在 .env 里改成本机的地址，例如 HOST=127.0.0.1。`
    case 'database-unreachable':
      return `DATABASE_URL：连不上数据库 ${it.where}，请检查地址和端口、确认数据库已启动，或去掉这一项改用自带的数据库。`
    case 'database-login':
      return 'DATABASE_URL：数据库不认这个用户名或密码，请核对后重写这一项，密码里的特殊字符要用百分号编码。'
    case 'database-no-tls':
      return 'DATABASE_URL：数据库服务器没有开加密连接，请去掉末尾的 sslmode，或在服务器上打开 TLS。'
    case 'database-not-utf8':
      return `DATABASE_URL：数据库的编码是 ${it.encoding}，存不了中文，请另建一个 UTF8 编码的数据库。`
    case 'database-missing':
      return `DATABASE_URL：服务器上没有名为“${it.name}”的数据库，请先建好它，或把这一项末尾改成已有的数据库名。`
    case 'database-too-old':
      return `DATABASE_URL：数据库是 PostgreSQL ${it.version}，版本太旧，请换成 15 或更新的版本。`
    case 'database-rights':
      return 'DATABASE_URL：这个用户没有建表的权限，请让数据库的所有者授权，或换一个用户。'
    case 'database-newer':
      return `${it.migration} 这一步结构变更本程序没有，数据库已被更新版本的程序用过，请升级程序，或把 DATABASE_URL、DATA_DIR 换到别处。`
    case 'migration-failed':
      return `DATABASE_URL：数据库结构变更 ${it.migration} 没有做成，已有数据没有改动，请换一个空的数据库试试，或把 DATA_DIR 里的 log/start.log 交给维护的人。`
    case 'data-dir-unwritable':
      return `DATA_DIR：目录 ${it.dir} 不能写入，请给运行本程序的用户写权限，或在 .env 里换一个目录。`
    case 'data-dir-in-use':
      return `DATA_DIR：目录 ${it.dir} 正被另一个说事（进程 ${it.pid}）使用，请先停掉它，或给这一个另设 DATA_DIR。`
    case 'data-dir-closed-to-postgres':
      return `DATA_DIR：数据库不能以 root 运行，换成普通账号又进不了 ${it.dir}，请把程序放到人人可进的目录（例如 /opt），或改用普通用户启动。`
    case 'data-dir-of-other-postgres':
      return `DATA_DIR：目录 ${it.dir} 里的数据是另一版本的 PostgreSQL 写的，请用原来的版本导出，或换一个目录。`
    case 'secret-key-missing':
      return `SECRET_KEY：数据库里的内容是加密的，${it.dir} 里却没有开它的 secret.key，请把原来的文件放回去，或在 .env 里写上原来的 SECRET_KEY。`
    case 'secret-key-wrong':
      return `SECRET_KEY：现在的密钥打不开数据库里的内容，请在 .env 里写回原来的 SECRET_KEY，或把原来的 secret.key 放回 ${it.dir}。`
    case 'disk-full':
      return `DATA_DIR：目录 ${it.dir} 所在的磁盘满了，请清出一些空间，或在 .env 里换到别的磁盘。`
    case 'no-postgres':
      return `DATABASE_URL：这台机器（${it.platform}）没有自带的数据库可用，请填写一个 PostgreSQL 15 以上的地址。`
    case 'postgres-failed':
      return `DATA_DIR：自带的数据库没能启动，请查看 ${it.log} 的最后几行，或在 .env 里换一个目录再试。`
  }
}

export function unknownFaultSentence(log: string): string {
  return `没能启动，原因不在已知之列，详情写在 ${log}，请把这个文件交给维护的人。`
}

export function settingFaultSentence(name: string, now: string | null, should: string, example: string): string {
  const found = now === null ? '写法不对' : `写的是“${now}”`
  return `${name}：${found}，应为${should}，请改成例如 ${name}=${example}。`
}

export function linesFaultSentence(askAt: number, openAt: number): string {
  return `ASK_AT：${askAt} 高于 OPEN_AT（${openAt}），询问线不能高于立案线，请把 ASK_AT 改小或把 OPEN_AT 改大。`
}

export function roleFaultSentence(role: string): string {
  return `ROLE：${role} 要和别的进程共用一个数据库，请把 DATABASE_URL 写上，或者把 ROLE 改成 all。`
}

export function halfFaultSentence(group: string, missing: readonly string[]): string {
  return `${missing.join('、')}：没有写，${group}的设置要么写全要么都不写，请补上，或把这一组别的也删掉。`
}

export function needsFaultSentence(missing: string, group: string): string {
  return `${missing}：没有写，${group}少了它连不上，请补上，或把${group}的其他设置删掉。`
}

export function bothFaultSentence(one: string, other: string): string {
  return `${one}：和 ${other} 只能有一样，长连接用前者，回调地址用后者，请删去不用的。`
}

export function envFileFaultSentence(file: string): string {
  return `.env：文件 ${file} 读不出来，请检查它的读取权限，或先把它移走。`
}

export const fullWidthSentence = (line: number, name: string): string =>
  `.env：第${line}行 ${name} 后面的等号是全角的，读不出来，请改成半角的 ${name}=。`

export const unreadableLineSentence = (line: number, name: string): string =>
  `.env：第${line}行 ${name} 后面没有等号，读不出来，请写成 ${name}=值，或在行首加 # 注掉。`

export const unknownNameSentence = (line: number, written: string, name: string): string =>
  `.env：第${line}行的 ${written} 不认识，看着像 ${name}，请改成 ${name}，或删去这一行。`

/** The page before anybody imported a township. */
export const noTownYet = '还没有乡镇资料，请打开 /status/start，照着第一步装上'

export const startupWords = {
  startingDatabase: '正在启动数据库……',
  creatingDatabase: '第一次启动，正在建立数据库……',
  databaseMended: '自带的数据库意外停了，已经重新启动。',
  tellingPast: '正在准备样例乡镇……',
  stopping: '正在停止……',
  stopped: '已停止，数据都已保存。',
}

/** What a start led to, as far as whoever started it is to know. */
export interface Started {
  address: string
  /** Where the page may be opened; null when it is off. */
  page: string | null
  /** False before the first import. */
  hasTown: boolean
  /** The village that the three things to try speak of. */
  village: string | null
  /** Listens to other machines as well. */
  isOpen: boolean
  /** Where the operator's password lies; null: it is in the settings. */
  passwordFile: string | null
}

/** The greeting: the page's address and three things to try, or what has to be done before. */
export function greeting({ address, page, hasTown, village, isOpen, passwordFile }: Started): string {
  const opened = page === null || !hasTown ? `说事已启动，地址是 ${address}` : `说事已启动，请用浏览器打开 ${page}`
  return [
    opened,
    ...(hasTown ? (page === null ? pageIsOff(address) : tries(village)) : importFirst(address, passwordFile)),
    ...(isOpen && page !== null ? ['HOST 让别的机器也能连到这个端口；演练页面仍然只有本机能打开。'] : []),
    '按 Ctrl-C 停止。',
  ].join('\n')
}

const tries = (village: string | null): string[] => [
  '可以先试三件事：',
  `  1. 选${village === null ? '任意一个村的便民之声群' : `“${village}”的便民之声群`}，以一位村民的身份说：村口的路灯不亮了。`,
  '  2. 换成本村的干部，在群里说：接。',
  '  3. 修好以后说：办结。再换回那位村民说：满意，看看群里怎么说。',
]

const importFirst = (address: string, password: string | null): string[] => [
  `还没有乡镇资料，请先用浏览器打开 ${address}/status/start ，照着一步一步做。`,
  password === null ? '口令是 .env 里的 OPERATOR_PASSWORD。' : `口令写在文件 ${password} 里。`,
]

const pageIsOff = (address: string): string[] => [`运行情况看 ${address}/status；演练页面没有开，要用请设 SANDBOX=on。`]
