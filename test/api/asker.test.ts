import { expect, it } from 'vitest'
import { type AskerNeeds, keyBrought, keyIn, townAsked } from '../../src/api/asker.ts'
import type { ApiKey } from '../../src/domain/api-key.ts'

const at = new Date('2026-11-24T01:00:00Z')
const key: ApiKey = {
  ...{ id: 'k', town: 'a', name: '县12345', mark: 'ss_1', rights: ['read'], villages: [], perMinute: 60, madeAt: at },
  ...{ usedAt: null, revokedAt: null },
}
const needs = (towns: readonly string[]): AskerNeeds => ({
  keys: { find: async () => key, used: async () => {} },
  towns: async () => towns,
  mayCall: async () => true,
  machine: () => at,
})

it('wants to know which town only where there are several', async () => {
  expect(await townAsked(needs(['a']), undefined)).toBe('a')
  expect(await townAsked(needs(['a', 'b']), 'b')).toBe('b')
  expect(await townAsked(needs(['a', 'b']), undefined)).toMatchObject({ status: 400 })
  expect(await townAsked(needs(['a', 'b']), 'c')).toMatchObject({ status: 404 })
  expect(await townAsked(needs([]), undefined)).toMatchObject({ status: 400 })
})

it('opens one town with a key, and no other', async () => {
  expect(await keyBrought(needs(['a', 'b']), 'a', 'ss_1', ['read'])).toBe(key)
  expect(await keyBrought(needs(['a', 'b']), 'b', 'ss_1', ['read'])).toMatchObject({ status: 403 })
  expect(await keyBrought(needs(['a']), 'a', 'ss_1', ['write'])).toMatchObject({ status: 403 })
  expect(await keyBrought({ ...needs(['a']), mayCall: async () => false }, 'a', 'ss_1', ['read'])).toMatchObject({ status: 429 })
})

it.each([
  ['the form', [{}, { api_key: ' k1 ' }, undefined], 'k1'],
  ['the query', [{ api_key: 'k1' }, undefined, undefined], 'k1'],
  ['the header', [{}, undefined, 'Bearer k1'], 'k1'],
  ['the form before the others', [{ api_key: 'k2' }, { api_key: 'k1' }, 'Bearer k3'], 'k1'],
  ['nothing, where it was sent twice', [{ api_key: ['k1', 'k2'] }, undefined, undefined], null],
  ['nothing, where it is empty', [{ api_key: '' }, null, 'Basic k1'], null],
] as const)('finds a key in %s', (_, [query, body, header], found) => expect(keyIn(query, body, header)).toBe(found))
