// npm run masks: how many of 10,000 numbers in every spelling are hidden, and how many of 2,000 innocent texts are touched.
import { maskNumbers } from '../src/domain/mask.ts'
import { innocents, someNumbers } from '../test/support/numbers.ts'

const numbers = someNumbers(10_000, 1)
const read = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')
const hidden = numbers.filter(({ text, digits }) => maskNumbers(text) !== text && !read(maskNumbers(text)).includes(digits))
const calm = innocents(2000, 1)
const touched = calm.filter((text) => maskNumbers(text) !== text)
for (const { text } of numbers.filter((n) => !hidden.includes(n)).slice(0, 10)) console.log(`left: ${text}`)
for (const text of touched.slice(0, 10)) console.log(`touched: ${text} → ${maskNumbers(text)}`)
console.log(
  `hidden ${((hidden.length / numbers.length) * 100).toFixed(2)} % of ${numbers.length}; touched ${((touched.length / calm.length) * 100).toFixed(2)} % of ${calm.length}`,
)
