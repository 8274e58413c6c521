import { lineOf, nodesOf, parseSource } from '../source/syntax-tree.ts'

/** One place where a file names another module. */
export interface ImportSite {
  /** undefined where the program computes it: `import(file)` */
  readonly specifier: string | undefined
  /** nothing of it is left when the program runs */
  readonly typeOnly: boolean
  readonly line: number
}

/**
 * What a program file imports: statements, re-exports, `import()` and `import('…')` in types.
 *
 * Read from the syntax tree, so that comments, strings and templates that look like imports are none.
 */
export function readImports(file: string, source: string): ImportSite[] {
  const { module, program } = parseSource(file, source)
  const statements = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    // `import './x.ts'` has no entries and does run.
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    start,
  }))
  const reExports = module.staticExports.flatMap(({ entries, start }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ specifier: moduleRequest.value, typeOnly: isType, start }],
    ),
  )
  const inTree = [...nodesOf(program)].flatMap((node) => {
    if (node.type === 'ImportExpression') {
      return [{ specifier: literalText(node['source']), typeOnly: false, start: node.start }]
    }
    if (node.type === 'TSImportType') {
      return [{ specifier: literalText(node['source']), typeOnly: true, start: node.start }]
    }
    return []
  })
  return [...statements, ...reExports, ...inTree]
    .sort((a, b) => a.start - b.start)
    .map(({ start, ...site }) => ({ ...site, line: lineOf(source, start) }))
}

/** The text of `'…'` or of a template without parts. */
function literalText(node: unknown): string | undefined {
  const { type, value, quasis } = node as {
    type: string
    value?: unknown
    quasis?: readonly { value: { cooked: string } }[]
  }
  if (type === 'Literal' && typeof value === 'string') return value
  if (type === 'TemplateLiteral' && quasis?.length === 1) return quasis[0]?.value.cooked
  return undefined
}
