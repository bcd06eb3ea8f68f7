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
  supervise: '督办',
  withdraw: '撤回',
  hide: '不公开',
  confirm: '评价',
  reopen: '说没修好',
}
const missing = {
  photo: (label: string) => `【${label}】这类事要有一张照片。把照片发来，再回“办结 ${label}”。`,
  visit: (label: string) => `【${label}】这类事要先上门看过。看过了回“走访 ${label} 看到的情况”，再办结。`,
  talk: (label: string) => `【${label}】这类事要先坐下来说过。说过了回“议 ${label} 结果”，再办结。`,
}
const who: Partial<Record<MoveName, string>> = {
  withdraw: '报的人',
  hide: '报的人',
  confirm: '报的人',
  reopen: '报的人',
  supervise: '包村领导',
  extend: '村支书或包村领导',
  denyExtension: '村支书或包村领导',
}

/** A refusal as a polite sentence that says what is possible now. `names`: the owner and the secretary, for whom to ask. */
export function refusalWords(r: Refusal, names: { owner: string | null; by: string | null }): string {
  const head = `【${r.ticket.label}】`
  switch (r.refused) {
    case 'not-allowed':
      return `${head}要由${who[r.move] ?? (names.owner ? `${names.owner}或村支书` : '村支书')}来${verbs[r.move] ?? '办'}。`
    case 'taken':
      return `${head}${names.by ?? '别人'}已经接了，不用再接。`
    case 'too-many-extensions':
      return `${head}已经延过两次，不能再延。可以回“挂账 ${r.ticket.label} 日期 原因”。`
    case 'evidence-missing':
      return missing[r.missing](r.ticket.label)
    case 'wrong-status':
      if (r.ticket.status === 'resolved' || r.ticket.status === 'closed')
        return `${head}已经办结了。还有问题可以回“没修好 ${r.ticket.label}”。`
      if (r.ticket.status === 'waiting' && r.move !== 'confirm' && r.move !== 'reopen')
        return `${head}正在挂账。要接着办回“恢复 ${r.ticket.label}”。`
      if (r.ticket.status === 'merged') return `${head}已经并到别的一起办了。要分开回“拆分 ${r.ticket.label}”。`
      if (r.ticket.status === 'rejected') return `${head}没有受理。有新情况请重新说一遍。`
      if (r.ticket.status === 'withdrawn') return `${head}报的人已经撤回了。`
      if (r.move === 'confirm' || r.move === 'reopen') return `${head}还在办，办好了会问您。`
      if (r.move === 'resume') return `${head}没有挂账，正在办。`
      if (r.move === 'split') return `${head}没有并到别的里面。`
      return `${head}现在还不能${verbs[r.move] ?? '这样办'}。`
    default:
      return r satisfies never
  }
}
