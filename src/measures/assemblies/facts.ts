import { z } from 'zod'
import { Case, type CaseKind } from '../../domain/case.ts'

/** 《村民委员会组织法》 art. 24: what only the villagers' assembly decides, or the representatives it has authorised. */
const RESERVED = [
  'allowances',
  'collectiveIncome',
  'publicWorks',
  'landContracts',
  'collectiveProjects',
  'housePlots',
  'compensation',
  'disposal',
] as const
export type Reserved = (typeof RESERVED)[number]

/** What the law wants of an assembly: notice (art. 21), who must be there and agree (art. 22), of the representatives (art. 26). */
export const ASSEMBLY_RULES = { noticeDays: 10, adults: 1 / 2, households: 2 / 3, representatives: 2 / 3, agree: 1 / 2 } as const

const Item = z.object({
  text: z.string(),
  ticket: z.string().nullable(),
  reserved: z.enum(RESERVED).nullable(),
  opinion: z.string().nullable(),
  result: z.enum(['agreed', 'notAgreed', 'toAssembly', 'later']).nullable(),
  resultText: z.string().nullable(),
})
export type AgendaItem = z.infer<typeof Item>

/** 议事会 of a village: it advises; what the law reserves it can only prepare. */
export const Assembly = Case.extend({
  status: z.enum(['planned', 'held']),
  village: z.string(),
  by: z.string(),
  at: z.coerce.date(),
  place: z.string(),
  invited: z.number().int().nullable(),
  present: z.number().int().nullable(),
  items: z.array(Item),
})
export type Assembly = z.infer<typeof Assembly>
export const ASSEMBLIES: CaseKind<Assembly> = { measure: 'assembly', shape: Assembly }
