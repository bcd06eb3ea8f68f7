import type { BackupFault, TrialFault } from '../domain/backup.ts'
import { backupFaultWords, trialFaultWords } from './backup.ts'
import { moment } from './status.ts'

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
  retention: (at: Date, gone: number): string => `留存：${moment(at)}清过一遍，清了${gone}条。`,
  keys: (count: number): string => `群机器人：存了${count}个地址，都能解开。`,
  keysClosed: (count: number): string =>
    `群机器人：有${count}个地址解不开，SECRET_KEY 或数据目录里的 secret.key 换过了，请换回原来的，或到 /status 重新填地址。`,
  backup: (when: string, dir: string): string => `备份：最近一份是${when}的，在 ${dir}；钥匙不在里面，请另外存一份。`,
  backupTonight: (at: string): string => `备份：还没有做过，${at}自动做第一份。`,
  noBackup: '备份：关了自动备份（BACKUP_AT=off），也没有手动做过，请运行 npm run backup。',
  backupFailed: (why: BackupFault): string => `备份：最近一次没有做成，${backupFaultWords[why]}。`,
  trialFailed: (why: TrialFault): string => `备份：试着恢复没有成，${trialFaultWords[why]}。`,
  font: '字体：在。',
  noFont: '字体：没有找到，请重新运行 npm ci。',
  noChannels: '企业微信：没有设置，只有演练页面。想接真群请运行 npm run connect。',
  sum: (wrong: number): string => (wrong === 0 ? '都好。' : `有${wrong}处要改。`),
}
