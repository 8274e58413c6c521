import { randomFillSync, randomInt } from 'node:crypto'

/** Random bytes for the next ids: drawn for many at once, since asking costs more than they do. */
const pool = Buffer.alloc(16 * 256)
let drawn = pool.length

/**
 * The number last given in each of the latest milliseconds. Commands that run side by side each hold a now of their
 * own, so ids of several milliseconds are made in turns.
 */
const given = new Map<number, number>()
const mostMilliseconds = 256

/** Numbers of one millisecond begin somewhere in the lower half, so thirty million follow before they run out. */
const mostNumber = 0x3ff_ffff

/**
 * A new UUID version 7: it begins with the millisecond and, within that, a number that goes up, so rows of one program
 * stand in the order in which they were made. What follows is random.
 *
 * Made in the application, since PostgreSQL 15 has no uuidv7().
 *
 * @source RFC 9562 §5.7 and §6.2, method 1: twenty-six bits of counter, around the variant
 */
export function newId(now: Date = new Date()): string {
  const milliseconds = now.getTime()
  const number = nextNumber(milliseconds)
  const bytes = nextRandom()
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes.writeUInt16BE(0x7000 | (number >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (number & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function nextNumber(milliseconds: number): number {
  const last = given.get(milliseconds)
  const number = last === undefined ? randomInt(mostNumber >>> 1) : Math.min(last + 1, mostNumber)
  // Put at the end again: the map forgets what was not asked for longest.
  given.delete(milliseconds)
  given.set(milliseconds, number)
  if (given.size > mostMilliseconds) given.delete(given.keys().next().value ?? milliseconds)
  return number
}

/** Sixteen bytes that are given out once, for the caller to write in. */
function nextRandom(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  drawn += 16
  return pool.subarray(drawn - 16, drawn)
}
