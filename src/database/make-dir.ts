import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * A directory with those above it. By hand, for Node's own recursive mkdir never returns where a parent is there and still
 * says that it is not, as /proc does.
 */
export function makeDir(dir: string, mode = 0o711): void {
  try {
    mkdirSync(dir, { mode })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST' && statSync(dir).isDirectory()) return
    const parent = dirname(dir)
    if (code !== 'ENOENT' || parent === dir || existsSync(parent)) throw error
    makeDir(parent, mode)
    mkdirSync(dir, { mode })
  }
}
