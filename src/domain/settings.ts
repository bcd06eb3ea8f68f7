/** 本镇设定: what a township may set for itself. Times of day are HH:MM in Asia/Shanghai. */
export interface Settings {
  /** How long a silent moment ends a report, seconds. */
  reportWindowSeconds: number
  groupPostsPerHour: number
  quietFrom: string
  quietTo: string
  morningAt: string
  digestAt: string
  /** At or above this probability of being a matter a ticket opens by itself. */
  openAt: number
  /** At or above this and below `openAt` the clerk is asked. */
  askAt: number
}

export const defaultSettings: Settings = {
  reportWindowSeconds: 45,
  groupPostsPerHour: 6,
  quietFrom: '21:30',
  quietTo: '07:00',
  morningAt: '08:40',
  digestAt: '17:40',
  openAt: 0.7,
  askAt: 0.4,
}
