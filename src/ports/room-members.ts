/** Who is in the groups that are read through the archive. */
export interface RoomMembers {
  /** These groups, by what the archive calls them. */
  rooms(): Promise<string[]>
  /**
   * All who are in one just now. Whom the town knows already belongs to it, and whoever has spoken there and is not in it any more does
   * not. Nobody else is written down: a list of who lives where is nobody's business.
   */
  present(room: string, ids: readonly string[]): Promise<void>
}
