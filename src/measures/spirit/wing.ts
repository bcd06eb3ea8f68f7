import { dayOf } from '../../domain/moments.ts'
import { hasRoleOver, townNode } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import { line } from '../../wording/digests.ts'
import { defineWing } from '../define-wing.ts'
import { PLANS, TEXTS } from './facts.ts'
import { spirit } from './orders.ts'
import { spiritPages } from './pages.ts'
import { planPosts } from './verbs.ts'
import * as say from './words.ts'

declare module '../../ports/due-work.ts' {
  interface WingJobs extends Record<'spirit', true> {}
}

/** 一个精神激励. */
export const spiritWing = defineWing({
  orders: [spirit],
  dayLines: null,
  async monthLines(desk, person, month) {
    if (!hasRoleOver(desk.roster, person, 'leader', townNode(desk.roster))) return []
    const { from, to } = monthOf(month)
    let posts = 0
    let groups = 0
    for (const group of desk.roster.groups.values()) {
      const told = await desk.bulletin.told(group.id, dayOf(from))
      const count = told.filter((i) => i.occasion === 'spirit' && i.day < dayOf(to)).length
      posts += count
      groups += count > 0 ? 1 : 0
    }
    return line(6.5, posts > 0 ? say.monthLine(posts, groups) : null)
  },
  sheets: [
    {
      ...say.spiritSheet,
      async rows(desk) {
        return (await desk.cases(TEXTS).list({})).map((t) => [
          t.number,
          say.occasionWords[t.occasion].name,
          t.text,
          say.stateWords[t.status],
          t.openedAt,
        ])
      },
    },
  ],
  morning: null,
  jobs: [
    /** Each working morning: whose turn it is to hear a short text in the day's post. */
    {
      name: 'spirit',
      schedule: (settings) => settings.morningAt,
      run: async (desk) => `${await planPosts(desk)} planned`,
    },
  ],
  keepsOf: null,
  made: [],
  forgets: { [TEXTS.measure]: 'office', [PLANS.measure]: 'office' },
  staysWith: null,
  pages: [spiritPages],
  held: null,
})
