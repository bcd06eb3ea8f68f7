import type { FileWanted } from '../domain/file-wanted.ts'
import { ledgerPeriod } from './ledger.ts'

/** What a file is called when it lies among others: what it is about first. */
export function fileNameOf(wanted: FileWanted): string {
  switch (wanted.kind) {
    case 'ledger':
      return `${ledgerPeriod(wanted.period)}台账.${wanted.form}`
    case 'record':
      return `${wanted.label}丈量调解记录.docx`
    case 'disclosure':
      return `${wanted.village}${ledgerPeriod(wanted.quarter)}村务公开.xlsx`
    case 'case-file':
      return `${wanted.label}卷宗.${wanted.form}`
    default:
      return wanted satisfies never
  }
}

/** In the place of a file where none can be sent. */
export const fileByLink = (name: string, link: string | null): string =>
  link
    ? `${name}：${link}\n半小时内打开有效，只能用一次，请不要转给别人。`
    : `这里发不了文件（${name}）。请镇里管机器人的人设好 PUBLIC_URL（手机能打开的网址），或在管理页“/status/papers”出一份给您。`
export const fileTooBig = '文件太大'
/** Made when it is sent: by then its reader may no longer have it. */
export const fileGone = (name: string): string => `${name}现在出不了：这件事可能已经不归您看，或者没有了。`
