import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ContentStore, openContentStore } from './content-store.ts'
import { evidenceLimits } from './evidence-limits.ts'
import type { VirusScanner } from './virus-scanner.ts'
import { zipForTests } from './zip-for-tests.ts'

let dir: string
let store: ContentStore

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'qx-evidence-'))
  store = openContentStore(dir)
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const mebibyte = 1024 * 1024

async function* streamOf(...chunks: (Uint8Array | string)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

async function everyFile(): Promise<string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describe('keeping a file (佐证材料)', () => {
  it('keeps it under its digest, read-only, and gives it back', async () => {
    const received = await store.receive(streamOf('%PDF-1.7\n', '演示'), { fileName: '受理通知书（演示）.pdf' })
    expect(received).toEqual({
      fileName: '受理通知书（演示）.pdf',
      sha256: sha256('%PDF-1.7\n演示'),
      size: 15,
      mediaType: 'application/pdf',
      judgedBy: 'signature',
      scanVerdict: 'notScanned',
      scannedBy: null,
      notes: [],
    })
    const digest = received.sha256
    const place = join(dir, 'sha256', digest.slice(0, 2), digest.slice(2, 4), digest)
    expect((await stat(place)).mode & (constants.S_IWUSR | constants.S_IRWXG | constants.S_IRWXO)).toBe(0)
    expect(await store.size(digest)).toBe(15)
    expect((await (await store.read(digest)).toArray()).join('')).toBe('%PDF-1.7\n演示')
    await store.verify(digest)
  })

  it('names what it keeps by the SHA-256 of the content, however the stream is cut', async () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 300, size: 'max' }), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        // A leading letter keeps random bytes from being a program or a zip.
        const content = Buffer.concat([Buffer.from('演'), ...parts])
        const received = await store.receive(streamOf('演', ...parts), { fileName: 'x' })
        expect(received).toMatchObject({ sha256: sha256(content), size: content.length })
        expect((await (await store.read(received.sha256)).toArray()).length).toBeGreaterThan(0)
        await store.verify(received.sha256)
      }),
      { numRuns: 40 },
    )
  })

  it('keeps content given twice, also at the same moment, once', async () => {
    const give = (fileName: string) => store.receive(streamOf('同一份', '内容'), { fileName })
    const received = await Promise.all(['甲.txt', '乙.txt', '丙.txt', '丁.txt'].map(give))
    received.push(await give('戊.txt'))
    expect(new Set(received.map(({ sha256: digest }) => digest)).size).toBe(1)
    expect(await everyFile()).toEqual([sha256('同一份内容')])
  })

  it('never uses a name in a path', async () => {
    await store.receive(streamOf('内容'), { fileName: '../../../outside.txt' })
    expect(await everyFile()).toEqual([sha256('内容')])
  })

  it('tells the giver when the content is not what the name says', async () => {
    const { mediaType, notes } = await store.receive(streamOf('%PDF-1.4\n'), { fileName: '合同.docx' })
    expect(mediaType).toBe('application/pdf')
    expect(notes).toMatchObject([{ code: 'nameDisagrees' }])
    expect(notes[0]?.message.zh).toBe('文件名以 .docx 结尾，但内容不是这种格式，以内容为准。请确认没有传错文件。')
  })
})

describe('files that are not kept leave nothing behind', () => {
  it.each([
    { code: 'evidence.empty', content: '', fileName: '空.pdf' },
    { code: 'evidence.executable', content: '\x7fELF\x02\x01\x01', fileName: '报告.pdf' },
    { code: 'evidence.executable', content: '#!/bin/sh\nrm -rf ~\n', fileName: '说明.txt' },
    { code: 'evidence.brokenArchive', content: 'PK\x03\x04 cut off', fileName: '材料.zip' },
  ])('$code ($fileName)', async ({ code, content, fileName }) => {
    await expect(store.receive(streamOf(content), { fileName })).rejects.toMatchObject({ code })
    expect(await everyFile()).toEqual([])
  })

  it('refuses a zip bomb', async () => {
    const bomb = zipForTests([{ name: 'zeros.bin', content: Buffer.alloc(4 * mebibyte) }])
    await expect(store.receive(streamOf(bomb), { fileName: '资料.zip' })).rejects.toMatchObject({
      code: 'evidence.bomb',
      status: 422,
    })
    expect(await everyFile()).toEqual([])
  })

  it('says which file, what is wrong and what to do', async () => {
    const refused = store.receive(streamOf('MZ\0\0'), { fileName: 'C:\\temp\\发票\u202Efdp.exe' })
    await expect(refused).rejects.toMatchObject({
      status: 415,
      localized: {
        zh: '“发票fdp.exe”的内容是Windows 程序（EXE、DLL 等），不能作为佐证直接保存（与文件名的后缀无关）。如果该程序本身就是证据，请先压缩成 zip 再上传。',
      },
    })
  })

  it('a stream that breaks off is evidence.interrupted, with its cause', async () => {
    const cause = new Error('aborted')
    async function* aborted() {
      yield Buffer.from('half of it')
      throw cause
    }
    await expect(store.receive(aborted(), { fileName: '录音.mp3' })).rejects.toMatchObject({
      code: 'evidence.interrupted',
      cause,
    })
    expect(await everyFile()).toEqual([])
  })

  it('a connection that closes without an error is no complete file', async () => {
    const request = new Readable({ read() {} })
    request.push('half of it')
    const received = store.receive(request, { fileName: '录音.mp3' })
    setImmediate(() => request.destroy())
    await expect(received).rejects.toMatchObject({ code: 'evidence.interrupted' })
    expect(await everyFile()).toEqual([])
  })

  it('a smaller limit of the caller counts, and ends the stream', async () => {
    let isEnded = false
    async function* endless() {
      try {
        while (true) yield Buffer.alloc(1000)
      } finally {
        isEnded = true
      }
    }
    const refused = store.receive(endless(), { fileName: '大.bin', maximumBytes: 10_000 })
    await expect(refused).rejects.toMatchObject({ code: 'evidence.tooLarge', status: 413 })
    expect(isEnded).toBe(true)
    expect(await everyFile()).toEqual([])
  })
})

describe('a table to be imported', () => {
  it('may be larger than other files, and has a limit of its own', async () => {
    const store = openContentStore(dir, { limits: evidenceLimits({ maximumBytes: 1_000, tableBytes: 5_000 }) })
    const rows = (count: number) => streamOf('a'.repeat(count))
    await expect(store.receive(rows(2_000), { fileName: '表.csv' })).rejects.toMatchObject({
      code: 'evidence.tooLarge',
    })
    expect(await store.receive(rows(2_000), { fileName: '表.csv', kind: 'table' })).toMatchObject({ size: 2_000 })
    await expect(store.receive(rows(6_000), { fileName: '表.csv', kind: 'table' })).rejects.toMatchObject({
      code: 'evidence.tooLarge',
    })
  })

  it('is read from any place', async () => {
    const received = await store.receive(streamOf('0123456789'), { fileName: '表.csv' })
    const source = await store.source(received.sha256)
    expect(source.size).toBe(10)
    expect(Buffer.from(await source.read(7, 10)).toString()).toBe('789')
    await source.close()
  })
})

describe('200 MB', () => {
  const chunk = Buffer.alloc(64 * 1024, '演示')

  async function* bytes(total: number, onChunk: () => void = () => {}): AsyncGenerator<Uint8Array> {
    for (let sent = 0; sent < total; sent += chunk.length) {
      onChunk()
      yield chunk.subarray(0, Math.min(chunk.length, total - sent))
    }
  }

  it('is received with flat memory', async () => {
    const before = process.memoryUsage.rss()
    let highest = before
    const watch = () => {
      highest = Math.max(highest, process.memoryUsage.rss())
    }
    const received = await store.receive(bytes(200 * mebibyte, watch), { fileName: '庭审录像（演示）.bin' })
    expect(received.size).toBe(200 * mebibyte)
    expect(highest - before).toBeLessThan(60 * mebibyte)
  })

  it('and one byte is refused', async () => {
    const refused = store.receive(bytes(200 * mebibyte + 1), { fileName: '庭审录像（演示）.bin' })
    await expect(refused).rejects.toMatchObject({
      code: 'evidence.tooLarge',
      localized: { zh: expect.stringContaining('超过了 200 MB 的上限') },
    })
    expect(await everyFile()).toEqual([])
  })
})

describe('what happens on the disk behind our back', () => {
  async function stored(content: string): Promise<{ digest: string; place: string }> {
    const { sha256: digest } = await store.receive(streamOf(content), { fileName: '证据.txt' })
    return { digest, place: join(dir, 'sha256', digest.slice(0, 2), digest.slice(2, 4), digest) }
  }

  it('a deleted file is evidence.missingOnDisk, and comes back when it is given again', async () => {
    const { digest, place } = await stored('内容')
    await rm(place)
    for (const look of [store.read, store.size, store.verify]) {
      await expect(look(digest)).rejects.toMatchObject({ code: 'evidence.missingOnDisk' })
    }
    await stored('内容')
    await store.verify(digest)
  })

  it('a changed file is evidence.damaged, and comes back when it is given again', async () => {
    const { digest, place } = await stored('内容')
    await rm(place)
    await writeFile(place, '改过')
    await expect(store.verify(digest)).rejects.toMatchObject({
      code: 'evidence.damaged',
      localized: { zh: expect.stringContaining(sha256('改过')) },
    })
    await stored('内容')
    expect(await readFile(place, 'utf8')).toBe('内容')
  })

  it.each(['../../etc/passwd', 'abc', sha256('x').toUpperCase(), `${sha256('x')}\n`])(
    '%j is no digest',
    async (digest) => {
      await expect(store.read(digest)).rejects.toMatchObject({ code: 'evidence.badDigest' })
    },
  )

  it('a disk that does not take the file is evidence.notStored', async () => {
    await rm(join(dir, 'unfinished'), { recursive: true })
    await expect(store.receive(streamOf('内容'), { fileName: '证据.txt' })).rejects.toMatchObject({
      code: 'evidence.notStored',
      cause: { code: 'ENOENT' },
    })
  })

  it('sweeps what an upload left behind long ago, and leaves the running ones alone', async () => {
    const now = new Date()
    const old = join(dir, 'unfinished', 'old.part')
    await writeFile(old, 'x')
    await writeFile(join(dir, 'unfinished', 'running.part'), 'x')
    await utimes(old, now, new Date(now.getTime() - 25 * 3_600_000))
    expect(await store.sweepUnfinished(now)).toBe(1)
    expect(await everyFile()).toEqual(['running.part'])
  })
})

describe('virus scanning (查毒)', () => {
  function scannerThat(scan: VirusScanner['scan']) {
    return async () => ({ name: 'a scanner', scan })
  }
  const unavailable = { zh: '正在重启', en: 'it restarts' }

  it('writes down the engine that found nothing', async () => {
    let seen = ''
    const findScanner = scannerThat(async (path) => {
      seen = await readFile(path, 'utf8')
      return { verdict: 'clean', by: 'ClamAV 1.0' }
    })
    const received = await openContentStore(dir, { findScanner }).receive(streamOf('内容'), { fileName: '证据.txt' })
    expect(received).toMatchObject({ scanVerdict: 'clean', scannedBy: 'ClamAV 1.0', notes: [] })
    expect(seen).toBe('内容')
  })

  it('an infected file is not kept', async () => {
    const findScanner = scannerThat(async () => ({ verdict: 'infected', signature: 'Eicar-Test' }))
    const refused = openContentStore(dir, { findScanner }).receive(streamOf('内容'), { fileName: '证据.txt' })
    await expect(refused).rejects.toMatchObject({
      code: 'evidence.infected',
      localized: { zh: '“证据.txt”中查出病毒（Eicar-Test），没有保存。请先在本机全面杀毒，用干净的原文件重新上传。' },
    })
    expect(await everyFile()).toEqual([])
  })

  it('a scanner that fails leaves the file not scanned, with a note', async () => {
    const findScanner = scannerThat(async () => ({ verdict: 'unavailable', why: unavailable }))
    const received = await openContentStore(dir, { findScanner }).receive(streamOf('内容'), { fileName: '证据.txt' })
    expect(received).toMatchObject({
      scanVerdict: 'notScanned',
      scannedBy: null,
      notes: [{ code: 'scannerUnavailable' }],
    })
  })

  it('keeps nothing unscanned where the platform requires a scan', async () => {
    const required = [
      openContentStore(dir, { requireScan: true }),
      openContentStore(dir, {
        requireScan: true,
        findScanner: scannerThat(async () => ({ verdict: 'unavailable', why: unavailable })),
      }),
    ]
    for (const strict of required) {
      const refused = strict.receive(streamOf('内容'), { fileName: '证据.txt' })
      await expect(refused).rejects.toMatchObject({ code: 'evidence.notScanned', status: 503 })
    }
    expect(await everyFile()).toEqual([])
  })
})

describe('limits', () => {
  it('names every wrong limit at once, with what it should be', () => {
    expect(() => evidenceLimits({ maximumBytes: 0, members: 1.5 })).toThrow(
      expect.objectContaining({
        code: 'evidence.badLimits',
        problems: [
          {
            path: '/maximumBytes',
            message: expect.objectContaining({ zh: expect.stringContaining('应为不小于 1 的整数') }),
          },
          expect.objectContaining({ path: '/members' }),
        ],
      }),
    )
  })
})
