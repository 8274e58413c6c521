import type { DirectDependency } from './direct-dependencies.ts'

/** Licences that ask for no more than their text to travel along. */
const PERMISSIVE = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'OFL-1.1',
  ],
  ...['PostgreSQL', 'Python-2.0', 'Unlicense', 'Zlib'],
  // What old packages call the MIT licence, after the X Window System that used it first.
  'MIT/X11',
])

/** Its duty covers its own files alone: good enough for a tool that we do not hand on. */
const FOR_TOOLS = new Set(['MPL-2.0'])

/** One line of docs/dependencies.md. */
export interface DependencyLine {
  readonly name: string
  readonly purpose: string
  readonly choice: string
  readonly licence: string
}

/** The rows of the tables in docs/dependencies.md: `| \`name\` | what for | why it | licence |`. */
export function readDependencyLines(markdown: string): DependencyLine[] {
  return markdown.split('\n').flatMap((line) => {
    const [, name, purpose, choice, licence] =
      /^\| `([^`]+)`\s*\|([^|]*)\|([^|]*)\|([^|]*)\|$/.exec(line)?.map((cell) => cell.trim()) ?? []
    if (name === undefined || purpose === undefined || choice === undefined || licence === undefined) return []
    return [{ name, purpose, choice, licence }]
  })
}

/** What is wrong with the packages that we ask for by name, and with what the document says of them. */
export function directProblems(dependencies: readonly DirectDependency[], lines: readonly DependencyLine[]): string[] {
  const names = new Set(dependencies.map(({ name }) => name))
  return [
    ...dependencies.flatMap((dependency) => [...pinProblems(dependency), ...licenceProblems(dependency)]),
    ...[...names].flatMap((name) => versionProblems(name, dependencies)),
    ...[...names].flatMap((name) => lineProblems(name, dependencies, lines)),
    ...lines
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => `${name} has a line in docs/dependencies.md, but nobody asks for it: remove the line`),
  ]
}

function pinProblems({ name, version, askedBy }: DirectDependency): string[] {
  if (/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version)) return []
  return [`${askedBy}: ${name} is asked for as “${version}”: pin one exact version`]
}

function licenceProblems({ name, askedBy, licence, shipped }: DirectDependency): string[] {
  if (licence === undefined) return [`${askedBy}: ${name} is not installed, or names no licence`]
  if (isAcceptable(licence, shipped)) return []
  return [`${askedBy}: ${name} is under ${licence}, which is not permissive${shipped ? '' : ' enough for a tool'}`]
}

/** `(A OR B)` needs one of them, `A AND B` both. */
export function isAcceptable(licence: string, shipped: boolean): boolean {
  const isFine = (id: string) => PERMISSIVE.has(id) || (!shipped && FOR_TOOLS.has(id))
  return licence
    .replace(/[()]/g, '')
    .split(/\s+AND\s+/)
    .every((part) => part.split(/\s+OR\s+/).some((id) => isFine(id.trim())))
}

function versionProblems(name: string, dependencies: readonly DirectDependency[]): string[] {
  const versions = new Set(dependencies.filter((each) => each.name === name).map(({ version }) => version))
  return versions.size > 1 ? [`${name} is asked for in several versions: ${[...versions].join(', ')}`] : []
}

function lineProblems(
  name: string,
  dependencies: readonly DirectDependency[],
  lines: readonly DependencyLine[],
): string[] {
  const own = lines.filter((line) => line.name === name)
  const [line] = own
  if (line === undefined) return [`${name} has no line in docs/dependencies.md: say what for, why it, and its licence`]
  if (own.length > 1) return [`${name} has ${own.length} lines in docs/dependencies.md`]
  const licence = dependencies.find((each) => each.name === name)?.licence
  return [
    ...(line.purpose === '' || line.choice === ''
      ? [`${name}: its line in docs/dependencies.md has an empty cell`]
      : []),
    ...(licence !== undefined && line.licence !== licence
      ? [`${name}: docs/dependencies.md says ${line.licence}, the package says ${licence}`]
      : []),
  ]
}
