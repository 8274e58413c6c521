/**
 * Which part of the house may import which.
 *
 * web → (HTTP) → server → modules → kernel → nothing; engines are leaves that modules and kernel may use; counties are
 * data that server and cli load.
 */
import { isTest } from '../source/source-files.ts'

export interface HouseImport {
  /** paths from the root, `modules/creation/copyright/module.ts` */
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

/** What each folder may use besides itself. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  engines: [],
  counties: ['engines'],
  kernel: ['engines'],
  modules: ['kernel', 'engines'],
  server: ['modules', 'kernel', 'engines', 'counties'],
  // The server's composition root puts the platform together; the command line starts the same one.
  cli: ['server', 'modules', 'kernel', 'engines', 'counties'],
  web: [],
  bench: ['server', 'cli', 'modules', 'kernel', 'engines', 'counties', 'scripts'],
  e2e: ['server', 'cli', 'modules', 'kernel', 'engines', 'counties', 'scripts'],
  scripts: ['server', 'cli', 'modules', 'kernel', 'engines', 'counties', 'web'],
}

/** Single folders that may be used beyond that. */
const ALSO: readonly { readonly from: string; readonly to: RegExp }[] = [
  // The check of a county's data speaks to its authors in the same two languages as the rest of the house.
  { from: 'counties', to: /^kernel\/errors\// },
]

/** Places that exist for tests; a program that used them would ship its tests. */
const ONLY_FOR_TESTS = /^(kernel|server)\/testing\//
const NOT_PROGRAMS = new Set(['bench', 'e2e', 'scripts'])

/** Built-in modules with which a program touches the world. */
const WORLD = new Set([
  ...['child_process', 'cluster', 'dgram', 'dns', 'fs', 'http', 'http2', 'https', 'net', 'process', 'readline'],
  ...['repl', 'sqlite', 'tls', 'tty', 'worker_threads'],
])

/** Why a file of the house may not import another one; undefined when it may. */
export function houseImportProblem({ from, to, typeOnly }: HouseImport): string | undefined {
  const [fromPart = '', toPart = ''] = [partOf(from), partOf(to)]
  if (ONLY_FOR_TESTS.test(to)) {
    return isTest(from) || NOT_PROGRAMS.has(fromPart) ? undefined : `${to} is for tests only`
  }
  if (fromPart === toPart) return neighbourProblem(from, to)
  if (ALSO.some((pair) => pair.from === fromPart && pair.to.test(to))) return undefined
  if (MAY_USE[fromPart]?.includes(toPart) !== true) {
    return `${fromPart} may use ${listed(MAY_USE[fromPart] ?? [])}, not ${toPart}`
  }
  if (fromPart === 'counties' && !typeOnly) return 'counties are data: of the engines they may use types only'
  return undefined
}

/** Why a file may not import a module built into Node; undefined when it may. */
export function builtInProblem(from: string, name: string): string | undefined {
  const part = partOf(from)
  if (part === 'web' && from.startsWith('web/src/') && !isTest(from)) return 'pages run in a browser, without Node'
  const touchesTheWorld = WORLD.has(name.replace(/^node:/, '').split('/')[0] ?? '')
  if (part === 'engines' && touchesTheWorld && !isTest(from))
    return 'engines are pure: no files, no network, no processes'
  return undefined
}

/** Why a file may not compute what it imports; undefined when it may. */
export function computedImportProblem(from: string): string | undefined {
  const part = partOf(from)
  const mayLoadByName = ['server', 'cli', 'counties', 'scripts', 'bench', 'e2e'].includes(part) || isTest(from)
  return mayLoadByName ? undefined : `${part} may not compute what it imports: nobody could check the direction`
}

/** Within engines and modules, subjects do not import each other; a list above the subjects may import what is below. */
function neighbourProblem(from: string, to: string): string | undefined {
  const depth = { engines: 2, modules: 3 }[partOf(from)]
  if (depth === undefined) return undefined
  const folders = from.split('/').slice(0, -1)
  const subject = folders.slice(0, depth).join('/')
  if (to.startsWith(`${subject}/`)) return undefined
  return `${subject} may not use another subject's files: meet through ids, or move what both need to kernel or engines`
}

function partOf(file: string): string {
  return file.split('/')[0] ?? ''
}

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? 'nothing else of the house' : parts.join(', ')
}
