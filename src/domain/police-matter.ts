/** What is for the police from the first word on: neither a ticket nor a word in the group. */
export const POLICE_MATTERS = ['theft', 'fraud', 'gambling', 'drugs', 'drunkDriving', 'weapons'] as const
export type PoliceMatter = (typeof POLICE_MATTERS)[number]
