import { expect, it } from 'vitest'
import { deliverAll } from '../../scripts/prove/once.ts'

it('keeps each callback once, told one to seven times in any order at two doors', { timeout: 120_000 }, async () => {
  const { kept, figures } = await deliverAll(200, () => {})
  expect({ kept, ...figures }).toMatchObject({ kept: true, 'messages kept': 200 })
})
