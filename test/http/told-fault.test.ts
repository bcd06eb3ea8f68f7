import { expect, it } from 'vitest'
import { toldFault } from '../../src/http/told-fault.ts'

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (fault) {
    return fault
  }
}

it.each([
  ['what could not be read', thrownBy(() => JSON.parse('紫竹耙子，电话13700098765')), 'SyntaxError'],
  ['a row', Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Failing row contains (紫竹耙子).' }), 'Error'],
  ['a cause', new Error('not sent', { cause: new Error('紫竹耙子 13700098765') }), 'Error'],
  ['no error at all', '紫竹耙子 13700098765', 'string'],
])('a fault is told without %s', (_, fault, type) => {
  const told = toldFault(fault)
  expect(told.type).toBe(type)
  expect(told.message).not.toBe('')
  expect(JSON.stringify(told)).not.toMatch(/紫竹|13700098765/u)
})

it('a fault is told with what happened, its code and its place', () => {
  const told = toldFault(Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }))
  expect(told).toMatchObject({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' })
  expect(told.stack).toContain('told-fault.test.ts')
})
