/** A report of 居民上报 as far as it becomes a ticket; who reported it stays there. */
export interface ResidentOrder {
  id: string
  text: string
  /** Of it, the reporter's own words. */
  said: string
  /** What says where, the nearest to our names first. */
  places: readonly string[]
  /** The platform's numbers for what was done last, as they come. */
  status: string
}

/** The part of the desk that knows which report of the platform is which ticket. */
export interface OrderDesk {
  orderTicket(orderId: string): Promise<{ ticket: string; status: string } | null>
  tieOrder(order: Pick<ResidentOrder, 'id' | 'status'>, ticketId: string): Promise<void>
}
