import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkCounty } from './check/check-county.ts'
import type { County } from './county.types.ts'
import { countyErrors } from './county-errors.ts'

/**
 * Reads the county that a folder describes and checks all of it.
 *
 * The folder holds either `county.ts`, which exports `county`, or `county.json` with the same content for people
 * without TypeScript. The result is frozen: a county changes by changing its folder.
 *
 * @throws county.notFound, county.twoSources, county.unreadable
 * @throws county.invalid with every problem found, each with its JSON pointer and a remedy
 */
export async function loadCounty(directory: string): Promise<County> {
  const file = countyFile(directory)
  const check = checkCounty(await readCounty(file))
  if (check.kind === 'broken') {
    throw countyErrors.invalid({ file, count: check.problems.length }, { problems: check.problems })
  }
  return deepFreeze(check.county)
}

function countyFile(directory: string): string {
  const found = ['county.ts', 'county.json'].map((name) => join(resolve(directory), name)).filter(existsSync)
  const [file, second] = found
  if (file === undefined) throw countyErrors.notFound({ directory })
  if (second !== undefined) throw countyErrors.twoSources({ directory })
  return file
}

async function readCounty(file: string): Promise<unknown> {
  try {
    if (file.endsWith('.json')) return withoutSchemaLink(JSON.parse(await readFile(file, 'utf8')))
    const module: { county?: unknown } = await importCounty(pathToFileURL(file).href)
    if (module.county === undefined) throw new Error('export const county is missing（没有导出 county）')
    return module.county
  } catch (cause) {
    throw countyErrors.unreadable({ file, reason: cause instanceof Error ? cause.message : String(cause) }, { cause })
  }
}

/** What is written in TypeScript is read as it is, also by a program that was built and reads no other. */
async function importCounty(url: string): Promise<{ county?: unknown }> {
  try {
    return await import(url)
  } catch (cause) {
    const isUnread = cause instanceof Error && 'code' in cause && cause.code === 'ERR_UNKNOWN_FILE_EXTENSION'
    if (!isUnread) throw cause
    const { tsImport } = await import('tsx/esm/api')
    return tsImport(url, import.meta.url)
  }
}

/** `$schema` tells an editor which schema to help with; it is no part of the county. */
function withoutSchemaLink(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== '$schema'))
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}
