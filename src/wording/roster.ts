import type { GridCounts } from '../domain/grid-counts.ts'
import { unwritable } from './programs.ts'

/** Where in the workbook a fault stands. Row and column are missing where a whole sheet or the file is at fault. */
interface FaultAt {
  sheet: string | null
  row: number | null
  column: string | null
  cell: string | null
  message: string
}

/** 人员 第5行“电话”（C5）：…… */
export function faultLine({ sheet, row, column, cell, message }: FaultAt): string {
  const where = [
    sheet ?? '',
    row === null ? '' : ` 第${row}行`,
    column === null ? '' : `“${column}”`,
    cell === null ? '' : `（${cell}）`,
  ].join('')
  return where === '' ? message : `${where}：${message}`
}

const list = (words: readonly string[]): string => words.join('、')

/** What is wrong with a cell, a row or a sheet, and what to do about it. */
export const faultWords = {
  refused: {
    'no-file': (file: string) => `找不到文件 ${file}，请核对文件名和位置。`,
    'not-xlsx': (file: string) => `${file} 不是能打开的 .xlsx 表格，请用 Excel 或 WPS 另存为 .xlsx 再试。`,
    'too-big': (file: string) => `${file} 太大了（最多20MB），请只留要导入的表，照片和别的表删掉再试。`,
    'too-slow': (file: string) => `${file} 读了20秒还没读完，请把要导入的几张表复制到新的模板里再试。`,
  },
  missingSheet: (sheet: string) => `缺少工作表“${sheet}”，请从模板里把这张表复制过来。`,
  missingColumn: (header: string, row: number) => `缺少“${header}”这一列，请在第${row}行加上这个表头。`,
  noDutyOf: (kinds: readonly string[]) =>
    `没有一行是${kinds.map((k) => `“${k}”`).join('')}，请加上：村民说的事分三类，每一类至少要有一行。`,
  emptySheet: '这张表是空的，请至少填一行。',
  empty: '没有填，请补上。',
  badId: '编号只能用文字、字母、数字和 - _ .，不超过40个字，请改掉其他符号和空格。',
  doubled: (what: string, said: string, row: number) => `${what}“${said}”和第${row}行重复，请改成不同的，或删掉一行。`,
  unknownWord: (said: string, known: readonly string[]) => `不认得“${said}”，请写：${list(known)}。`,
  badAccount: '企业微信账号只有字母、数字和 _-.@，请到管理后台的通讯录里照抄；没有就空着。',
  badPhone: (said: string) => `电话“${said}”不对，请写11位手机号，或带区号的座机号；没有就空着。`,
  badLimit: (said: string) => `时限“${said}”看不懂，请写成：15分钟、2工作时、24小时、7工作日、当天。`,
  respondAfterComplete: '首次回应比办结还晚，请把首次回应改短，或把办结改长。',
  badDate: (said: string) => `日期“${said}”看不懂，请写成 2026-11-20。`,
  badShort: '简称写1到2个字，不带数字，例如“坪”。',
  longShort: '简称最多8个字，请写短一些。',
  noTown: '没有“镇”这一级，请加一行，级别写“镇”。',
  secondTown: (row: number) => `第${row}行已经有一个镇，一张表只放一个镇，请删掉一行。`,
  townHasParent: '镇是最上一级，上级编号请空着。',
  noParent: (level: string) => `没有写上级编号，请填它所属${level}的编号。`,
  unknownGrid: (id: string) => `“镇村社联户”表里没有编号“${id}”，请改成已有的编号，或先在那张表加一行。`,
  wrongParent: (should: string, is: string) => `上级应当是${should}，这个编号是${is}，请换成${should}的编号。`,
  noShort: '没有简称，工单编号要用，请写一个字，例如“坪”。',
  wrongLevel: (what: string, is: string, should: readonly string[]) => `${what}不能放在${is}这一级，请换成${list(should)}的编号。`,
  unknownHousehold: (id: string) => `“住户”表里没有编号“${id}”，请改成已有的编号，或先在那张表加一行；没有就空着。`,
  unknownPerson: (id: string) => `“人员”表里没有编号“${id}”，请改成已有的编号，或先在那张表加一行。`,
  unknownGroup: (id: string) => `“群”表里没有编号“${id}”，请改成已有的编号，或先在那张表加一行。`,
  groupWithoutGrid: '这个群没有写属于哪里，请填村或镇的编号。',
  emptyGroup: (name: string) => `“${name}”没有成员，请在“群成员”表里加上。`,
  roleOffRoster: '这个人在“人员”表里写的是不在册，不能有职务，请把“在册”改成“是”，或删掉这一行。',
  placeInUse: (label: string) => `【${label}】还没办完，它的村或社在表里没有了。请先办结，或在“镇村社联户”表里留着这一行。`,
  noBasis: '考核要写依据，例如“民主评议”“群众回访”，请补上。',
  noSecretary: (village: string) => `${village}没有村支书，请在“职务”表加一行。`,
} as const

const THINGS = {
  ...({ town: '镇', grid: '网格', household: '住户', person: '人员', group: '群', duty: '事务' } as const),
  ...({ venue: '场所', staff: '干部登记', record: '队伍记录' } as const),
} as const
const CHANGES = { added: '新增', changed: '变更', gone: '去掉' } as const

interface ChangeSaid {
  kind: keyof typeof THINGS
  change: keyof typeof CHANGES
  id: string
  name: string
  /** What the changed columns are called in the workbook. */
  columns: readonly string[]
}

export const changeLine = ({ kind, change, id, name, columns }: ChangeSaid): string => {
  // A record has no number of its own.
  const called = name === id || kind === 'record' ? name : `${name}（${id}）`
  return `${CHANGES[change]}${THINGS[kind]}：${called}${columns.length > 0 ? `，${list(columns)}` : ''}`
}

/** 人员：新增 3，变更 1，去掉 2 – one line for each kind of thing that changes. */
export function changeSummary(changes: readonly Pick<ChangeSaid, 'kind' | 'change'>[]): string[] {
  const kinds = ['town', 'grid', 'household', 'person', 'group', 'duty', 'venue', 'staff', 'record'] as const
  const counts = (kind: ChangeSaid['kind']) =>
    (['added', 'changed', 'gone'] as const)
      .map((change) => ({ change, count: changes.filter((c) => c.kind === kind && c.change === change).length }))
      .filter(({ count }) => count > 0)
      .map(({ change, count }) => `${CHANGES[change]} ${count}`)
  return kinds.filter((kind) => changes.some((c) => c.kind === kind)).map((kind) => `${THINGS[kind]}：${counts(kind).join('，')}`)
}

export const importWords = {
  usage: '请写上要导入的文件：npm run import -- 文件.xlsx，要生效再加 --commit。',
  faults: (count: number) => `表里有 ${count} 处要改，什么都没有导入：`,
  read: (town: string, villages: number, people: number, groups: number, duties: number) =>
    `${town}：${villages} 个村，${people} 个人，${groups} 个群，${duties} 项事务。表格没有问题。`,
  noRole: (role: string, what: string) => `提醒：表里没有${role}，${what}。`,
  unchanged: '没有变化，不用导入。',
  wouldChange: '导入后会有这些变化：',
  more: (count: number) => `另有 ${count} 项，同类的不一一列出。`,
  preview: '现在只是看一看，什么都没有改。要导入请加上 --commit。',
  replacesSample: '现在用的是样例数据。这次导入会换掉样例，样例里的人、群和试过的事都不再使用。',
  askReplace: '确定换掉样例吗？请回答“是”或“否”：',
  confirmHow: '还没有导入。确定换掉样例，请在命令后面再加上 --yes。',
  notReplaced: '好的，没有导入，样例还在用。',
  otherTown: (name: string, is: string, said: string) =>
    `现在用的是${name}，编号是“${is}”，表里镇的编号是“${said}”，没有导入。请把表里镇的编号改成“${is}”，别的镇请另设数据库。`,
  handsOver: (who: string, count: number) => `${who}手上有 ${count} 件没办完，会转给接手的人。`,
  done: '已导入，全部生效。',
} as const

export const templateWords = {
  written: (file: string, sample: boolean) => `${sample ? '样例表格' : '模板'}已写到 ${file}`,
  isDirectory: (file: string) => `${file} 是一个目录，请写上文件名，例如 模板.xlsx。`,
  unwritable,
} as const

/** 1+28+151+408, said by the import and to leaders. */
export function gridCountLine(c: GridCounts, unkept: readonly string[]): string {
  const counts = `网格：${c.town}个镇、${c.village}个村、${c.she}个社、${c.ten}个十户联防，网格员${c.keepers}名`
  if (c.unkept.length === 0) return `${counts}，都有人管。`
  return `${counts}。还没有网格员：${unkept.slice(0, 5).join('、')}${c.unkept.length > 5 ? `等${c.unkept.length}处` : ''}。`
}
