import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { storedAt } from './archive-layout.ts'

/** The files of a restore, which can all be taken back until it is through. */
export interface RestoredFiles {
  put(sha256: string, content: AsyncIterable<Uint8Array>): Promise<void>
  removeAll(): Promise<void>
}

/**
 * Puts files straight into their places in the content store's folder.
 *
 * They were judged and scanned when they were given, and the back-up was compared with their digests; to judge them
 * again would refuse old evidence by new rules.
 */
export function restoredFiles(filesDir: string): RestoredFiles {
  const placed: string[] = []
  return {
    put: async (sha256, content) => {
      const place = join(filesDir, storedAt(sha256))
      const unfinished = join(filesDir, 'unfinished', `${randomUUID()}.part`)
      await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 })
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      try {
        const file = await open(unfinished, 'wx', 0o400)
        try {
          for await (const chunk of content) await file.writeFile(chunk)
          await file.sync()
        } finally {
          await file.close()
        }
        // What was there before, for whatever reason, is not ours to take away again.
        if (!existsSync(place)) placed.push(place)
        await rename(unfinished, place)
      } finally {
        await rm(unfinished, { force: true })
      }
    },
    removeAll: async () => {
      for (const place of placed) await rm(place, { force: true })
    },
  }
}
