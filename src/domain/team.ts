/** 小学, 初中, 高中, 中专, 大专, 本科, 研究生, in order. */
export const EDUCATIONS = ['primary', 'junior', 'senior', 'secondary', 'college', 'bachelor', 'master'] as const
export type Education = (typeof EDUCATIONS)[number]

/** A cadre's line of the staff register. */
export interface Staff {
  person: string
  post: string
  education: Education | null
  /** 全日制. */
  fullTime: boolean
  /** A day or a month: 2021-03-15, 2021-03. */
  since: string | null
  /** How they came to it: 换届选举, 招考, 下派. */
  how: string
}

/** 培训, 活动, 警示教育, 体检, 考核, 奖惩. */
export const RECORD_KINDS = ['training', 'activity', 'warning', 'checkup', 'assessment', 'reward'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Something that was done with or for a cadre on one day. */
export interface TeamRecord {
  person: string
  kind: RecordKind
  day: string
  title: string
  /** What it rests on: 民主评议, 群众回访, 通知〔2026〕3号. An assessment without it says nothing. */
  basis: string
}

export const atLeast = (education: Education | null, least: Education): boolean =>
  education !== null && EDUCATIONS.indexOf(education) >= EDUCATIONS.indexOf(least)
