import type { TenMeasure } from '../domain/ten-measures.ts'

/** What each is called in the township's text, and what is in it. */
export const tenMeasures: Readonly<Record<TenMeasure, { name: string; about: string }>> = {
  net: { name: '一张网络统管', about: '镇、村、社、十户联防，谁管哪里；通知、预警和苗头。' },
  team: { name: '一支队伍服务', about: '干部名册，培训、活动、体检和考核。' },
  duties: { name: '一张清单定责', about: '什么事归谁办、多久办完、要带什么。' },
  lectures: { name: '一场宣讲教化', about: '法治、道德大讲堂，每月各一场。' },
  basket: { name: '一个箩筐集事', about: '所有说进来的事，和村里坐下来说事的日子。' },
  petitions: { name: '一份温情感化', about: '信访，一件一件办。' },
  ruler: { name: '一把尺子衡量', about: '地界丈量和人民调解。' },
  fist: { name: '一个拳头震慑', about: '派出所、交警、市场监管的数，和转给别处的事。' },
  exemplars: { name: '一批典型引领', about: '身边好榜样。' },
  spirit: { name: '一个精神激励', about: '到了时候说的几句话。' },
  together: { name: '村里的事大家议', about: '议事会和村务公开。' },
}

export const measureWords = {
  title: '十个一',
  columns: { label: '名称', title: '内容', place: '地方', when: '日子', state: '怎么样了' },
  count: (n: number): string => `共${n}条`,
  none: '这里还没有记下什么。',
  next: '下一步',
  lines: '经过',
  ofMatter: '丈量、调解和移送',
  matter: (label: string): string => `看${label}这件事`,
} as const
