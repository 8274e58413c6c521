import type { FileHandle } from 'node:fs/promises'
import { blockSize, decodeHeader, paddingAfter, type TarEntry } from './tar-header.ts'

/** Why a file is no whole archive of ours. */
export class BrokenTar extends Error {
  /** bytes from the beginning of the file */
  readonly offset: number

  constructor(offset: number) {
    super(`the archive cannot be read at byte ${offset}`)
    this.name = 'BrokenTar'
    this.offset = offset
  }
}

export interface ReadEntry extends TarEntry {
  /** the bytes of the entry; read or not, the next entry is found */
  content(): AsyncGenerator<Uint8Array>
}

const chunkSize = 1024 * 1024

/**
 * The entries of an archive in order, in flat memory.
 *
 * @throws BrokenTar at the first place that does not fit, also where the file ends too early
 */
export async function* readTar(file: FileHandle): AsyncGenerator<ReadEntry> {
  for (let offset = 0; ; ) {
    const entry = decodeHeader(await readExactly(file, offset, blockSize))
    if (entry === undefined) throw new BrokenTar(offset)
    if (entry === 'end') return
    const start = offset + blockSize
    yield { ...entry, content: () => readRange(file, start, entry.size) }
    offset = start + entry.size + paddingAfter(entry.size)
  }
}

async function* readRange(file: FileHandle, start: number, size: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < size; ) {
    const chunk = await readExactly(file, start + done, Math.min(chunkSize, size - done))
    done += chunk.length
    yield chunk
  }
}

async function readExactly(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length)
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done)
    if (bytesRead === 0) throw new BrokenTar(offset + done)
    done += bytesRead
  }
  return bytes
}
