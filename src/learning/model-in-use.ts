import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LocalModel, openModel, Weights } from '../classify/local-model.ts'
import type { ModelShelf } from '../ports/trained-models.ts'

/** As many as the shelf keeps. */
const COPIES = 10

interface Needs {
  shelf: Pick<ModelShelf, 'inUse' | 'weights'>
  /** The model that comes with the product. */
  shipped(): LocalModel
  /** Where a copy of each model is laid down that was in use here. */
  folder: string
}

/** The model that reads at this moment. What the shelf says is taken up without a restart, whichever process or person changed it. */
export function modelInUse({ shelf, shipped, folder }: Needs) {
  let version: string | null = null
  let model: LocalModel | null = null

  async function open(wanted: string): Promise<LocalModel | null> {
    const text = await shelf.weights(wanted)
    // What an earlier version of the product has trained may not fit this one: the product's own reads until the next night.
    const weights = text === null ? null : Weights.safeParse(JSON.parse(text))
    if (text === null || !weights?.success) return null
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${wanted}.json`), text)
    // Their names begin with the day: the last are the newest.
    const copies = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
    for (const name of copies.slice(0, -COPIES)) if (name !== `${wanted}.json`) await rm(join(folder, name))
    return openModel(weights.data)
  }

  return {
    read: (): LocalModel => model ?? shipped(),
    /** Looks at the shelf; the old model reads on until the new one is ready. */
    async look(): Promise<void> {
      const wanted = await shelf.inUse()
      if (wanted === version) return
      model = wanted === null ? null : await open(wanted)
      version = wanted
    },
  }
}
