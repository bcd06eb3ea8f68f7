import type { FastifyInstance } from 'fastify'
import { calendarRoutes } from './calendar.ts'
import { dutyRoutes } from './duties.ts'
import { matterListRoutes } from './lists.ts'
import { type MeasureNeeds, measureRoutes } from './measures.ts'
import { peopleRoutes } from './people.ts'

/** What is read in lists. */
export function listRoutes(app: FastifyInstance, needs: MeasureNeeds): void {
  matterListRoutes(app, needs)
  calendarRoutes(app, needs)
  dutyRoutes(app)
  peopleRoutes(app)
  measureRoutes(app, needs)
}
