import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openContentStore } from './content-store.ts'
import { findScanner } from './virus-scanner.ts'

/**
 * A process of its own that speaks clamd's protocol: it reads the chunks of INSTREAM by their lengths, counts them, and
 * answers by what the stream holds. Each mode is one way in which a real clamd behaves.
 */
const peer = `
const net = require('node:net')
const [, address, mode] = process.argv
const limit = 300000
net.createServer((socket) => {
  let bytes = Buffer.alloc(0), at = -1, content = [], size = 0
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk])
    if (at < 0) {
      const end = bytes.indexOf(0)
      if (end < 0) return
      const command = bytes.subarray(0, end).toString()
      if (command === 'zPING') return socket.end(mode === 'strange' ? 'HELLO\\0' : 'PONG\\0')
      if (command === 'zVERSION') return socket.end('ClamAV 1.0.9/27500/Wed Jan  7 09:00:00 2026\\0')
      if (command !== 'zINSTREAM') return socket.end('UNKNOWN COMMAND\\0')
      at = 0
      bytes = bytes.subarray(end + 1)
    }
    if (mode === 'silent') return
    if (mode === 'crash') return socket.destroy()
    while (bytes.length >= 4) {
      const length = bytes.readUInt32BE(0)
      if (length === 0) {
        const found = Buffer.concat(content).includes('MADE-UP-VIRUS')
        return socket.end(found ? 'stream: Demo.Test-1 FOUND\\0' : 'stream: OK\\0')
      }
      if (bytes.length < 4 + length) return
      size += length
      if (size > limit) return socket.end('INSTREAM size limit exceeded. ERROR\\0')
      content.push(bytes.subarray(4, 4 + length))
      bytes = bytes.subarray(4 + length)
    }
  })
}).listen(/^\\d+$/.test(address) ? { port: Number(address), host: '127.0.0.1' } : address, function () {
  const listening = this.address()
  console.log(typeof listening === 'string' ? listening : listening.port)
})
`

let dir: string
const peers: ChildProcess[] = []

async function startPeer(mode: string, address = join(dir, `${mode}.sock`)): Promise<string> {
  const child = spawn(process.execPath, ['-e', peer, address, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
  peers.push(child)
  const [printed] = (await once(child.stdout, 'data')) as [Buffer]
  return printed.toString().trim()
}

async function fileOf(content: Uint8Array | string): Promise<string> {
  const path = join(dir, 'file')
  await writeFile(path, content)
  return path
}

async function scan(clamdSocket: string, content: Uint8Array | string, scanSeconds = 5) {
  const scanner = await findScanner({ clamdSocket, scanSeconds })
  if (scanner === undefined) throw new Error('the peer does not answer')
  return scanner.scan(await fileOf(content))
}

let usual: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'qx-clamd-'))
  usual = await startPeer('usual')
})
afterAll(async () => {
  for (const child of peers) child.kill()
  await rm(dir, { recursive: true, force: true })
})

describe('scanning through clamd (查毒)', () => {
  it('finds nothing in a clean file, and says which engine looked', async () => {
    expect(await scan(usual, '内容'.repeat(30_000))).toEqual({
      verdict: 'clean',
      by: 'ClamAV 1.0.9/27500/Wed Jan  7 09:00:00 2026',
    })
  })

  it('finds a virus that lies across two chunks', async () => {
    const content = `${'x'.repeat(64 * 1024 - 6)}MADE-UP-VIRUS`
    expect(await scan(usual, content)).toEqual({ verdict: 'infected', signature: 'Demo.Test-1' })
  })

  it('speaks over TCP as well', async () => {
    const port = await startPeer('usual', '0')
    expect(await scan(`tcp://127.0.0.1:${port}`, 'MADE-UP-VIRUS')).toMatchObject({ verdict: 'infected' })
    expect(await scan(`127.0.0.1:${port}`, '内容')).toMatchObject({ verdict: 'clean' })
  })

  it('a file above the limit of clamd is not clean, and the setting to change is named', async () => {
    expect(await scan(usual, Buffer.alloc(20_000_000))).toMatchObject({
      verdict: 'unavailable',
      why: { zh: expect.stringContaining('StreamMaxLength') },
    })
  })

  it('a clamd that hangs up, or never answers, is unavailable', async () => {
    expect(await scan(await startPeer('crash'), Buffer.alloc(5_000_000))).toMatchObject({
      verdict: 'unavailable',
      why: { en: expect.stringContaining('the scanner hung up') },
    })
    expect(await scan(await startPeer('silent'), Buffer.alloc(5_000_000), 1)).toMatchObject({
      verdict: 'unavailable',
      why: { en: expect.stringContaining('no answer in 1 s') },
    })
  })

  it('a file that cannot be read is unavailable', async () => {
    const scanner = await findScanner({ clamdSocket: usual, scanSeconds: 5 })
    expect(await scanner?.scan(join(dir, 'nothing'))).toMatchObject({ verdict: 'unavailable' })
  })
})

describe('finding the scanner', () => {
  it('is undefined where nothing answers, or something else does', async () => {
    expect(await findScanner({ clamdSocket: join(dir, 'nobody.sock'), scanSeconds: 5 })).toBeUndefined()
    expect(await findScanner({ clamdSocket: await startPeer('strange'), scanSeconds: 5 })).toBeUndefined()
  })

  it('refuses an address that cannot be understood', async () => {
    await expect(findScanner({ clamdSocket: 'clamd', scanSeconds: 5 })).rejects.toMatchObject({
      code: 'evidence.badScannerAddress',
    })
  })

  it('joins the store: an infected file is refused, a clean one carries the engine', async () => {
    const store = openContentStore(join(dir, 'store'), {
      findScanner: () => findScanner({ clamdSocket: usual, scanSeconds: 5 }),
    })
    async function* streamOf(text: string) {
      yield Buffer.from(text)
    }
    await expect(store.receive(streamOf('MADE-UP-VIRUS'), { fileName: '附件.txt' })).rejects.toMatchObject({
      code: 'evidence.infected',
    })
    expect(await store.receive(streamOf('内容'), { fileName: '附件.txt' })).toMatchObject({
      scanVerdict: 'clean',
      scannedBy: expect.stringContaining('ClamAV 1.0.9'),
    })
  })
})
