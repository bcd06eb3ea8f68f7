/** The workbook's sheets and columns. Their Chinese names are its interface: the template writes them, the import looks for them. */
export const SHEETS = {
  grid: { name: '镇村社联户', columns: { id: '编号', parentId: '上级编号', level: '级别', name: '名称', short: '简称', aliases: '别名' } },
  households: { name: '住户', columns: { id: '住户编号', grid: '网格编号' } },
  people: {
    name: '人员',
    columns: { id: '编号', name: '姓名', phone: '电话', household: '住户编号', onRoster: '在册', account: '企业微信账号' },
  },
  roles: { name: '职务', columns: { person: '人员编号', role: '职务', grid: '网格编号' } },
  groups: { name: '群', columns: { id: '编号', name: '群名', kind: '类型', grid: '网格编号' } },
  members: { name: '群成员', columns: { group: '群编号', person: '人员编号' } },
  duties: {
    name: '事务清单',
    columns: {
      code: '代码',
      kind: '类别',
      topic: '主题',
      name: '事项',
      short: '简称',
      words: '常用说法',
      owner: '责任人',
      coOwners: '协办',
      mode: '办理方式',
      respond: '首次回应',
      complete: '办结',
      evidence: '办结前要有',
      deliberate: '先议',
      procedure: '办理步骤',
      papers: '要带材料',
      where: '去哪里办',
      basis: '依据',
    },
  },
  venues: { name: '场所', columns: { id: '编号', name: '名称', grid: '网格编号', uses: '用途', address: '地址' } },
  staff: { name: '干部登记', columns: { person: '人员编号', post: '岗位', education: '学历', since: '任职时间', how: '怎么选任' } },
  ledger: { name: '台账栏目', columns: { order: '顺序', column: '栏目' } },
  records: { name: '队伍记录', columns: { person: '人员编号', kind: '记录类别', day: '日期', title: '内容', basis: '依据' } },
} as const

export type SheetKey = keyof typeof SHEETS
export type Field<K extends SheetKey> = keyof (typeof SHEETS)[K]['columns'] & string

export const SHEET_KEYS = [
  ...(['grid', 'households', 'people', 'roles', 'groups', 'members', 'duties'] as const),
  ...(['venues', 'staff', 'records', 'ledger'] as const),
] as const satisfies readonly SheetKey[]

/** A workbook may be without these: what is known of them then stays as it is. */
export const OPTIONAL_SHEETS: readonly SheetKey[] = ['venues', 'staff', 'records', 'ledger']

/** Columns that came later: a workbook without them is as good as one where they are empty. */
export const OPTIONAL: ReadonlySet<string> = new Set(['people account'])

/** Fields and headers of a sheet, in the order of its columns. */
export const columnsOf = (key: SheetKey): { field: string; header: string }[] =>
  Object.entries(SHEETS[key].columns).map(([field, header]) => ({ field, header }))

/** Rows that begin with this are examples of the template and are passed over. */
export const EXAMPLE_MARK = '例：'
