import { operations } from '@qiangxian/server/operations'
import type { Command } from '../command.ts'
import { operationCommand } from './operation-command.ts'
import { ownCommands } from './own-commands.ts'

/** Every command: those of `qx` itself, and one for each operation that has words for the command line. */
export const allCommands: readonly Command[] = [
  ...ownCommands,
  ...operations.map(operationCommand).filter((command) => command !== undefined),
].sort((a, b) => (a.words < b.words ? -1 : 1))

/** Commands that somebody who wrote these words may have meant, the nearest first; three at most. */
export function nearestCommands(words: readonly string[]): readonly string[] {
  const line = words.join(' ')
  return allCommands
    .map((command) => ({ words: command.words, far: farApart(line, command.words) }))
    .filter(({ words: known, far }) => far <= Math.max(2, known.length / 3) || known.startsWith(`${words[0]} `))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ words: known }) => known)
}

/** How many letters must be added, left out or replaced to come from one to the other (Levenshtein). */
function farApart(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? 0
}
