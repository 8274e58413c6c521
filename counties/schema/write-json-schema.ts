import { writeFile } from 'node:fs/promises'
import { countyJsonSchema } from './json-schema.ts'

// Run after a change of the schema: npx tsx counties/schema/write-json-schema.ts
await writeFile(new URL('./county.schema.json', import.meta.url), `${JSON.stringify(countyJsonSchema, null, 2)}\n`)
