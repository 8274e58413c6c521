import { describe, expect, it } from 'vitest'
import { directProblems, isAcceptable, readDependencyLines } from './dependency-problems.ts'
import type { DirectDependency } from './direct-dependencies.ts'

const pg: DirectDependency = {
  name: 'pg',
  version: '8.23.1',
  askedBy: 'kernel/package.json',
  shipped: true,
  licence: 'MIT',
}
const pgLine = { name: 'pg', purpose: 'speaks to PostgreSQL', choice: 'encodes jsonb once', licence: 'MIT' }

describe('direct dependencies', () => {
  it('are fine when pinned, free and explained', () => {
    expect(directProblems([pg], [pgLine])).toEqual([])
  })

  it.each(['^8.23.1', '~8.23.1', '8', '*', 'latest', '8.x.x', 'git+ssh://host/pg'])(
    'must be exact, not %s',
    (version) => {
      expect(directProblems([{ ...pg, version }], [pgLine])).toEqual([expect.stringContaining('pin one exact version')])
    },
  )

  it('may be pinned to a version before a release', () => {
    expect(directProblems([{ ...pg, version: '18.4.0-beta.17' }], [pgLine])).toEqual([])
  })

  it.each([
    ['have no line', [], 'has no line'],
    ['have two lines', [pgLine, pgLine], 'has 2 lines'],
    ['have an empty cell', [{ ...pgLine, choice: '' }], 'empty cell'],
    ['are described with another licence', [{ ...pgLine, licence: 'ISC' }], 'says ISC, the package says MIT'],
    ['are gone', [pgLine, { ...pgLine, name: 'left-pad' }], 'left-pad has a line'],
  ])('are reported when they %s', (_, lines, reason) => {
    expect(directProblems([pg], lines)).toEqual([expect.stringContaining(reason)])
  })

  it('must be the same version in every workspace', () => {
    const other = { ...pg, version: '8.0.0', askedBy: 'cli/package.json' }
    expect(directProblems([pg, other], [pgLine])).toEqual([expect.stringContaining('several versions: 8.23.1, 8.0.0')])
  })

  it.each([
    ['GPL-3.0-only', false],
    ['AGPL-3.0', false],
    ['UNLICENSED', false],
    ['MIT AND GPL-2.0', false],
    ['MPL-2.0', false],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND OFL-1.1', true],
    ['BlueOak-1.0.0', true],
  ])('under %s may be handed on: %s', (licence, acceptable) => {
    expect(isAcceptable(licence, true)).toBe(acceptable)
  })

  it('may be under the MPL when they are tools', () => {
    expect(isAcceptable('MPL-2.0', false)).toBe(true)
  })
})

describe('docs/dependencies.md', () => {
  it('is read row by row; headings and text are no rows', () => {
    const markdown =
      '# Title\n| package | what for | why | licence |\n| --- | --- | --- | --- |\n| `pg`   | a | b  | MIT |\n'
    expect(readDependencyLines(markdown)).toEqual([{ name: 'pg', purpose: 'a', choice: 'b', licence: 'MIT' }])
  })
})
