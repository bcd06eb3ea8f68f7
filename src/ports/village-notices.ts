/** What villagers are told before a bot hears them. */
export interface VillageNotices {
  villages(): Promise<readonly { id: string; name: string }[]>
  /** To be posted in the group; null where there is no such village. */
  text(village: string): Promise<string | null>
  /** To be hung up: of one village, or of all as a file of pages. */
  print(village: string | null, as: 'pdf' | 'png'): Promise<Uint8Array | null>
}
