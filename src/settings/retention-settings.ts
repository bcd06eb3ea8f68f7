import { z } from 'zod'
import { RETENTION } from '../domain/retention.ts'
import { type Setting, setting } from './setting.ts'

type Name = (typeof RETENTION)[keyof typeof RETENTION]['setting']

const daysFrom = (least: number, most: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))

/** A setting for each kind, in days; what is shorter than a file must be kept is refused. */
export const RETENTION_SETTINGS = Object.fromEntries(
  Object.values(RETENTION).map(({ setting: name, days, least, most }) => [
    name,
    setting(daysFrom(least, most), days, ` ${least} 到 ${most} 的整数（天）`, String(days)),
  ]),
) as Record<Name, Setting<number>>
