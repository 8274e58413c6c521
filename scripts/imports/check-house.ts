import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { sourceFiles, WORKSPACES } from '../source/source-files.ts'
import { builtInProblem, computedImportProblem, houseImportProblem } from './import-rules.ts'
import { type ImportSite, readImports } from './read-imports.ts'

export interface HouseReport {
  readonly files: number
  readonly imports: number
  readonly problems: readonly string[]
}

const HOUSE_PACKAGE = /^@qiangxian\/([^/]+)\/(.+)$/

/** Looks at every import of every program file of the house. */
export function checkHouse(root: string): HouseReport {
  const files = [...WORKSPACES, 'scripts'].flatMap((folder) => sourceFiles(root, folder))
  const found = files.flatMap((file) =>
    readImports(file, readFileSync(join(root, file), 'utf8')).map((site) => ({ file, site })),
  )
  const problems = found.flatMap(({ file, site }) => {
    const problem = siteProblem(root, file, site)
    return problem === undefined ? [] : [`${file}:${site.line}: ${site.specifier ?? 'import(…)'}: ${problem}`]
  })
  return { files: files.length, imports: found.length, problems }
}

function siteProblem(root: string, from: string, { specifier, typeOnly }: ImportSite): string | undefined {
  if (specifier === undefined) return computedImportProblem(from)
  if (isBuiltin(specifier)) return builtInProblem(from, specifier)
  const to = houseFile(from, specifier)
  if (to === undefined) {
    return isInstalled(root, from, specifier) ? undefined : 'this package is not installed'
  }
  if (!existsSync(join(root, to))) return `there is no ${to}`
  return houseImportProblem({ from, to, typeOnly })
}

/** The file of the house that an import names; undefined when it names a package of others. */
function houseFile(from: string, specifier: string): string | undefined {
  // Vite's `?url` and `?raw` say how to import a file, not which.
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('.')) return posix.join(posix.dirname(from), path)
  // Vite's name for the root of the pages.
  if (path.startsWith('/')) return posix.join('web', path)
  const [, workspace, file] = HOUSE_PACKAGE.exec(path) ?? []
  if (workspace !== undefined) return `${workspace}/${file}${/\.(json|css)$/.test(file ?? '') ? '' : '.ts'}`
  return undefined
}

function isInstalled(root: string, from: string, specifier: string): boolean {
  // A name that Vite makes up, `virtual:…`, has a colon; no package has.
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  const workspace = from.split('/')[0] ?? ''
  const places = [join(root, 'node_modules'), join(root, workspace, 'node_modules')]
  // `import type { Static } from 'pg'` needs only the types.
  const names = [name, `@types/${name.replace(/^@/, '').replace('/', '__')}`]
  return places.some((place) => names.some((each) => existsSync(join(place, each, 'package.json'))))
}
