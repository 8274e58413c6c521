import { writeFile } from 'node:fs/promises'
import { countySchema } from './county.schema.ts'

/** Writes the schema that an editor uses to complete and check `county.json`: `npx tsx counties/schema/write-json-schema.ts`. */
const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'County 县域', ...countySchema }
await writeFile(new URL('./county.schema.json', import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
