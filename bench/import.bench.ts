import { measureImports } from './import-measure.ts'
import type { BenchResult } from './measure.ts'

/** Imports on the embedded PostgreSQL. */
export function run(): Promise<readonly BenchResult[]> {
  return measureImports('embedded', undefined)
}
