import { expect, it } from 'vitest'
import { readRows } from '../../src/store/deeds/tables.ts'
import { openFresh } from '../support/keys.ts'

it('finds a row by a text that was cut in the middle of an emoji, as it was written', async () => {
  const opened = await openFresh()
  const key = { personId: 'wang', kind: 'reward', day: '2026-11-20', title: '先进👍'.slice(0, 3) }
  await opened.prisma.teamRecord.create({ data: { townId: 't', basis: '', ...key } })
  expect(await readRows(opened.prisma, 't', 'TeamRecord', [key])).toMatchObject([{ title: '先进\ufffd' }])
  await opened.close()
})
