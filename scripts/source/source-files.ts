import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The folders of the house, each an npm workspace. */
export const WORKSPACES = ['engines', 'kernel', 'modules', 'server', 'web', 'cli', 'counties', 'bench', 'e2e'] as const

const SOURCE = /\.(ts|tsx|mts|mjs|js)$/
const NOT_SOURCES = new Set(['node_modules', 'dist', 'data'])

/** Program files below a folder, as paths from the root with forward slashes, sorted. */
export function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep))
    .filter((steps) => !steps.some((step) => NOT_SOURCES.has(step) || step.startsWith('.')))
    .map((steps) => steps.join('/'))
    .sort()
}

/** Tests, and what is there only for them. */
export function isTest(file: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(file) || /(^|\/)(testing|fixtures|corpus)\//.test(file)
}
