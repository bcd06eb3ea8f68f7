import { describe, expect, it } from 'vitest'
import { placeElsewhere } from '../../src/orders/elsewhere.ts'

describe('where to go instead', () => {
  it.each([
    ['归供电所管', '供电所（95598）'],
    ['已经在法院打官司', '县法院立案庭'],
    ['派出所在查', '派出所（110）'],
    ['不合规定', ''],
  ])('%s → %s', (reason, where) => {
    expect(placeElsewhere(reason)).toBe(where)
  })
})
