import { z } from 'zod'
import { pictureKind } from '../../domain/picture-kind.ts'
import type { Errand, Errands } from '../../ports/errands.ts'
import type { Hearing } from '../../ports/hearing.ts'
import type { WantedMedia } from '../../ports/wanted-media.ts'
import { voiceKind } from '../voice-kind.ts'
import type { Ran, Runs } from '../wecom/errands.ts'
import { classOf } from '../wecom/errors.ts'
import type { ArchiveLibrary } from './library.ts'

/** What a telephone's photo holds at most; a film is not fetched at all. */
const MOST_BYTES = 12 * 1024 * 1024
/** By then the archive has let go of it. */
const TRIES = 30
const AT_ONCE = 20

const Photo = z.object({ id: z.string(), file: z.string() })
const Voice = z.object({ id: z.string(), from: z.string(), room: z.string(), at: z.iso.datetime(), file: z.string() })

interface Needs {
  library: Pick<ArchiveLibrary, 'media'>
  wanted: WantedMedia
  hearing(): Pick<Hearing, 'hear'> | null
}

/** Pictures of what has become a matter are fetched one by one, for nobody waits for them. */
export async function wantPhotos({ wanted, errands, machine }: { wanted: WantedMedia; errands: Pick<Errands, 'add'>; machine(): Date }) {
  for (const { id, file } of await wanted.ofMatters(AT_ONCE)) {
    await errands.add({ key: `archive-photo:${id}`, what: 'archive-photo', body: { id, file } }, machine())
    await wanted.drop(id)
  }
}

export function mediaRuns({ library, wanted, hearing }: Needs): Runs {
  async function fetched(file: string, attempts: number, take: (bytes: Uint8Array<ArrayBuffer>) => Promise<Ran>): Promise<Ran> {
    const got = await library.media(file, MOST_BYTES)
    if (got.outcome === 'bytes') return take(new Uint8Array(got.bytes))
    if (got.outcome === 'too-big') return { done: 'too big' }
    const isGone = got.outcome === 'refused' && ['other', 'media', 'content'].includes(classOf(got.code))
    return isGone || attempts >= TRIES ? { done: got.outcome === 'refused' ? String(got.code) : got.why } : { again: null }
  }
  return {
    'archive-photo': async ({ body, attempts }: Errand) => {
      const { id, file } = Photo.parse(body)
      return fetched(file, attempts, async (bytes) => {
        const type = pictureKind(bytes)
        if (type === null) return { done: 'no picture' }
        await wanted.keep(id, { type, bytes })
        return { done: null }
      })
    },
    'archive-voice': async ({ body, attempts }: Errand) => {
      const { id, from, room, at, file } = Voice.parse(body)
      return fetched(file, attempts, async (bytes) => {
        const to = hearing()
        if (!to) return { again: null }
        await to.hear({
          ...{ channel: 'wecom-archive', id, sender: { externalId: from, name: null, phone: null } },
          ...{ group: { externalId: room, name: null }, text: '', quote: null, photos: [], saidAt: new Date(at) },
          voice: { name: `${id}.amr`, type: voiceKind(bytes) ?? 'audio/amr', bytes },
        })
        return { done: null }
      })
    },
  }
}
