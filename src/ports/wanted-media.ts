/** Pictures that a platform keeps, until the message that shows them belongs to a matter. */
export interface WantedMedia {
  /** Those whose message belongs to one by now. */
  ofMatters(limit: number): Promise<{ id: string; file: string }[]>
  /** Its bytes; nothing more is to be fetched. */
  keep(id: string, picture: { type: string; bytes: Uint8Array<ArrayBuffer> }): Promise<void>
  /** It is being fetched, or there is nothing to fetch. */
  drop(id: string): Promise<void>
  /** What was said before this moment became nothing, or is not kept any more. */
  forget(before: Date): Promise<void>
}
