import { isDeepStrictEqual } from 'node:util'
import { type GridNode, lineUp } from '../domain/grid.ts'
import type { Township } from '../domain/township.ts'

export type ChangedKind = 'town' | 'grid' | 'household' | 'person' | 'group' | 'duty' | 'venue' | 'staff' | 'record'

export interface Change {
  kind: ChangedKind
  change: 'added' | 'changed' | 'gone'
  id: string
  name: string
  /** Which fields differ; empty for what is new or gone. */
  fields: string[]
}

interface Thing {
  id: string
  name: string
  fields: Record<string, unknown>
}

/** Roles and members are sets: the database hands them back in an order of its own. */
const thingsOf: Record<ChangedKind, (township: Township) => Thing[]> = {
  town: (t) => [{ id: t.id, name: t.name, fields: { name: t.name, ...(t.ledger && { ledger: t.ledger }) } }],
  grid: (t) => {
    const nodes = new Map(t.grid.map((node) => [node.id, node]))
    return t.grid.map(({ id, ...fields }) => ({ id, name: pathName(nodes, id), fields }))
  },
  household: (t) => t.households.map(({ id, ...fields }) => ({ id, name: id, fields })),
  person: (t) =>
    t.people.map(({ id, ...p }) => ({ id, name: p.name, fields: { ...p, roles: p.roles.map((r) => `${r.role} ${r.grid}`).toSorted() } })),
  group: (t) => t.groups.map(({ id, ...g }) => ({ id, name: g.name, fields: { ...g, members: g.members.toSorted() } })),
  duty: (t) => t.duties.map(({ code, ...fields }) => ({ id: code, name: fields.name, fields })),
  venue: (t) => (t.venues ?? []).map(({ id, ...fields }) => ({ id, name: fields.name, fields })),
  staff: (t) => (t.staff ?? []).map(({ person, ...fields }) => ({ id: person, name: nameOf(t, person), fields })),
  record: (t) =>
    (t.records ?? []).map((r) => ({
      id: `${r.person} ${r.kind} ${r.day} ${r.title}`,
      name: `${nameOf(t, r.person)} ${r.day}`,
      fields: { ...r },
    })),
}

const nameOf = (t: Township, person: string): string => t.people.find((p) => p.id === person)?.name ?? person

/** 坪头村三社: there is a 三社 in many a village. */
const pathName = (nodes: ReadonlyMap<string, GridNode>, id: string): string => {
  const line = lineUp(nodes, id).flatMap((at) => nodes.get(at) ?? [])
  const below = line.filter((node) => node.level !== 'town')
  return (below.length > 0 ? below : line)
    .map((node) => node.name)
    .reverse()
    .join('')
}

const KINDS = [
  ...(['town', 'grid', 'household', 'person', 'group', 'duty'] as const),
  ...(['venue', 'staff', 'record'] as const),
] as const satisfies readonly ChangedKind[]

/** What a workbook without the sheet says nothing about. */
const isSaid = (kind: ChangedKind, t: Township): boolean =>
  (kind !== 'venue' || t.venues !== null) && (kind !== 'staff' || t.staff !== null) && (kind !== 'record' || t.records !== null)

const differing = (a: Thing, b: Thing): string[] =>
  Object.keys(b.fields).filter((field) => !isDeepStrictEqual(a.fields[field], b.fields[field]))

function compareKind(kind: ChangedKind, before: readonly Thing[], after: readonly Thing[]): Change[] {
  const was = new Map(before.map((thing) => [thing.id, thing]))
  const is = new Set(after.map((thing) => thing.id))
  const changes = after.flatMap((thing): Change[] => {
    const old = was.get(thing.id)
    const { id, name } = thing
    if (!old) return [{ kind, change: 'added', id, name, fields: [] }]
    const fields = differing(old, thing)
    return fields.length > 0 ? [{ kind, change: 'changed', id, name, fields }] : []
  })
  // A record that was typed in chat is on no sheet and stays.
  const left = kind === 'record' ? [] : before.filter((thing) => !is.has(thing.id))
  const gone = left.map(({ id, name }): Change => ({ kind, change: 'gone', id, name, fields: [] }))
  return [...changes, ...gone]
}

/** What would be new, different or gone. The order of rows means nothing. */
export const compareTownships = (before: Township | null, after: Township): Change[] =>
  KINDS.filter((kind) => isSaid(kind, after)).flatMap((kind) =>
    compareKind(kind, before ? thingsOf[kind](before) : [], thingsOf[kind](after)),
  )
