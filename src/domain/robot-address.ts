/** A group robot's address carries its key, and the key is a password. The same wherever WeCom's API is reached. */
const ADDRESS = /https?:\/\/[^\s/]+(?:\/[\w-]+)*\/webhook\/send\?key=([\w-]{8,64})\S*/u

export const robotKeyIn = (text: string): string | null => ADDRESS.exec(text)?.[1] ?? null

const ADDRESSES = new RegExp(ADDRESS, 'gu')

/** The text with every robot's address replaced by what `put` makes of its key. */
export const withoutRobotKeys = (text: string, put: (key: string) => string): string =>
  text.replace(ADDRESSES, (_, key: string) => put(key))
