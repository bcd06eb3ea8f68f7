/** How far something of a platform has been read, by name. */
export interface Cursors {
  read(name: string): Promise<string | null>
  write(name: string, value: string): Promise<void>
  /** The rest of every name that begins so. */
  namesAfter(prefix: string): Promise<string[]>
}

/** By which QR code somebody came, until they speak and become a person. */
export interface Scenes {
  keep(externalId: string, scene: string): Promise<void>
  /** Given once. */
  take(externalId: string): Promise<string | null>
}
