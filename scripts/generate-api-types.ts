/**
 * Prints web/src/api/types.gen.ts from the TypeBox schemas of the HTTP interface, so that the web app shares the
 * shapes without importing another workspace at run time.
 *
 *   npx tsx scripts/generate-api-types.ts           writes the file
 *   npx tsx scripts/generate-api-types.ts --check   exits with 1 when the file is not what would be written
 */
import { readFileSync, writeFileSync } from 'node:fs'
import * as planImport from '@qiangxian/modules/management/plan-decomposition/plan-import.schemas'
import * as programme from '@qiangxian/modules/management/plan-decomposition/programme.schemas'
import { printTypes } from './print-schema-types.ts'

const target = new URL('../web/src/api/types.gen.ts', import.meta.url)
const printed = printTypes([Object.entries(programme), Object.entries(planImport)].flat())

if (process.argv.includes('--check')) {
  const committed = readFileSync(target, 'utf8')
  if (committed !== printed) {
    console.error('web/src/api/types.gen.ts is out of date. Run: npx tsx scripts/generate-api-types.ts')
    process.exit(1)
  }
  console.log('web/src/api/types.gen.ts matches the schemas')
} else {
  writeFileSync(target, printed)
  console.log(`web/src/api/types.gen.ts written, ${printed.split('\n').length} lines`)
}
