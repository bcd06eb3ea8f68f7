/** What the sandbox page and scripts read; the shapes are those of the sandbox API and stay stable. */
export interface SandboxGroup {
  id: string
  name: string
  village: string | null
}

export interface SandboxPerson {
  id: string
  name: string
  household: string | null
  roles: { role: string; grid: string }[]
  groups: string[]
}

export interface SandboxMessage {
  id: string
  at: string
  from: { id: string; name: string; bot: boolean }
  text: string
  quote?: string
  images: { name: string; url: string }[]
}

export interface SandboxTicket {
  number: string
  village: string
  kind: string
  duty: string
  dutyName: string
  title: string
  stage: string
  status: string
  mode: string
  owner: { id: string; name: string } | null
  reporter: { id: string; name: string } | null
  urgent: boolean
  private: boolean
  openedAt: string
  respondBy: string
  completeBy: string
  followers: string[]
  messages: string[]
}

export interface SandboxTicketWhole extends SandboxTicket {
  history: { at: string; what: string; by: string | null; note?: string }[]
  notices: {
    key: string
    to: { group?: string; person?: string }
    state: string
    why?: string
    text: string
    dueAt: string
    sentAt?: string
  }[]
}

export interface Spoken {
  seq: bigint
  conversation: string
  message: SandboxMessage
}

export interface SandboxView {
  groups(): Promise<SandboxGroup[]>
  people(filter: { q?: string; role?: string; village?: string; after?: string }): Promise<SandboxPerson[]>
  messages(conversation: string, after: string | undefined): Promise<SandboxMessage[]>
  spokenSince(seq: bigint): Promise<Spoken[]>
  lastSeq(): Promise<bigint>
  knows(conversation: string): Promise<boolean>
  seen(messageId: string): Promise<boolean>
  photo(id: string): Promise<{ type: string; bytes: Uint8Array } | null>
  tickets(filter: { village?: string; open?: boolean; after?: string }): Promise<SandboxTicket[]>
  ticket(number: string): Promise<SandboxTicketWhole | null>
}
