import { countySchema } from './county.schema.ts'

/** The schema for editors of `county.json`; unlike the county itself, the file may say which schema it follows. */
export const countyJsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'County 县域',
  ...countySchema,
  properties: { $schema: { type: 'string' }, ...countySchema.properties },
}
