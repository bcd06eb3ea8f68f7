import { z } from 'zod'

const said = z.string().min(1).max(40)

/** Which file somebody asked for, in words short enough for an address. */
export const FileWanted = z.discriminatedUnion('kind', [
  /** 台账: of a month, a quarter or a year; 2026-11, 2026Q4, 2026. */
  z.object({ kind: z.literal('ledger'), period: said, form: z.enum(['xlsx', 'csv']) }),
  /** 丈量和调解记录 of one matter: 坪08. */
  z.object({ kind: z.literal('record'), label: said }),
  /** 村务公开表 of one village and quarter. */
  z.object({ kind: z.literal('disclosure'), village: said, quarter: said }),
  /** 卷宗 of one matter or petition: 坪07, 信03. */
  z.object({ kind: z.literal('case-file'), label: said, form: z.enum(['docx', 'pdf']) }),
])
export type FileWanted = z.infer<typeof FileWanted>

/**
 * A file as what was asked for and by whom, not as its bytes: it is made when a channel sends it or somebody opens it, and only if
 * they still may have it then.
 */
export const WantedFile = z.object({ name: z.string(), for: z.string(), wanted: FileWanted })
export type WantedFile = z.infer<typeof WantedFile>

/** How a wanted file is kept beside photos until it is made. */
export const FILE_TYPE = 'application/vnd.shuoshi.file+json'

/** A kept file's bytes as what it is. */
export const readWanted = (bytes: Uint8Array): WantedFile => WantedFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const FORMS = { docx: WORD, xlsx: EXCEL, pdf: 'application/pdf', csv: 'text/csv; charset=utf-8' } as const

/** A file as it is sent. */
export interface MadeFile {
  name: string
  type: (typeof FORMS)[keyof typeof FORMS]
  bytes: Uint8Array
}
