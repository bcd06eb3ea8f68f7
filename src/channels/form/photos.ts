import { HOUR_MS } from '../../domain/durations.ts'
import { pictureKind } from '../../domain/picture-kind.ts'
import type { FormFault } from '../../domain/slip.ts'
import type { IncomingMessage } from '../../ports/store.ts'
import { MOST_PHOTOS, type ReadPage } from './read-page.ts'

type Photos = IncomingMessage['photos']

/** Only the picture itself, smaller and without where and when it was taken; null for what is none. */
export type CleanPhoto = (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer> | null>

/** Judged by their bytes: a name or a type says nothing. */
export async function cleanPhotos(sent: ReadPage['photos'], clean: CleanPhoto): Promise<{ photos: Photos; fault: FormFault | null }> {
  const photos: Photos = []
  let fault: FormFault | null = null
  for (const { bytes, whole } of sent) {
    const picture = whole && pictureKind(bytes) !== null ? await clean(bytes) : null
    if (picture) photos.push({ name: `${photos.length + 1}.jpg`, type: 'image/jpeg', bytes: picture })
    else fault = whole ? 'photoKind' : 'photoBig'
  }
  return { photos, fault }
}

const MOST_DRAFTS = 40

/** Photos of a page that comes back because of a fault elsewhere in it: without a script the browser would have to choose them anew. */
export class PhotoDrafts {
  readonly #drafts = new Map<string, { photos: Photos; at: number }>()

  /** What was kept before and what came now, at most as many as a slip may have. */
  with(id: string, photos: Photos, now: Date): Photos {
    const kept = this.#drafts.get(id)
    const before = kept && now.getTime() - kept.at < HOUR_MS ? kept.photos : []
    return [...before, ...photos].slice(0, MOST_PHOTOS).map((p, i) => ({ ...p, name: `${i + 1}.jpg` }))
  }

  keep(id: string, photos: Photos, now: Date): void {
    this.#drafts.delete(id)
    if (photos.length > 0) this.#drafts.set(id, { photos, at: now.getTime() })
    for (const oldest of this.#drafts.keys()) {
      if (this.#drafts.size <= MOST_DRAFTS) return
      this.#drafts.delete(oldest)
    }
  }

  drop(id: string): void {
    this.#drafts.delete(id)
  }
}
