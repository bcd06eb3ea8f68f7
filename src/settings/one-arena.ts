/**
 * Loaded before the program by `npm start`. glibc gives each thread a heap of its own and keeps what was once used of it: some 30 MB of
 * this process, of which Node's helpers are nine threads. How many there may be is read when a process begins, so the program starts
 * again under the same process id. Elsewhere than on Linux, and where somebody has chosen, nothing happens.
 */
if (process.platform === 'linux' && process.env.MALLOC_ARENA_MAX === undefined && process.execve)
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], {
    ...process.env,
    MALLOC_ARENA_MAX: '1',
  })
