import { z } from 'zod'

/** It is kept by this and the group's id (ports/cursors.ts). */
export const CONSENT = 'consent:'

const Shape = z.object({
  /** When the platform was asked. */
  at: z.iso.datetime(),
  agreed: z.array(z.string()),
  without: z.array(z.string()),
})

/** Who of a group has agreed that the archive keeps their talk, by marks of the platform's ids; members are not among them. */
export type RoomConsent = z.infer<typeof Shape>
export const RoomConsent = {
  read: (text: string | null): RoomConsent | null => (text === null ? null : Shape.parse(JSON.parse(text))),
}
