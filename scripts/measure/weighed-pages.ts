import type { Role } from '../../src/domain/people.ts'

export interface Weighed {
  /** Whose session opens it, or the operator's password; null where nobody needs one. */
  role: Role | 'operator' | null
  path: string
  /** So many bytes a first and a later load may have, fonts not counted, and so many milliseconds it may take. */
  first: number
  later: number
}

const KB = 1024
const office = (role: Role, path: string): Weighed => ({ role, path, first: 100 * KB, later: 30 * KB })

/** A line more is another page weighed. */
export const WEIGHED: readonly Weighed[] = [
  ...(['keeper', 'clerk', 'secretary', 'leader', 'supervisor'] as const).map((role) => office(role, '/office')),
  ...['/office/matters', '/office/matters?q=路灯', '/office/calendar', '/office/duties', '/office/people', '/office/measures'].map((path) =>
    office('leader', path),
  ),
  office('keeper', '/office/matters'),
  office('leader', '/office/m/{matter}'),
  office('secretary', '/office/m/{matter}'),
  { role: null, path: '/', first: 300 * KB, later: 300 * KB },
  ...['/status', '/status/papers', '/status/keys', '/status/start'].map(
    (path) => ({ role: 'operator', path, first: 100 * KB, later: 30 * KB }) as const,
  ),
]
