import pg from 'pg'

/**
 * Connections to PostgreSQL. pg takes its own listener away as it hands a new one out, and whoever waited for it comes a moment later: an error in
 * between is heard by nobody, and would end the program.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config)
  // Whoever asked is told by what they asked for.
  pool.on('error', () => {})
  pool.on('connect', (connection) => void connection.on('error', () => {}))
  return pool
}
