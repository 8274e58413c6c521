import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { decodeHeader, encodeHeader, largestEntry } from './tar-header.ts'
import { BrokenTar, readTar } from './tar-reader.ts'
import { tarWriter } from './tar-writer.ts'

const folder = mkdtempSync(join(tmpdir(), 'qx-tar-'))
const run = promisify(execFile)
const when = new Date('2026-11-25T02:00:00Z')
afterAll(() => rmSync(folder, { recursive: true }))

const entries = [
  { name: 'empty', content: '' },
  { name: '说明/一.txt', content: '知无不言' },
  { name: 'exactly-a-block', content: 'x'.repeat(512) },
  { name: `${'deep/'.repeat(25)}${'n'.repeat(90)}`, content: 'long name' },
]

async function write(name: string): Promise<string> {
  const path = join(folder, name)
  const file = await open(path, 'w')
  const tar = tarWriter(file, when)
  for (const { name: entry, content } of entries) await tar.add(entry, Buffer.byteLength(content), Buffer.from(content))
  await tar.finish()
  await file.close()
  return path
}

async function read(path: string): Promise<{ name: string; content: string }[]> {
  const file = await open(path, 'r')
  const found: { name: string; content: string }[] = []
  try {
    for await (const entry of readTar(file)) {
      const chunks: Uint8Array[] = []
      for await (const chunk of entry.content()) chunks.push(chunk)
      found.push({ name: entry.name, content: Buffer.concat(chunks).toString() })
    }
  } finally {
    await file.close()
  }
  return found
}

describe('a tar archive', () => {
  it('gives back what was put in', async () => {
    expect(await read(await write('whole.tar'))).toEqual(entries)
  })

  it('is read by the tar of the system', async () => {
    const path = await write('standard.tar')
    const { stdout } = await run('tar', ['tf', path, '--quoting-style=literal'], {
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    expect(stdout.trim().split('\n')).toEqual(entries.map(({ name }) => name))
    for (const { name, content } of entries) {
      expect((await run('tar', ['xfO', path, name])).stdout).toBe(content)
    }
  })

  it('that ends too early is broken, wherever it ends', async () => {
    const bytes = await readFile(await write('cut.tar'))
    const path = join(folder, 'ends.tar')
    for (let end = 0; end < bytes.length - 1024; end += 97) {
      const file = await open(path, 'w')
      await file.write(bytes.subarray(0, end))
      await file.close()
      await expect(read(path), `cut at ${end}`).rejects.toBeInstanceOf(BrokenTar)
    }
  })

  it('refuses content of another length than was said', async () => {
    const file = await open(join(folder, 'short.tar'), 'w')
    await expect(tarWriter(file, when).add('a', 5, Buffer.from('1234'))).rejects.toThrow('4 bytes')
    await file.close()
  })
})

describe('a tar header', () => {
  it('holds any name and size within the format', () => {
    const segment = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'abz09._-专利') })
    const name = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
    fc.assert(
      fc.property(name, fc.integer({ min: 0, max: largestEntry }), (entry, size) => {
        fc.pre(Buffer.byteLength(entry) <= 100)
        expect(decodeHeader(encodeHeader({ name: entry, size }, when))).toEqual({ name: entry, size })
      }),
    )
  })

  it('with any byte changed is recognised as broken', () => {
    const header = encodeHeader({ name: 'tables/party/320282/000001.ndjson', size: 1234 }, when)
    fc.assert(
      fc.property(fc.nat(499), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = Uint8Array.from(header)
        broken[at] = (header[at] ?? 0) ^ change
        const found = decodeHeader(broken)
        // The field of the checksum itself has room for the same number written otherwise.
        expect(found === undefined || (at >= 148 && at < 156)).toBe(true)
      }),
    )
  })

  it('refuses what it cannot hold', () => {
    expect(() => encodeHeader({ name: 'a', size: largestEntry + 1 }, when)).toThrow(RangeError)
    expect(() => encodeHeader({ name: 'n'.repeat(101), size: 1 }, when)).toThrow(RangeError)
  })
})
