import type { sealedClient } from './sealing/sealed-client.ts'

export type Database = ReturnType<typeof sealedClient>
export type Transaction = Omit<Database, '$connect' | '$disconnect' | '$extends'>
