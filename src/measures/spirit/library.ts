import { newCase } from '../../domain/case.ts'
import type { Person } from '../../domain/people.ts'
import type { Occasion, SpiritText } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'
import { seedTexts } from './words.ts'

const event = (desk: Desk, by: Person | null, what: string, note: string) => ({ at: desk.now, what, by: by?.id ?? null, note, data: {} })

export async function addText(desk: Desk, by: Person | null, occasion: Occasion, text: string): Promise<SpiritText> {
  const number = await desk.spirit.nextNumber()
  const fresh: SpiritText = { ...newCase({ id: desk.newId(), number, village: null }, desk.now), status: 'inUse', occasion, text }
  return desk.spirit.write(null, fresh, [event(desk, by, 'added', text)])
}

export const changeText = (
  desk: Desk,
  by: Person,
  t: SpiritText,
  changes: Partial<Pick<SpiritText, 'text' | 'occasion' | 'status'>>,
): Promise<SpiritText> => desk.spirit.write(t, { ...t, ...changes }, [event(desk, by, 'changed', changes.text ?? changes.status ?? '')])

/** The texts of the town; a town that never had any begins with those that come with the product. */
export async function libraryOf(desk: Desk): Promise<SpiritText[]> {
  const texts = await desk.spirit.list({})
  if (texts.length > 0) return texts
  const seeds: SpiritText[] = []
  for (const [occasion, text] of seedTexts) seeds.push(await addText(desk, null, occasion, text))
  return seeds
}
