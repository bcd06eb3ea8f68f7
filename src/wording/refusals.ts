import type { Ticket } from '../domain/ticket.ts'
import type { Refusal } from '../domain/who-may.ts'
import type { MoveName } from '../domain/workflow.ts'

const verbs: Partial<Record<MoveName, string>> = {
  accept: '接',
  assign: '派',
  transfer: '转',
  deliberate: '约议',
  progress: '报进展',
  visit: '报走访',
  resolve: '办结',
  askExtension: '延期',
  extend: '同意延期',
  denyExtension: '答复延期',
  wait: '挂账',
  resume: '恢复',
  reject: '不受理',
  merge: '合并',
  split: '拆分',
  reclassify: '改类',
  notMatter: '定不是事',
  supervise: '督办',
  withdraw: '撤回',
  revive: '说还要办',
  hide: '说不公开',
  confirm: '评价',
  reopen: '说没修好',
}
const missing = {
  photo: (label: string) => `【${label}】这类事要有一张照片。把照片发来，再回“办结 ${label}”。`,
  visit: (label: string) => `【${label}】这类事要先上门看过。看过了回“走访 ${label} 看到的情况”，再办结。`,
  talk: (label: string) => `【${label}】这类事要先坐下来说过。说过了回“议 ${label} 结果”，再办结。`,
}
const OF_REPORTER: readonly MoveName[] = ['withdraw', 'revive', 'hide', 'confirm', 'reopen']
const OF_APPROVER: readonly MoveName[] = ['extend', 'denyExtension']

/** Whom to ask, and what this person may do with it: a sentence never proposes what is denied a moment later. */
export interface Standing {
  owner: string | null
  /** Who has taken it, where that is the refusal. */
  by: string | null
  village: string
  leader: string | null
  /** The number of what it was merged into. */
  into: string | null
  isReporter: boolean
  may(move: MoveName): boolean
}

/** A refusal as a polite sentence that says what is possible now. */
export function refusalWords(r: Refusal, s: Standing): string {
  const head = `【${r.ticket.label}】`
  switch (r.refused) {
    case 'not-allowed':
      if (r.move === 'confirm' && r.ticket.through) return `${head}要由报的人来评价，办的人不能代问。请别的干部问一声。`
      return `${head}${notAllowed(r.move, s)}`
    case 'taken':
      return `${head}${s.by ?? '别人'}已经接了，不用再接。`
    case 'too-many-extensions':
      return `${head}已经延过两次，不能再延。可以回“挂账 ${r.ticket.label} 日期 原因”。`
    case 'danger-first':
      return `${head}是急事，先回“接 ${r.ticket.label}”联系上人，再挂账。`
    case 'evidence-missing':
      return missing[r.missing](r.ticket.label)
    case 'wrong-status':
      return `${head}${wrongStatus(r.ticket, r.move, s)}`
    default:
      return r satisfies never
  }
}

function notAllowed(move: MoveName, s: Standing): string {
  const verb = verbs[move] ?? '办'
  if (OF_REPORTER.includes(move)) return `要由报的人来${verb}。`
  if (OF_APPROVER.includes(move)) return `要由村支书或包村领导来${verb}。`
  if (move === 'supervise') return s.leader ? `这是${s.village}的，要${s.leader}来督办。` : '要由包村领导来督办。'
  return s.owner ? `${s.owner}在办，请和本人或村支书说。` : `还没有人负责，要由村支书来${verb}。`
}

function wrongStatus(t: Ticket, move: MoveName, s: Standing): string {
  switch (t.status) {
    case 'resolved':
      return s.isReporter ? '已经说办好了，好了回“满意”，没好回“没修好”。' : '已经报过办好，等报的人回话。'
    case 'closed':
      return s.may('reopen') ? `已经办结了。还有问题可以回“没修好 ${t.label}”。` : '已经办结了。'
    case 'waiting':
      if (move === 'confirm' || move === 'reopen') return '还在等，没有说办好。办好了会问您。'
      return s.may('resume') ? `正在挂账。要接着办回“恢复 ${t.label}”。` : '正在挂账，到日子再办。'
    case 'merged': {
      const into = s.into ? `【${s.into}】` : '别的'
      return s.may('split')
        ? `已经并到${into}一起办。要分开回“拆分 ${t.label}”。`
        : `和${into}是一件事，一起在办${s.into ? `。回“进度 ${s.into}”可查` : ''}。`
    }
    case 'rejected':
      return '没有受理。有新情况请重新说一遍。'
    case 'void':
      return '已经当作不是事了。要办请重新登记。'
    case 'withdrawn':
      return s.isReporter ? '您已经撤回了。还要办，回“还是办吧”。' : '报的人已经撤回了。'
    case 'open':
      if (move === 'confirm' || move === 'reopen') return '还在办，办好了会问您。'
      if (move === 'revive') return '没有撤回，正在办。'
      if (move === 'resume') return '没有挂账，正在办。'
      if (move === 'split') return '没有并到别的里面。'
      return `现在还不能${verbs[move] ?? '这样办'}。`
    default:
      return t.status satisfies never
  }
}
