import { type CountyFacts, numberParameter } from '../jurisdiction/county-facts.ts'

/** How many tickets a hall gives out; a county may set its own. */
export interface TicketSettings {
  readonly mostADay: number
  /** waiting tickets of one telephone number at a time */
  readonly mostOfOneNumber: number
  /** from one address that is not a clerk's: nobody takes all of a day from home */
  readonly mostFromAddressAnHour: number
  readonly bookingDays: number
  readonly bookingsAHalfHour: number
}

export function ticketSettings(county: CountyFacts): TicketSettings {
  const number = (key: string, otherwise: number) => numberParameter(county, `ticket.${key}`, otherwise)
  return {
    mostADay: number('most-a-day', 900),
    mostOfOneNumber: number('most-of-one-number', 2),
    mostFromAddressAnHour: number('most-from-address-an-hour', 30),
    bookingDays: number('booking-days', 14),
    bookingsAHalfHour: number('bookings-a-half-hour', 4),
  }
}
