export { dayDigest } from './day.ts'
export { type Decision, pendingDecision, pendingDecisions } from './decisions.ts'
export { monthReport, weekReport } from './month.ts'
export { statistics } from './statistics.ts'
