/** What people come together for: 大讲堂, 调解, 说事日. */
export const VENUE_USES = ['lecture', 'mediation', 'sayday'] as const
export type VenueUse = (typeof VENUE_USES)[number]

/** A room with a name: 德育堂, 说事室. */
export interface Venue {
  id: string
  name: string
  grid: string
  uses: VenueUse[]
  address: string
}
