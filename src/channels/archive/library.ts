/** One archived message in the order of its seq. `talk`: the platform's JSON of it, as text; null where it could not be opened, and `why` says so. */
export interface ArchivedLine {
  seq: number
  msgid: string
  talk: string | null
  why: string | null
}

/** `refused`: the platform's or the library's error code (301042, 301052, 10001 …); `failed`: the child hung, crashed or could not be started. */
export type Fetched =
  | { outcome: 'lines'; lines: readonly ArchivedLine[] }
  | { outcome: 'refused'; code: number }
  | { outcome: 'failed'; why: string }

export type FetchedMedia =
  | { outcome: 'bytes'; bytes: Uint8Array }
  | { outcome: 'too-big' }
  | { outcome: 'refused'; code: number }
  | { outcome: 'failed'; why: string }

/** The company's archive of talk (会话内容存档), as one reads it. */
export interface ArchiveLibrary {
  /** What comes after `seq` (exclusive), at most `limit` (1,000). An empty list: nothing new. */
  fetch(after: number, limit: number): Promise<Fetched>
  /** A picture, voice or file by its sdkfileid, in pieces of 512 KB; never more than `limit` bytes are taken. */
  media(id: string, limit: number): Promise<FetchedMedia>
  close(): Promise<void>
}
