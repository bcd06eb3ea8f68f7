// npm run rotate-key: a new key for everything that is sealed in the database, and a new one for the keys; the product may be running.
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openConfiguredDatabase } from '../src/database/configured-database.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { rotateKeys } from '../src/store/sealing/rotate.ts'
import { startFaultOf } from '../src/wiring/start-faults.ts'
import { rotateProgram as words } from '../src/wording/keys.ts'
import { startFaultSentence } from '../src/wording/startup.ts'
import { refuse } from './at-towns-desk.ts'

async function run(config: Config): Promise<number> {
  const { url, close } = await openConfiguredDatabase(config)
  try {
    console.log(words.begins)
    const done = await rotateKeys(url, config, wait)
    if (!done) return refuse(words.busy)
    console.log(words.done(done.rows))
    console.log(words.master[done.master](join(config.dataDir, 'secret.key')))
    return 0
  } catch (fault) {
    const known = startFaultOf(fault, config)
    if (!known) throw fault
    return refuse(startFaultSentence(known))
  } finally {
    await close()
  }
}

const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
process.exitCode = 'faults' in config ? 1 : await run(config)
