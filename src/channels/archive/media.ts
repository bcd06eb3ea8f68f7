import { z } from 'zod'
import { pictureKind } from '../../domain/picture-kind.ts'
import { sharedLine } from '../../domain/shared.ts'
import type { Errand, Errands } from '../../ports/errands.ts'
import type { ChannelMessage, Hearing } from '../../ports/hearing.ts'
import type { WantedMedia } from '../../ports/wanted-media.ts'
import { voiceKind } from '../voice-kind.ts'
import type { Runs } from '../wecom/errands.ts'
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

/** Bytes; or why they cannot be had, now or ever. */
type Got = { bytes: Uint8Array<ArrayBuffer> } | { lost: string } | { again: null }

export function mediaRuns({ library, wanted, hearing }: Needs): Runs {
  async function fetched(file: string, attempts: number): Promise<Got> {
    const got = await library.media(file, MOST_BYTES)
    if (got.outcome === 'bytes') return { bytes: new Uint8Array(got.bytes) }
    if (got.outcome === 'too-big') return { lost: 'too big' }
    const isGone = got.outcome === 'refused' && ['other', 'media', 'content'].includes(classOf(got.code))
    return isGone || attempts >= TRIES ? { lost: got.outcome === 'refused' ? String(got.code) : got.why } : { again: null }
  }
  return {
    'archive-photo': async ({ body, attempts }: Errand) => {
      const { id, file } = Photo.parse(body)
      const got = await fetched(file, attempts)
      if ('again' in got) return got
      if ('lost' in got) return { done: got.lost }
      const type = pictureKind(got.bytes)
      if (type === null) return { done: 'no picture' }
      await wanted.keep(id, { type, bytes: got.bytes })
      return { done: null }
    },
    'archive-voice': async ({ body, attempts }: Errand) => {
      const spoken = Voice.parse(body)
      const got = await fetched(spoken.file, attempts)
      const to = hearing()
      if ('again' in got || !to) return { again: null }
      await to.hear({ ...messageOf(spoken), ...('bytes' in got ? voiceOf(spoken.id, got.bytes) : { text: sharedLine('语音') }) })
      return { done: 'lost' in got ? got.lost : null }
    },
  }
}

const messageOf = ({ id, from, room, at }: z.infer<typeof Voice>): ChannelMessage => ({
  ...{ channel: 'wecom-archive', id, sender: { externalId: from, name: null, phone: null } },
  ...{ group: { externalId: room, name: null }, text: '', quote: null, photos: [], saidAt: new Date(at) },
})

const voiceOf = (id: string, bytes: Uint8Array<ArrayBuffer>): Pick<Required<ChannelMessage>, 'voice'> => ({
  voice: { name: `${id}.amr`, type: voiceKind(bytes) ?? 'audio/amr', bytes },
})
