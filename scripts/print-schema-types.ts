/** The part of JSON Schema that the HTTP interface uses. */
interface Schema {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly (string | number)[]
  readonly const?: string | number | boolean
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  /** a record: every key is allowed, and all values are of one kind */
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/**
 * Named schemas as TypeScript types. A schema that is used inside another prints as its name.
 *
 * Entries whose value is no schema (functions, lists) are left out. Throws on a keyword that it does not know, rather
 * than print a type that is too wide.
 */
export function printTypes(entries: readonly (readonly [string, unknown])[]): string {
  const named = entries.filter((entry): entry is readonly [string, Schema] => isSchema(entry[1]))
  const names = new Map<string, string>()
  for (const [name, schema] of named) {
    const key = JSON.stringify(schema)
    if (!names.has(key) && worthAName(schema)) names.set(key, name)
  }
  const types = named.map(([name, schema]) => `export type ${name} = ${printBody(schema, names, 0, true)}`)
  return [
    '// Printed by scripts/generate-api-types.ts from the schemas of the HTTP interface. Do not edit.',
    '',
    ...types.flatMap((text) => [text, '']),
  ].join('\n')
}

/** Plain strings and numbers under a name (an id, a date) read better as what they are. */
function worthAName(schema: Schema): boolean {
  return schema.properties !== undefined || schema.enum !== undefined || schema.anyOf !== undefined
}

function printBody(schema: Schema, names: ReadonlyMap<string, string>, depth: number, top = false): string {
  const name = names.get(JSON.stringify(schema))
  if (name !== undefined && !top) return name
  if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ')
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => printBody(one, names, depth)).join(' | ')
  switch (schema.type) {
    case 'string':
      return 'string'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'null':
      return 'null'
    case 'array': {
      const item = schema.items === undefined ? 'unknown' : printBody(schema.items, names, depth)
      return `readonly ${/[|{]/.test(item) && !item.startsWith('{') ? `(${item})` : item}[]`
    }
    case 'object': {
      const [values] = Object.values(schema.patternProperties ?? {})
      return values === undefined
        ? printObject(schema, names, depth)
        : `Readonly<Record<string, ${printBody(values, names, depth)}>>`
    }
    case undefined:
      return 'unknown'
    default:
      throw new Error(`no TypeScript for the schema type ${schema.type}`)
  }
}

function printObject(schema: Schema, names: ReadonlyMap<string, string>, depth: number): string {
  const indent = '  '.repeat(depth + 1)
  const required = new Set(schema.required ?? [])
  const lines = Object.entries(schema.properties ?? {}).map(([key, value]) => {
    const note = value.description === undefined ? '' : `${indent}/** ${value.description} */\n`
    return `${note}${indent}readonly ${key}${required.has(key) ? '' : '?'}: ${printBody(value, names, depth + 1)}`
  })
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value}'` : String(value)
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isSchemaShape(value)
}

function isSchemaShape(value: object): boolean {
  return 'type' in value ? typeof value.type === 'string' : 'enum' in value || 'anyOf' in value
}
