/** What orders ask of the office page. */
export interface OfficeDesk {
  /** A way in for one person that works once and leads to this path; null where this program has no address that a telephone reaches. */
  linkTo(personId: string, path: string): Promise<string | null>
  /** The address of the hall screen, made when it is first asked for; `renew`: a new one, and the old opens nothing any more. Null as above. */
  screenLink(renew: boolean): Promise<string | null>
  /** Ends all of a person's sessions and links; how many sessions that were. */
  closeOffice(personId: string): Promise<number>
}
