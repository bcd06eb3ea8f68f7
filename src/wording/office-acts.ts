import type { OrderName } from '../domain/order-name.ts'

/** How a step is called on its button, where the order's own word says too little. */
const BUTTONS: Partial<Record<OrderName, string>> = {
  同意: '同意延期',
  不同意: '不同意延期',
}
export const buttonOf = (order: OrderName): string => BUTTONS[order] ?? order

/** What a step does, said above its form. */
const HINTS: Partial<Record<OrderName, string>> = {
  办结: '报的人会收到一条消息，问办好了没有。',
  进展: '只记下来，时间不变。',
  走访: '记下上门看到的情况。',
  提意见: '负责的人会看到，别的都不变。',
  延期: '要由村支书或包村领导定。',
  挂账: '到那天再接着办，报的人会看到日子和原因。',
  转: '换个人负责，时间不变。',
  派: '派给谁，谁就会收到。',
  议: '约大家一起说说，或记下说的结果。',
  不受理: '报的人会看到原因，请写清该找谁。',
  不是事: '只是说说，不用办。群里什么也不会说。',
  督办: '每一步都会告诉您。不选日子，就是两个工作日。',
  改类: '类别不对，改过来，责任人会跟着换。',
  合并: '两件是一件事，合在一起办，报的人都会知道结果。',
  拆分: '写清要另外办的是什么。',
  不同意: '写一句原因，提出的人会看到。',
}
export const hintOf = (order: OrderName): string | null => HINTS[order] ?? null

const NOTES: Partial<Record<OrderName, string>> = {
  办结: '怎么办好的',
  进展: '办到哪了',
  走访: '看到了什么',
  提意见: '您的意见',
  延期: '为什么要延',
  挂账: '等什么',
  转: '要交代的话',
  议: '在哪说、说什么，或者说的结果',
  不受理: '原因，该找谁',
  拆分: '另外要办的是什么',
  督办: '要交代的话',
}
export const noteOf = (order: OrderName): string => NOTES[order] ?? '说明'

const DAYS: Partial<Record<OrderName, string>> = { 延期: '延到哪天', 挂账: '等到哪天', 督办: '哪天前办好', 议: '哪天' }
export const dayOf = (order: OrderName): string => DAYS[order] ?? '哪天'

/** 合并 坪12 到 坪07. */
export const intoWord = '到'

export const actWords = {
  person: '给谁',
  choosePerson: '请选一位',
  kind: '改成',
  into: '并到几号',
  photo: '照片',
  photoHint: '可以不传。一次最多六张，每张不超过10 MB。',
  optional: '可以不填',
  send: (button: string): string => `确定${button}`,
  cancel: '不做了',
  missing: (what: string): string => `还没有填“${what}”。`,
  noPicture: '有一个文件不是照片，没有收下。请换成照片再试。',
  tooLarge: '照片太大了，一次最多六张、每张不超过10 MB。文字还在，请换小一点的照片。',
  notNow: '这一步现在做不了',
  notNowHint: '可能别人刚办过，也可能不归您定。',
  heard: '收到了，办好后这里会显示结果。',
  said: '说事回话',
  undo: '撤销',
  undoable: (words: string): string => `刚做的“${words}”，十分钟内可以撤销。`,
  more: '更多',
  away: '，请假',
} as const
