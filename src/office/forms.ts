import type { OrderName } from '../domain/order-name.ts'

export type Field = 'person' | 'kind' | 'into' | 'day' | 'note' | 'photo'

export interface ActForm {
  order: OrderName
  /** What must be filled in, and what may be. */
  needs: readonly Field[]
  takes: readonly Field[]
}

const form = (order: OrderName, needs: readonly Field[] = [], takes: readonly Field[] = []): ActForm => ({ order, needs, takes })

/** Every step that a page offers for a matter, the usual ones first. Whether it is open to somebody is said by the table of moves. */
export const FORMS: readonly ActForm[] = [
  ...[form('同意'), form('不同意', [], ['note']), form('督办', [], ['day', 'note'])],
  ...[form('接'), form('恢复'), form('办结', ['note'], ['photo']), form('延期', ['day', 'note']), form('挂账', ['day', 'note'])],
  ...[form('转', ['person'], ['note']), form('派', ['person']), form('进展', ['note'], ['photo'])],
  ...[form('提意见', ['note']), form('走访', [], ['note', 'photo']), form('议', ['note'], ['day'])],
  ...[form('不受理', ['note']), form('不是事'), form('改类', ['kind']), form('合并', ['into']), form('拆分', [], ['note'])],
  ...[form('满意'), form('一般'), form('不满意', [], ['note']), form('没修好', [], ['note'])],
  ...[form('撤回'), form('不公开'), form('还是办吧')],
]

export const formOf = (order: string): ActForm | null => FORMS.find((f) => f.order === order) ?? null

export const isOneTap = ({ needs, takes }: ActForm): boolean => needs.length + takes.length === 0
