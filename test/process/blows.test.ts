import { expect, it } from 'vitest'
import { strike } from '../../scripts/prove/lost.ts'

it('loses nothing that was acknowledged when its database is killed, full or away, and the clock is set back and forward', {
  timeout: 120_000,
}, async () => {
  const { kept, figures } = await strike({ process: 0, postgres: 1, both: 1, disk: 1, away: 0, clock: 1 }, () => {})
  expect({ kept, ...figures }).toMatchObject({ kept: true, lost: 0, 'never handled': 0, 'given up': 0, 'doubled tickets': 0 })
})
