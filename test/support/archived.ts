import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** As the platform gives them to somebody with WeChat: 32 signs. */
export const wm = (name: string): string => `wm${name}`.padEnd(32, '0')

/** One archived message as the platform tells it. */
export function talkOf(id: string, from: string, room: string, at: Date, what: object | string): object {
  const body = typeof what === 'string' ? { msgtype: 'text', text: { content: what } } : what
  return { msgid: id, action: 'send', from, tolist: [], roomid: room, msgtime: at.getTime(), ...body }
}

export interface ArchiveFolder {
  folder: string
  /** Writes lines as another program would; null is one that could not be opened. */
  write(...talks: (object | null)[]): void
  media(name: string, bytes: Uint8Array): void
  close(): void
}

/** A folder that another program fills from the archive (WECOM_ARCHIVE_SDK=file:…). */
export function archiveFolder(): ArchiveFolder {
  const folder = mkdtempSync(join(tmpdir(), 'archive-folder-'))
  mkdirSync(join(folder, 'media'))
  let seq = 0
  return {
    folder,
    write(...talks) {
      const lines = talks.map((talk) => `${JSON.stringify({ seq: ++seq, msgid: `m${seq}`, talk })}\n`)
      appendFileSync(join(folder, 'talk.jsonl'), lines.join(''))
    },
    media: (name, bytes) => writeFileSync(join(folder, 'media', name), bytes),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The town's group is the archive's room, whose talk is read and in which nothing is said. */
export const bindArchive = (town: { sql(statement: string): Promise<void> }, room: string, group: string): Promise<void> =>
  town.sql(
    `INSERT INTO "ChannelGroup" ("townId", channel, "externalId", "groupId", hears, posts, mentions, "perMinute", state, "firstSeenAt")
     SELECT "townId", 'wecom-archive', '${room}', id, 'polled', 'none', false, 1, 'bound', now() FROM "ChatGroup" WHERE id = '${group}'`,
  )
