import { type ParseResult, parseSync } from 'oxc-parser'

/** Parses a program file, and refuses one with a syntax error: a tree with holes would hide what is looked for. */
export function parseSource(file: string, source: string): ParseResult {
  const parsed = parseSync(file, source)
  const [error] = parsed.errors
  if (error !== undefined) throw new Error(`${file} cannot be parsed: ${error.message}`)
  return parsed
}

export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [property: string]: unknown
}

/** Every node of a tree, parents first. */
export function* nodesOf(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item)
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value && typeof value.type === 'string') yield value as SyntaxNode
    for (const child of Object.values(value)) yield* nodesOf(child)
  }
}

export function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length
}
