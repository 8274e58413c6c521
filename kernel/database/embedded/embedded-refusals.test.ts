import { spawn } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { QxError } from '../../errors/define-errors.ts'
import { initFailure } from './create-cluster.ts'
import { describeEmbedded, type HoldOptions, holdEmbeddedDatabase } from './embedded-database.ts'
import { serverAccount } from './server-account.ts'
import { cleanUp, forgetStoppedDatabase, openFolder, stoppedDatabase } from './test-processes.fixture.ts'

afterEach(() => cleanUp())
afterAll(forgetStoppedDatabase)

/** What is said when the database cannot be had; the test fails when it can. */
async function refusalOf(options: Omit<HoldOptions, 'holder'>): Promise<QxError> {
  const outcome = await holdEmbeddedDatabase({ holder: 'test', ...options }).catch((error: unknown) => error)
  expect(outcome).toMatchObject({ name: 'QxError' })
  const refusal = outcome as QxError
  for (const sentence of [refusal.localized.zh, refusal.localized.en]) expect(sentence).not.toContain('\n')
  return refusal
}

const newDataDir = () => join(openFolder(), 'db')

describe('the embedded database refuses, with one sentence that says what to do:', () => {
  it.each(['17', '19'])('data of PostgreSQL %s, and leaves it as it is', async (major) => {
    const dataDir = newDataDir()
    mkdirSync(join(dataDir, 'holders'), { recursive: true })
    mkdirSync(join(dataDir, 'cluster'))
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), `${major}\n`)

    const refusal = await refusalOf({ dataDir })
    expect(refusal.code).toBe('database.otherMajorVersion')
    expect(refusal.localized.zh).toContain(`PostgreSQL ${major}，本程序带的是 18`)
    expect(refusal.localized.zh).toContain('qx backup')
    expect(refusal.localized.en).toContain('keep the old folder')
    expect(readdirSync(join(dataDir, 'cluster'))).toEqual(['PG_VERSION'])
    expect((await describeEmbedded(dataDir)).version).toBe(major)
  })

  it('a folder that holds something else, and leaves it as it is', async () => {
    const dataDir = openFolder()
    writeFileSync(join(dataDir, '照片.jpg'), 'x')
    const refusal = await refusalOf({ dataDir })
    expect(refusal.code).toBe('database.folderNotOurs')
    expect(refusal.message).toContain('照片.jpg')
    expect(readdirSync(dataDir)).toEqual(['照片.jpg'])
  })

  it('a data folder that is a file', async () => {
    const file = join(openFolder(), 'db')
    writeFileSync(file, '')
    expect((await refusalOf({ dataDir: file })).code).toBe('database.folderNotWritable')
    expect((await refusalOf({ dataDir: join(file, 'below') })).code).toBe('database.folderNotWritable')
  })

  it('a pointer that leads nowhere, instead of starting empty', async () => {
    const dataDir = newDataDir()
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'database.location'), '# 说明\n/nowhere/at/all\n')
    const refusal = await refusalOf({ dataDir })
    expect(refusal.code).toBe('database.locationLost')
    expect(refusal.message).toContain('/nowhere/at/all')
  })

  it('missing binaries, and binaries of another machine', async () => {
    const dataDir = newDataDir()
    const nativeDir = join(openFolder(), 'native')
    expect((await refusalOf({ dataDir, nativeDir })).code).toBe('database.binariesMissing')

    mkdirSync(join(nativeDir, 'bin'), { recursive: true })
    writeFileSync(join(nativeDir, '..', 'package.json'), '{"version":"18.0.0"}')
    for (const program of ['initdb', 'postgres']) {
      writeFileSync(join(nativeDir, 'bin', program), Buffer.from('\u007fELF another machine', 'latin1'), {
        mode: 0o755,
      })
    }
    const refusal = await refusalOf({ dataDir, nativeDir })
    expect(refusal.code).toBe('database.binariesUnfit')
    expect(refusal.message).toContain('musl')
    expect(existsSync(join(dataDir, 'cluster'))).toBe(false)
  })

  it.runIf(process.platform === 'linux')('binaries whose loader this system lacks, as on musl', async () => {
    const nativeDir = join(openFolder(), 'native')
    mkdirSync(join(nativeDir, 'bin'), { recursive: true })
    writeFileSync(join(nativeDir, '..', 'package.json'), '{"version":"18.0.0"}')
    copyFileSync(process.execPath, join(nativeDir, 'bin', 'postgres'))
    const initdb = join(nativeDir, 'bin', 'initdb')
    const node = readFileSync(process.execPath)
    const loader = node.indexOf('ld-linux')
    expect(loader).toBeGreaterThan(0)
    node.write('ld-musl-', loader, 'latin1')
    writeFileSync(initdb, node)
    chmodSync(initdb, 0o755)
    const refusal = await refusalOf({ dataDir: newDataDir(), nativeDir })
    expect(refusal.code).toBe('database.binariesUnfit')
    expect(refusal.message).toContain('ENOENT')
  })

  it('a full disk while creating, in the words of initdb', () => {
    const output = 'creating subdirectories ... ok\ninitdb: error: could not write file: No space left on device\n'
    expect(initFailure('data', output)).toMatchObject({ code: 'database.diskFull', status: 507 })
    expect(initFailure('data', 'initdb: error: else\n')).toMatchObject({ code: 'database.initFailed' })
  })

  it('a broken setting, with the last lines of the log', async () => {
    const dataDir = await stoppedDatabase()
    appendFileSync(join(dataDir, 'cluster', 'postgresql.conf'), "\nshared_buffers = 'much'\n")
    const refusal = await refusalOf({ dataDir })
    expect(refusal.code).toBe('database.couldNotStart')
    expect(refusal.message).toContain('invalid value for parameter "shared_buffers": "much"')
  })

  it('a lost password file, and one that belongs to other data', async () => {
    const dataDir = await stoppedDatabase()
    const file = join(dataDir, 'connection.json')
    const connection = JSON.parse(readFileSync(file, 'utf8')) as object
    writeFileSync(file, JSON.stringify({ ...connection, password: 'of other data' }))
    expect((await refusalOf({ dataDir })).code).toBe('database.passwordRefused')
    expect((await describeEmbedded(dataDir)).running).toBe(false)

    rmSync(file)
    expect((await refusalOf({ dataDir })).code).toBe('database.passwordMissing')
  })
})

describe('what a crash of the machine leaves', () => {
  it.each(['of a process that is gone', 'that another program of the same account has now'])(
    'postmaster.pid with a number %s does not hinder the start',
    async (whose) => {
      const dataDir = await stoppedDatabase()
      const cluster = join(dataDir, 'cluster')
      const other = spawn('sleep', ['60'], { stdio: 'ignore', cwd: '/', ...serverAccount(cluster) })
      const gone = spawn('true', { stdio: 'ignore' })
      await new Promise((resolve) => gone.once('exit', resolve))
      const pid = whose.includes('gone') ? gone.pid : other.pid
      writeFileSync(
        join(cluster, 'postmaster.pid'),
        `${pid}\n${cluster}\n1600000000\n5432\n\n127.0.0.1\n1 2\nready   \n`,
      )
      try {
        expect((await describeEmbedded(dataDir)).running).toBe(false)
        const database = await holdEmbeddedDatabase({ dataDir, holder: 'test' })
        expect(database.attached).toBe(false)
        await database.release()
        expect(other.exitCode ?? other.signalCode).toBeNull() // the stranger was left alone
      } finally {
        other.kill()
      }
    },
  )
})
