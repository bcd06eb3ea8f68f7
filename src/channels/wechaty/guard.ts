/** Libraries whose faults may come from nowhere: streams and timers that nobody can catch around. */
const THEIRS =
  /[\\/]node_modules[\\/](?:@juzi[\\/])?(?:wechaty|wechaty-[\w-]+|@grpc|file-box|memory-card|rx-queue|gerror|state-switch|cockatiel|flash-store)[\\/]/u

/** Whether a fault that nobody caught is the puppet's. Pure. */
export const isPuppets = (fault: unknown): boolean => fault instanceof Error && THEIRS.test(fault.stack ?? '')

/** A puppet's fault ends the bot, not the process; any other ends the process as it always would. Returns what takes the guard away. */
export function guardProcess(puppets: (fault: unknown) => void): () => void {
  const guard = (fault: unknown) => {
    if (!isPuppets(fault)) throw fault
    puppets(fault)
  }
  process.on('unhandledRejection', guard)
  process.on('uncaughtException', guard)
  return () => {
    process.off('unhandledRejection', guard)
    process.off('uncaughtException', guard)
  }
}
