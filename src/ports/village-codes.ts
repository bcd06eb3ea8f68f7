/** A village of the township with what its poster leads to. */
export interface VillageCode {
  id: string
  name: string
  /** On this site. */
  path: string
}

/** What is made of the codes for those who hang them up. */
export interface VillageCodes {
  /** Of these villages, in the order of the grid. */
  of(villages: readonly string[]): Promise<VillageCode[]>
  /** One PDF with a page each, of all where none is named, or the picture of the first; null where no telephone reaches this program. */
  print(villages: readonly string[] | null, as: 'pdf' | 'png'): Promise<Uint8Array | null>
  /** A mark by which the page behind a code knows this cadre on this device for a while. */
  markTeller(person: string): { name: string; value: string; maxAge: number }
}
