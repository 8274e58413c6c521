import type { Localized } from '../errors/define-errors.ts'
import type { ByteSource } from './byte-source.ts'

/**
 * Old Office files (.doc, .xls, .ppt, and .wps, .et, .dps) are compound files: a small file system whose directory says
 * what is inside. Source: MS-CFB 2.2 (header), 2.3 (sector chains), 2.6 (directory entries).
 */
export type CompoundFinding =
  | { readonly kind: 'known'; readonly mediaType: string; readonly isEncrypted: boolean }
  | { readonly kind: 'executable'; readonly what: Localized }

const compoundMediaTypes: readonly (readonly [stream: string, mediaType: string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
  ['VisioDocument', 'application/vnd.visio'],
  // A new Office file under a password is a compound file around the encrypted zip; which kind, only the password tells.
  ['EncryptedPackage', 'application/x-ole-storage'],
]

/** The class of an installation package (MSI), which Windows runs on a double click. */
const installerClass = '84100c0000000000c000000000000046'

/** The end of every chain; a damaged file may also point in circles. */
const lastSector = 0xfffffffa
const mostDirectorySectors = 256

/** What a compound file holds; a damaged one is still a compound file of unknown content. Never throws. */
export async function judgeCompound(source: ByteSource): Promise<CompoundFinding> {
  const entries = await readDirectory(source)
  if (entries.some((entry) => entry.classId === installerClass)) {
    return { kind: 'executable', what: { zh: 'Windows 安装包（MSI）', en: 'a Windows installer (MSI)' } }
  }
  const names = new Set(entries.map((entry) => entry.name))
  const mediaType = compoundMediaTypes.find(([stream]) => names.has(stream))?.[1] ?? 'application/x-ole-storage'
  return { kind: 'known', mediaType, isEncrypted: names.has('EncryptedPackage') }
}

interface DirectoryEntry {
  readonly name: string
  readonly classId: string
}

async function readDirectory(source: ByteSource): Promise<DirectoryEntry[]> {
  const header = await source.read(0, 512)
  if (header.length < 512) return []
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return []
  const sectorBytes = 1 << shift
  const entries: DirectoryEntry[] = []
  let sector = view.getUint32(48, true)
  for (let read = 0; read < mostDirectorySectors && sector < lastSector; read += 1) {
    const bytes = await source.read((sector + 1) * sectorBytes, sectorBytes)
    if (bytes.length < sectorBytes) break
    for (let at = 0; at < sectorBytes; at += 128) entries.push(readEntry(bytes.subarray(at, at + 128)))
    sector = await nextSector(source, view, sector, sectorBytes)
  }
  return entries
}

/** Follows the chain through the 109 table sectors that the header names: enough for 6.8 MB, or the first part of more. */
async function nextSector(source: ByteSource, header: DataView, sector: number, sectorBytes: number): Promise<number> {
  const perSector = sectorBytes / 4
  const tableIndex = Math.floor(sector / perSector)
  if (tableIndex >= 109) return lastSector
  const tableSector = header.getUint32(76 + tableIndex * 4, true)
  if (tableSector >= lastSector) return lastSector
  const cell = await source.read((tableSector + 1) * sectorBytes + (sector % perSector) * 4, 4)
  if (cell.length < 4) return lastSector
  return new DataView(cell.buffer, cell.byteOffset, 4).getUint32(0, true)
}

function readEntry(bytes: Uint8Array): DirectoryEntry {
  const nameBytes = Math.min(64, (bytes[64] ?? 0) + (bytes[65] ?? 0) * 256)
  return {
    name: new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.max(0, nameBytes - 2))),
    classId: Buffer.from(bytes.subarray(80, 96)).toString('hex'),
  }
}
