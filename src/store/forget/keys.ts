import { Prisma } from '../generated/client.ts'
import type { Erasing } from './erasing.ts'

const CALLED = { Notice: ['key', 'quoteId'], Message: ['id', 'quoteId'], Post: ['messageId', 'quoteId'] } as const

/** What was said to them is called by a key that their id is a part of, and others call it so: nobody's takes its place everywhere. */
export async function keysWithout({ tx, town, person, nobody }: Erasing, table: keyof typeof CALLED): Promise<void> {
  if (person === '') return
  const rows = Prisma.raw(`"${table}"`)
  for (const name of CALLED[table]) {
    const column = Prisma.raw(`"${name}"`)
    await tx.$executeRaw`
      UPDATE ${rows} SET ${column} = array_to_string(array_replace(string_to_array(${column}, ':'), ${person}, ${nobody}), ':')
      WHERE "townId" = ${town} AND position(${person} IN ${column}) > 0 AND ${person} = ANY(string_to_array(${column}, ':'))`
  }
}
