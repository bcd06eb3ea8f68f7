// npm run prove [-- NAME [SIZE]]: holds one promise of the product, or all, to its figure; a table at the end.
import { backup } from './prove/backup.ts'
import { doors } from './prove/doors.ts'
import { history } from './prove/history.ts'
import { inputs } from './prove/inputs.ts'
import { lost } from './prove/lost.ts'
import { missed } from './prove/missed.ts'
import { once } from './prove/once.ts'
import { privacy } from './prove/privacy.ts'
import type { Proof, Proved } from './prove/proof.ts'
import { several } from './prove/several.ts'
import { stop } from './prove/stop.ts'

const PROOFS: readonly Proof[] = [history, backup, doors, inputs, lost, missed, once, privacy, several, stop]

const [name, size] = process.argv.slice(2)
const chosen = PROOFS.filter((proof) => name === undefined || proof.name === name)
if (chosen.length === 0) console.error(`没有叫“${name}”的，有：${PROOFS.map((proof) => proof.name).join('、')}`)

const results: { proof: Proof; proved: Proved; seconds: number }[] = []
for (const proof of chosen) {
  const begun = performance.now()
  const proved = await proof
    .run(size === undefined ? proof.owed : Number(size), (line) => console.error(`${proof.name}: ${line}`))
    .catch((fault: unknown): Proved => ({ kept: false, figures: { fault: String(fault) } }))
  results.push({ proof, proved, seconds: Math.round((performance.now() - begun) / 1000) })
}

console.log('| promise | figures | seconds | kept |\n|---|---|---|---|')
for (const { proof, proved, seconds } of results) {
  const figures = Object.entries(proved.figures).map(([what, figure]) => `${what}: ${figure}`)
  console.log(`| ${proof.name}: ${proof.promises} | ${figures.join('; ')} | ${seconds} | ${proved.kept ? 'yes' : 'NO'} |`)
}
process.exitCode = results.length > 0 && results.every(({ proved }) => proved.kept) ? 0 : 1
