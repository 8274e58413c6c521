import type { FileHandle } from 'node:fs/promises'
import { blockSize, encodeHeader, paddingAfter } from './tar-header.ts'

/** Writes entries one after the other, as they come; nothing is kept. */
export interface TarWriter {
  /** @throws Error when the stream gives another number of bytes than was said */
  add(name: string, size: number, content: AsyncIterable<Uint8Array> | Uint8Array): Promise<void>
  /** Closes the archive: the two empty blocks at its end. */
  finish(): Promise<void>
}

export function tarWriter(file: FileHandle, modifiedAt: Date): TarWriter {
  return {
    add: async (name, size, content) => {
      await writeAll(file, encodeHeader({ name, size }, modifiedAt))
      let written = 0
      for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        await writeAll(file, chunk)
        written += chunk.length
      }
      if (written !== size) throw new Error(`${name} has ${written} bytes, and ${size} were said`)
      const padding = paddingAfter(size)
      if (padding > 0) await writeAll(file, Buffer.alloc(padding))
    },
    finish: () => writeAll(file, Buffer.alloc(2 * blockSize)),
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done)
    done += bytesWritten
  }
}
