import { createReadStream, existsSync } from 'node:fs'
import { createConnection, type NetConnectOpts, type Socket } from 'node:net'
import type { Localized } from '../errors/define-errors.ts'
import { evidenceErrors } from './evidence-errors.ts'

export type ScanVerdict =
  | {
      readonly verdict: 'clean'
      /** engine and signature database at that hour: `ClamAV 1.0.9/27500/Wed Jan 7 …` */
      readonly by: string
    }
  | { readonly verdict: 'infected'; readonly signature: string }
  | { readonly verdict: 'unavailable'; readonly why: Localized }

export interface VirusScanner {
  readonly name: string
  /** Never throws: a scanner that fails is `unavailable`, and the caller decides what that means. */
  scan(path: string): Promise<ScanVerdict>
}

export interface ScannerConfig {
  /** CLAMD_SOCKET: the path of clamd's socket, or `tcp://host:port`; without it Debian's usual path is tried */
  readonly clamdSocket?: string | undefined
  readonly scanSeconds: number
}

const usualSocket = '/run/clamav/clamd.ctl'
const pingSeconds = 2

/**
 * The virus scanner that answers now, or undefined.
 *
 * To be asked for each file, not once at start: clamd takes up to a minute to load its signatures and is often started
 * after us; a PING costs less than a millisecond.
 *
 * @throws evidence.badScannerAddress
 */
export async function findScanner(config: ScannerConfig): Promise<VirusScanner | undefined> {
  if (config.clamdSocket === undefined && !existsSync(usualSocket)) return undefined
  const where = parseAddress(config.clamdSocket ?? usualSocket)
  const answer = await ask(where, 'PING', Math.min(pingSeconds, config.scanSeconds)).catch(() => undefined)
  return answer === 'PONG' ? clamdScanner(where, config.scanSeconds) : undefined
}

function parseAddress(address: string): NetConnectOpts {
  if (address.startsWith('/')) return { path: address }
  const tcp = /^(?:tcp:\/\/)?(\[[0-9a-fA-F:]+\]|[\w.-]+):(\d{1,5})$/.exec(address)
  const [, host, port] = tcp ?? []
  if (host === undefined || Number(port) > 65_535) throw evidenceErrors.badScannerAddress({ address })
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

/**
 * ClamAV through clamd's INSTREAM command: the file is sent over the socket, so that clamd needs no right to read the
 * store and may run on another machine.
 *
 * clamd refuses streams above its own StreamMaxLength (25 MB in older versions, 100 MB in newer) with an ERROR: such a
 * file is `unavailable` with the setting to change, not clean. Source: clamd(8).
 */
function clamdScanner(where: NetConnectOpts, scanSeconds: number): VirusScanner {
  return {
    name: 'ClamAV',
    async scan(path) {
      try {
        const by = await ask(where, 'VERSION', scanSeconds)
        return readReply(await sendFile(where, path, scanSeconds), by)
      } catch (error) {
        if (hungUp(error)) return { verdict: 'unavailable', why: brokenOff }
        const why = error instanceof Error ? error.message : String(error)
        return {
          verdict: 'unavailable',
          why: { zh: `查毒服务没有正常应答：${why}`, en: `the scanner did not answer: ${why}` },
        }
      }
    },
  }
}

/**
 * clamd hangs up on a stream above its limit. Its answer is often lost then, because the system throws away what was
 * received on a connection that breaks while we send; so the likely reason is named.
 */
const brokenOff: Localized = {
  zh: '查毒服务中途断开，文件可能超过 clamd.conf 中的 StreamMaxLength，请管理员检查',
  en: 'the scanner hung up; the file may be above StreamMaxLength in clamd.conf, let the administrator check',
}

function hungUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EPIPE', 'ECONNRESET'].includes(String(error.code))
}

function readReply(reply: string, by: string): ScanVerdict {
  if (/^stream: OK$/.test(reply)) return { verdict: 'clean', by }
  const signature = /^stream: (.+) FOUND$/.exec(reply)?.[1]
  if (signature !== undefined) return { verdict: 'infected', signature }
  if (/size limit exceeded/i.test(reply)) {
    return {
      verdict: 'unavailable',
      why: {
        zh: '文件超过查毒服务的上限，请管理员调大 clamd.conf 中的 StreamMaxLength',
        en: 'the file is above the limit of the scanner; raise StreamMaxLength in clamd.conf',
      },
    }
  }
  if (reply === '') return { verdict: 'unavailable', why: brokenOff }
  const shown = reply.slice(0, 200)
  return { verdict: 'unavailable', why: { zh: `查毒服务应答异常：${shown}`, en: `the scanner answered: ${shown}` } }
}

async function ask(where: NetConnectOpts, command: string, seconds: number): Promise<string> {
  const conversation = converse(where, seconds)
  conversation.socket.write(`z${command}\0`)
  return conversation.reply
}

async function sendFile(where: NetConnectOpts, path: string, seconds: number): Promise<string> {
  const { socket, reply } = converse(where, seconds)
  const file = createReadStream(path, { highWaterMark: 64 * 1024 })
  let isOver = false
  const end = () => {
    isOver = true
  }
  reply.then(end, end)
  try {
    await write(socket, Buffer.from('zINSTREAM\0'), reply)
    for await (const chunk of file as AsyncIterable<Buffer>) {
      // clamd may answer and hang up before the end: infected already, or too large.
      if (isOver) break
      const length = Buffer.alloc(4)
      length.writeUInt32BE(chunk.length)
      await write(socket, Buffer.concat([length, chunk]), reply)
    }
    if (!isOver) await write(socket, Buffer.alloc(4), reply)
    return await reply
  } finally {
    file.destroy()
    socket.destroy()
  }
}

/** Waits while the socket is full; a reply (or a failure) ends the waiting too. */
async function write(socket: Socket, bytes: Buffer, reply: Promise<string>): Promise<void> {
  if (socket.destroyed || socket.write(bytes)) return
  await Promise.race([new Promise<void>((resolve) => socket.once('drain', resolve)), reply])
}

const longestReply = 4096

/** One connection, whose reply ends at a zero byte, at the end of the connection, or in an error. */
function converse(where: NetConnectOpts, seconds: number): { socket: Socket; reply: Promise<string> } {
  const socket = createConnection(where)
  const reply = new Promise<string>((resolve, reject) => {
    let received = ''
    const deadline = setTimeout(() => socket.destroy(new Error(`no answer in ${seconds} s`)), seconds * 1000)
    const finish = () => {
      clearTimeout(deadline)
      resolve(received.split('\0')[0]?.trim() ?? '')
      socket.destroy()
    }
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      received += text
      if (received.includes('\0') || received.length > longestReply) finish()
    })
    socket.on('error', (error) => {
      clearTimeout(deadline)
      // A peer that answered and hung up while we were still sending shows as a broken pipe; its answer counts.
      if (received !== '') resolve(received.trim())
      else reject(error)
    })
    socket.on('close', finish)
  })
  // A caller may fail before it waits for the reply; the reply's own failure must not end the program then.
  reply.catch(() => {})
  return { socket, reply }
}
