import { measureImports } from './import-measure.ts'
import type { BenchResult } from './measure.ts'

/** Imports on an installed PostgreSQL: `QX_BENCH_DATABASE_URL`, by somebody who may create databases there. */
export async function run(): Promise<readonly BenchResult[]> {
  const url = process.env['QX_BENCH_DATABASE_URL']
  if (url === undefined) {
    process.stderr.write(
      '未设 QX_BENCH_DATABASE_URL，没有测量 / nothing was measured: QX_BENCH_DATABASE_URL is not set\n',
    )
    return []
  }
  return measureImports('installed', url)
}
