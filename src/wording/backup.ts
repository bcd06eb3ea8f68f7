import type { BackupFault, RestoreRefusal, TrialFault } from '../domain/backup.ts'

export const size = (bytes: number): string =>
  bytes < 1024 ** 3 ? `${Math.ceil(bytes / 1024 ** 2)} MB` : `${(bytes / 1024 ** 3).toFixed(1)} GB`

export const backupFaultWords: Record<BackupFault, string> = {
  full: '磁盘满了，请清出空间，或用 BACKUP_DIR 换一个目录',
  unwritable: '目录写不进去，请看 BACKUP_DIR 在不在、能不能写',
  fault: '原因写在日志里，请交给维护的人',
}

export const trialFaultWords: Record<TrialFault, string> = {
  'no-backup': '那个目录不见了，请看是不是被人移走了',
  newer: '那份备份是更新版本的程序做的，请先升级程序',
  'other-key': '钥匙换过了，那份备份用现在的 secret.key 或 SECRET_KEY 打不开，请找回原来的',
  'not-empty': '试恢复用的库里有别的东西，请把它删掉',
  damaged: '备份文件损坏了，请检查那块盘，再做一份',
  'no-right': '数据库不许另建一个库，请给用户 CREATEDB 权限',
  fault: '原因写在日志里，请交给维护的人',
}

/** What lies in a backup's folder for whoever has to open it without this program. */
export const backupFiles = {
  readMe: '说明.txt',
  howToOpen: `这是“说事”数据库的一份备份，取的是同一时刻。

manifest.json 写着做备份的时间、当时的表结构（按先后列出的 prisma/migrations）、每张表的列、行数和校验值。
每张表一个“表名.copy.gz”，解压后是 PostgreSQL 的 COPY 文本，一行一条。

用程序恢复：npm run restore -- 这个目录（数据库必须是空的）。
不用程序：建一个空库，依次执行 manifest.json 里列出的各步 migration.sql，再逐表
  gunzip -c Ticket.copy.gz | psql 库名 -c 'COPY "Ticket" (列, 列, …) FROM STDIN'

钥匙（data/secret.key 或 SECRET_KEY）不在里面，没有它，加密的内容打不开。
里面有居民的个人信息，请像保管档案一样保管。
`,
}

export const backupProgram = {
  done: (dir: string, tables: number, rows: number, bytes: number, seconds: number): string =>
    `备份好了：${dir}，${tables}张表，${rows}行，${size(bytes)}，用了${seconds.toFixed(1)}秒。`,
  hash: (hash: string): string => `校验值：${hash}`,
  keyIsApart: (where: string): string => `钥匙不在备份里：请把 ${where} 另外存一份，和备份分开放；没有它，恢复以后加密的内容打不开。`,
  keySetting: 'SECRET_KEY 那一行',
  nothing: '没有做备份：数据库还是空的，请先启动一次，或看 .env 里的 DATA_DIR、DATABASE_URL 写得对不对。',
  there: (dir: string): string => `没有做备份：${dir} 已经有了，请换一个目录名。`,
  unwritable: (dir: string): string => `没有做成备份：${dir} 写不进去，请看磁盘满没满、能不能写，或在 .env 里用 BACKUP_DIR 换一个目录。`,
}

export const restoreProgram = {
  usage: '请写明从哪个备份恢复，例如：npm run restore -- data/backup/2026-11-29_03-10-00',
  done: (tables: number, rows: number, seconds: number): string =>
    `恢复好了：${tables}张表，${rows}行，逐表核对过，和备份一样，用了${seconds.toFixed(1)}秒。`,
  forgotAgain: (people: number): string => `备份以后有${people}人要求过“忘记我”，已经再删了一遍。`,
  migrated: (steps: number): string => `备份是旧版本做的，表结构已升到现在的版本（${steps}步）。`,
  refused(it: RestoreRefusal, dir: string): string {
    switch (it.refused) {
      case 'no-backup':
        return `${dir} 里没有备份：请写 manifest.json 所在的那个目录。`
      case 'newer':
        return `没有恢复：这份备份是更新版本的程序做的（${it.migration}），请先升级程序。`
      case 'other-key':
        return '没有恢复：备份里加密的内容，现在的钥匙打不开，请把原来的 secret.key 放回数据目录，或在 .env 里写上原来的 SECRET_KEY，再恢复一次。'
      case 'not-empty':
        return '没有恢复：数据库里已经有东西，恢复只往空库里做，请在 .env 里换一个空的 DATA_DIR（或空的 DATABASE_URL）。'
      case 'damaged':
        return `没有恢复：${it.file} 和备份时不一样了，可能损坏或被改过，请换一份备份；数据库还是空的。`
    }
  },
}
