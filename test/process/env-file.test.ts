import { expect, it } from 'vitest'
import { SETTINGS } from '../../src/settings/config.ts'
import { readEnvFile } from '../../src/settings/read-env-file.ts'

const names = Object.keys(SETTINGS)
const read = (text: string) => readEnvFile(Buffer.from(text), names)

it.each([
  ['UTF-16 as Notepad writes it', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('PORT=4113\r\n', 'utf16le')])],
  ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('PORT=4113\n', 'utf16le').swap16()])],
  ['UTF-8 with a mark', Buffer.from('\uFEFFPORT=4113\n')],
])('reads %s', (_what, bytes) => {
  expect(readEnvFile(bytes, names)).toEqual({ values: { PORT: '4113' }, faults: [] })
})

it.each([
  ['# 端口\nPORT＝4113', '.env：第2行 PORT 后面的等号是全角的，读不出来，请改成半角的 PORT=。'],
  ['ＰＯＲＴ=4113', '.env：第1行的 ＰＯＲＴ 不认识，看着像 PORT，请改成 PORT，或删去这一行。'],
  ['PROT=4113', '.env：第1行的 PROT 不认识，看着像 PORT，请改成 PORT，或删去这一行。'],
  ['port=4113', '.env：第1行的 port 不认识，看着像 PORT，请改成 PORT，或删去这一行。'],
  ['DATABSE_URL=postgresql://u:p@h/d', '.env：第1行的 DATABSE_URL 不认识，看着像 DATABASE_URL，请改成 DATABASE_URL，或删去这一行。'],
  ['PORT 4113', '.env：第1行 PORT 后面没有等号，读不出来，请写成 PORT=值，或在行首加 # 注掉。'],
  ['PORT: 4113', '.env：第1行 PORT 后面没有等号，读不出来，请写成 PORT=值，或在行首加 # 注掉。'],
])('says what is wrong with %j', (text, sentence) => {
  expect(read(text).faults).toEqual([sentence])
})

it('leaves other programs’ names and remarks alone', () => {
  expect(read('# PORT 3000\nexport PORT=4113\nNODE_OPTIONS=--no-warnings\nPGHOST=db\n\nQUIET_FROM = 21:00').faults).toEqual([])
})
