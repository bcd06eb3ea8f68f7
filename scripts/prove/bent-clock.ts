// Loaded before the program (node --import): its clock is the machine's and as many milliseconds as the file BENT_CLOCK says beside it.
import { readFileSync } from 'node:fs'

const LOOK_MS = 50
const file = process.env.BENT_CLOCK ?? ''
let beside = 0
const look = () => {
  beside = Number(readFileSync(file, 'utf8')) || 0
}
look()
setInterval(look, LOOK_MS).unref()

const Real = Date
const now = () => Real.now() + beside
globalThis.Date = new Proxy(Real, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
