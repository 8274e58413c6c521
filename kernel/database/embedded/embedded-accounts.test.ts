/** Who runs the server: root, ordinary users, and folders that only their owner may enter. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { findHome } from './database-home.ts'
import { describeEmbedded, holdEmbeddedDatabase } from './embedded-database.ts'
import { installedBinaries, usableBinaries } from './postgres-binaries.ts'
import { findServer } from './postgres-server.ts'
import { canReach, isRoot, serverAccount } from './server-account.ts'
import { ask, cleanUp, openFolder, startHolding } from './test-processes.fixture.ts'

/** An account that owns nothing on any system. */
const NOBODY = 65534
const checkout = fileURLToPath(new URL('.', import.meta.url))
const canPlayOthers = isRoot() && canReach({ uid: NOBODY, gid: NOBODY }, checkout)
const elsewhere: string[] = []

const umask = process.umask()

afterEach(async () => {
  process.umask(umask)
  await cleanUp(...elsewhere.splice(0))
})

/** A folder of its own for nobody. */
function folderOfNobody(): string {
  const folder = openFolder()
  chownSync(folder, NOBODY, NOBODY)
  return folder
}

/** The binaries as npm would leave them elsewhere: a copy, with its package.json. */
function binariesIn(folder: string): string {
  const { native } = installedBinaries()
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  cpSync(join(dirname(native), 'package.json'), join(folder, 'package.json'))
  return join(folder, 'native')
}

function removeLinks(nativeDir: string): void {
  for (const name of readdirSync(join(nativeDir, 'lib'))) {
    if (lstatSync(join(nativeDir, 'lib', name)).isSymbolicLink()) rmSync(join(nativeDir, 'lib', name))
  }
}

const uidOf = (pid: number) => statSync(`/proc/${pid}`).uid

describe.runIf(canPlayOthers)('the account of the server (needs root and a checkout that others can enter)', () => {
  it('is an ordinary one when root starts it', async () => {
    const dataDir = join(openFolder(), 'db')
    const database = await holdEmbeddedDatabase({ dataDir, holder: 'test' })
    const { pid } = await describeEmbedded(dataDir)
    expect(uidOf(pid ?? 0)).toBe(serverAccount()?.uid)
    expect(uidOf(pid ?? 0)).not.toBe(0)
    await database.release()
  })

  it('is the user himself when an ordinary user starts it, also when root uses the folder in between', async () => {
    const dataDir = join(folderOfNobody(), 'db')
    const mine = await startHolding({ dataDir, holder: 'server', uid: NOBODY })
    expect(mine.said).toMatchObject({ attached: false, uid: NOBODY })
    expect(uidOf((await describeEmbedded(dataDir)).pid ?? 0)).toBe(NOBODY)

    const root = await holdEmbeddedDatabase({ dataDir, holder: 'qx' })
    expect(root).toMatchObject({ attached: true, url: mine.said.url })
    await mine.release()
    await root.release()

    const rootAlone = await holdEmbeddedDatabase({ dataDir, holder: 'qx' })
    expect(uidOf((await describeEmbedded(dataDir)).pid ?? 0)).toBe(NOBODY)
    await rootAlone.release()

    const mineAgain = await startHolding({ dataDir, holder: 'server', uid: NOBODY })
    expect(mineAgain.said).toMatchObject({ attached: false, url: mine.said.url })
    await mineAgain.release()
  })

  it('is the owner of the folder when root is the first to use it, and the owner can go on', async () => {
    const dataDir = folderOfNobody()
    const root = await holdEmbeddedDatabase({ dataDir, holder: 'qx' })
    const owner = await startHolding({ dataDir, holder: 'server', uid: NOBODY })
    expect(owner.said).toMatchObject({ attached: true, url: root.url })
    await root.release()
    await owner.release()
    expect(findServer(join(dataDir, 'cluster'))).toBeUndefined()
  })

  it('lies outside a checkout that only root may enter, whose permissions stay as they are', async () => {
    process.umask(0o077) // and root is careful: nothing that npm or we make is open by itself
    const home = openFolder()
    chmodSync(home, 0o700)
    const nativeDir = binariesIn(join(home, 'node_modules', 'binaries'))
    const dataDir = join(home, 'data')
    const reachableDir = join(openFolder(), 'lib')
    const options = { dataDir, nativeDir, reachableDir, holder: 'test' }

    const first = await holdEmbeddedDatabase(options)
    const place = findHome(dataDir)?.folder ?? ''
    elsewhere.push(join(place, 'cluster'))
    expect(dirname(dirname(place))).toBe(reachableDir)
    expect(readdirSync(dataDir)).toEqual(['database.location'])
    expect(readFileSync(join(dataDir, 'database.location'), 'utf8')).toContain('不能以 root 运行')
    expect(readFileSync(join(place, 'belongs-to'), 'utf8')).toBe(`${dataDir}\n`)
    expect(statSync(home).mode & 0o777).toBe(0o700)
    await ask(first.url, 'create table kept (n int)')
    await first.release()

    // The copy of the programs is used again, and made anew when it is damaged.
    const [copy] = readdirSync(reachableDir).filter((name) => name.startsWith('postgresql-'))
    const postgres = join(reachableDir, copy ?? '', 'native', 'bin', 'postgres')
    const made = statSync(postgres).ino
    const second = await holdEmbeddedDatabase(options)
    expect(await ask(second.url, 'select n from kept')).toEqual([])
    expect(statSync(postgres).ino).toBe(made)
    await second.release()

    rmSync(join(dirname(postgres), 'initdb'))
    usableBinaries(installedBinaries(nativeDir), serverAccount(), reachableDir, () => {})
    expect(existsSync(join(dirname(postgres), 'initdb'))).toBe(true)
    expect(readdirSync(reachableDir).sort()).toEqual(['databases', copy])
  })

  it('gets the links between the libraries where npm did not make them: in place, or in a copy', async () => {
    const readOnly = openFolder()
    const nativeDir = binariesIn(readOnly)
    removeLinks(nativeDir)
    const dataDir = join(folderOfNobody(), 'db')
    const ordinary = await startHolding({ dataDir, holder: 'test', nativeDir, uid: NOBODY })
    expect(ordinary.said).toMatchObject({ attached: false })
    expect(readdirSync(join(dataDir, 'binaries'))).toHaveLength(1)
    await ordinary.release()

    const asRoot = await holdEmbeddedDatabase({ dataDir: join(openFolder(), 'db'), holder: 'test', nativeDir })
    expect(lstatSync(join(nativeDir, 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true)
    await asRoot.release()
  })

  it('is told when the folder is not his, in both languages', async () => {
    const folder = openFolder()
    const outside = await startHolding({ dataDir: join(folder, 'db'), holder: 'qx', uid: NOBODY })
    expect(outside.said.code).toBe('database.folderNotWritable')
    expect(outside.said.zh).toContain('不可写')
    expect(outside.said.en).toContain('cannot be written')

    mkdirSync(join(folder, 'of-root'))
    const inside = await startHolding({ dataDir: join(folder, 'of-root'), holder: 'qx', uid: NOBODY })
    expect(inside.said.code).toBe('database.folderNotWritable')
  })

  it('meets a disk that is really full: while creating, while starting, and when there is room again', async ({
    skip,
  }) => {
    const disk = join(openFolder(), 'disk')
    mkdirSync(disk)
    try {
      mountSmallDisk(disk, '12m')
    } catch {
      skip('mounting a small disk is not allowed here')
    }
    const hold = () => holdEmbeddedDatabase({ dataDir: join(disk, 'db'), holder: 'test' })
    try {
      await expect(hold()).rejects.toMatchObject({ code: 'database.diskFull' })
      expect(readdirSync(join(disk, 'db')).sort()).toEqual(['connection.json', 'holders'])

      mountSmallDisk(disk, '200m', 'remount,')
      const database = await hold()
      await database.release()
      const filler = join(disk, 'filler')
      const { bavail, bsize } = statfsSync(disk)
      writeFileSync(filler, Buffer.alloc(bavail * bsize))
      const before = readdirSync(join(disk, 'db', 'holders'))
      await expect(hold()).rejects.toMatchObject({ code: 'database.diskFull' })
      expect(readdirSync(join(disk, 'db', 'holders'))).toEqual(before)

      rmSync(filler)
      const again = await hold()
      expect(await ask(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
      const rest = statfsSync(disk)
      writeFileSync(filler, Buffer.alloc(rest.bavail * rest.bsize))
      await again.release() // also a full disk does not keep the server from stopping
      expect((await describeEmbedded(join(disk, 'db'))).running).toBe(false)
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

function mountSmallDisk(disk: string, size: string, remount = ''): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `${remount}size=${size},mode=755`, 'tmpfs', disk], { stdio: 'ignore' })
}

describe('canReach', () => {
  it.runIf(isRoot())('follows the permission bits of every folder on the way', () => {
    const folder = openFolder()
    const inner = join(folder, 'a', 'b')
    mkdirSync(inner, { recursive: true })
    const account = { uid: NOBODY, gid: NOBODY }
    chmodSync(join(folder, 'a'), 0o755)
    chmodSync(inner, 0o755)
    expect(canReach(account, inner)).toBe(true)
    chmodSync(join(folder, 'a'), 0o700)
    expect(canReach(account, inner)).toBe(false)
    chownSync(join(folder, 'a'), NOBODY, 0)
    expect(canReach(account, inner)).toBe(true)
    chownSync(join(folder, 'a'), 0, NOBODY)
    expect(canReach(account, inner)).toBe(false)
    chmodSync(join(folder, 'a'), 0o710)
    expect(canReach(account, inner)).toBe(true)
    expect(canReach(undefined, inner)).toBe(true)
  })
})
