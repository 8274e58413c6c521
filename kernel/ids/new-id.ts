import { randomBytes } from 'node:crypto'

/**
 * A new UUID version 7: it begins with the millisecond, so rows stand in the order in which they were made.
 *
 * Made in the application, since PostgreSQL 15 has no uuidv7().
 *
 * @source RFC 9562 §5.7
 */
export function newId(now: Date = new Date()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
