import { lineOf, nodesOf, parseSource, type SyntaxNode } from './syntax-tree.ts'

const SUBJECT_WORD = /patent|trademark|copyright|知识产权|专利|商标|版权|著作权/i

export interface SubjectWord {
  readonly line: number
  readonly word: string
  /** the name or text it stands in, shortened */
  readonly text: string
}

/**
 * Words of intellectual property in the names and texts of a program, and in its path.
 *
 * Comments may speak of what the code is used for; they bind nothing.
 */
export function subjectWords(file: string, source: string): SubjectWord[] {
  const { program } = parseSource(file, source)
  const inTree = [...nodesOf(program)].flatMap((node) =>
    textsOf(node).map((text) => ({ line: lineOf(source, node.start), text })),
  )
  return [{ line: 1, text: file }, ...inTree].flatMap(({ line, text }) => {
    const word = SUBJECT_WORD.exec(text)?.[0]
    return word === undefined ? [] : [{ line, word, text: text.length > 60 ? `${text.slice(0, 60)}…` : text }]
  })
}

function textsOf(node: SyntaxNode): string[] {
  const { name, value, pattern } = node as { name?: unknown; value?: unknown; pattern?: unknown }
  switch (node.type) {
    case 'Identifier':
    case 'PrivateIdentifier':
    case 'JSXIdentifier':
      return typeof name === 'string' ? [name] : []
    case 'Literal': {
      const { regex } = node as { regex?: { pattern: string } }
      if (regex !== undefined) return [regex.pattern]
      return typeof value === 'string' ? [value] : []
    }
    case 'JSXText':
      return typeof value === 'string' ? [value] : []
    case 'TemplateElement':
      return [(value as { raw: string }).raw]
    default:
      return typeof pattern === 'string' ? [pattern] : []
  }
}
