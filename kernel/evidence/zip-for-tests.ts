import { crc32, deflateRawSync } from 'node:zlib'

/** A member of a zip built for a test; every field that a real writer derives can be falsified. */
export interface TestMember {
  readonly name: string
  readonly content?: Uint8Array | string
  /** 8 deflated (the default), 0 stored, or any other with `packed` */
  readonly method?: number
  readonly encrypted?: boolean
  readonly packed?: Uint8Array
  readonly declaredBytes?: number
  readonly packedBytes?: number
  readonly crc?: number
  /** points to the local header of another member instead of one of its own */
  readonly sharesHeaderOf?: string
  /** writes the sizes as zip64 extra fields */
  readonly wide?: boolean
}

/** Builds a zip byte by byte: honest where nothing is falsified. */
export function zipForTests(
  members: readonly TestMember[],
  form: { readonly directoryAt?: number; readonly comment?: string; readonly wideEnd?: boolean } = {},
): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const headerAt = new Map<string, number>()
  let at = 0
  for (const member of members) {
    const content = typeof member.content === 'string' ? Buffer.from(member.content) : Buffer.from(member.content ?? [])
    const method = member.method ?? 8
    const packed = Buffer.from(member.packed ?? (method === 8 ? deflateRawSync(content) : content))
    const shared = member.sharesHeaderOf === undefined ? undefined : headerAt.get(member.sharesHeaderOf)
    const fields: Fields = {
      name: Buffer.from(member.name),
      method,
      flags: 0x800 | (member.encrypted === true ? 1 : 0),
      crc: member.crc ?? crc32(content),
      packedBytes: member.packedBytes ?? packed.length,
      declaredBytes: member.declaredBytes ?? content.length,
      headerAt: shared ?? at,
      wide: member.wide === true,
    }
    directory.push(directoryEntry(fields))
    if (shared !== undefined) continue
    headerAt.set(member.name, at)
    const local = localHeader(fields)
    parts.push(local, packed)
    at += local.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const comment = Buffer.from(form.comment ?? '')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(members.length & 0xffff, 8)
  end.writeUInt16LE(members.length & 0xffff, 10)
  end.writeUInt32LE(form.wideEnd === true ? 0xffffffff : listed.length, 12)
  end.writeUInt32LE(form.wideEnd === true ? 0xffffffff : (form.directoryAt ?? at), 16)
  end.writeUInt16LE(comment.length, 20)
  const wideEnd =
    form.wideEnd === true ? zip64End(listed.length, form.directoryAt ?? at, at + listed.length) : Buffer.alloc(0)
  return Buffer.concat([...parts, listed, wideEnd, end, comment])
}

/** The zip64 end record and the locator that points to it. */
function zip64End(directoryBytes: number, directoryAt: number, at: number): Buffer {
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(directoryBytes), 40)
  record.writeBigUInt64LE(BigInt(directoryAt), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(at), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([record, locator])
}

interface Fields {
  readonly name: Buffer
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly packedBytes: number
  readonly declaredBytes: number
  readonly headerAt: number
  readonly wide: boolean
}

function localHeader(fields: Fields): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(fields.flags, 6)
  header.writeUInt16LE(fields.method, 8)
  header.writeUInt32LE(fields.crc, 14)
  header.writeUInt32LE(fields.packedBytes, 18)
  header.writeUInt32LE(fields.declaredBytes, 22)
  header.writeUInt16LE(fields.name.length, 26)
  return Buffer.concat([header, fields.name])
}

function directoryEntry(fields: Fields): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(fields.flags, 8)
  entry.writeUInt16LE(fields.method, 10)
  entry.writeUInt32LE(fields.crc, 16)
  entry.writeUInt32LE(fields.wide ? 0xffffffff : fields.packedBytes, 20)
  entry.writeUInt32LE(fields.wide ? 0xffffffff : fields.declaredBytes, 24)
  entry.writeUInt16LE(fields.name.length, 28)
  entry.writeUInt16LE(fields.wide ? 20 : 0, 30)
  entry.writeUInt32LE(fields.headerAt, 42)
  if (!fields.wide) return Buffer.concat([entry, fields.name])
  const extra = Buffer.alloc(20)
  extra.writeUInt16LE(0x0001, 0)
  extra.writeUInt16LE(16, 2)
  extra.writeBigUInt64LE(BigInt(fields.declaredBytes), 4)
  extra.writeBigUInt64LE(BigInt(fields.packedBytes), 12)
  return Buffer.concat([entry, fields.name, extra])
}
