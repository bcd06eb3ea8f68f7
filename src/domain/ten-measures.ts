/** The ten measures of the township in the order of its text, and what the villages talk over; the pages of a wing belong to one of them. */
// biome-ignore format: two rows
export const TEN_MEASURES = [
  'net', 'team', 'duties', 'lectures', 'basket',
  'petitions', 'ruler', 'fist', 'exemplars', 'spirit', 'together',
] as const
export type TenMeasure = (typeof TEN_MEASURES)[number]
