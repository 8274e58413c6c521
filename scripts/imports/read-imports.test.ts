import { describe, expect, it } from 'vitest'
import { readImports } from './read-imports.ts'

const one = (source: string) => readImports('file.ts', source)[0]

describe('reading imports', () => {
  it.each([
    { source: `import { a } from './a.ts'`, typeOnly: false },
    { source: `import './a.ts'`, typeOnly: false },
    { source: `import * as a from './a.ts'`, typeOnly: false },
    { source: `import { type A, a } from './a.ts'`, typeOnly: false },
    { source: `import type { A } from './a.ts'`, typeOnly: true },
    { source: `import { type A } from './a.ts'`, typeOnly: true },
    { source: `export * from './a.ts'`, typeOnly: false },
    { source: `export * as a from './a.ts'`, typeOnly: false },
    { source: `export { a } from './a.ts'`, typeOnly: false },
    { source: `export type { A } from './a.ts'`, typeOnly: true },
    { source: `const a = await import('./a.ts')`, typeOnly: false },
    { source: 'const a = () => import(`./a.ts`)', typeOnly: false },
    { source: `type A = import('./a.ts').A`, typeOnly: true },
    { source: `let a: typeof import('./a.ts')`, typeOnly: true },
  ])('finds $source', ({ source, typeOnly }) => {
    expect(readImports('file.ts', source)).toEqual([{ specifier: './a.ts', typeOnly, line: 1 }])
  })

  it('says that a computed import cannot be read', () => {
    expect(one(`import(file)`)).toMatchObject({ specifier: undefined })
    expect(one('import(`./$' + '{name}.ts`)')).toMatchObject({ specifier: undefined })
  })

  it('is not taken in by comments and texts', () => {
    expect(readImports('file.ts', `// import './a.ts'\nconst text = "import './a.ts'"`)).toEqual([])
  })

  it('names the line, in pages as well', () => {
    expect(readImports('page.tsx', `const a = <p>hi</p>\n\nimport './a.css'`)).toEqual([
      { specifier: './a.css', typeOnly: false, line: 3 },
    ])
  })

  it('refuses a file that it cannot read, instead of finding nothing in it', () => {
    expect(() => readImports('file.ts', `import { from`)).toThrow('file.ts cannot be parsed')
  })
})
