import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WORKSPACES } from '../source/source-files.ts'
import { checkHouse } from './check-house.ts'

describe('checking the imports of a whole house', () => {
  let root: string
  const write = (file: string, source: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), source)
  }
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'qiangxian-house-'))
    for (const folder of [...WORKSPACES, 'scripts']) mkdirSync(join(root, folder))
    write('kernel/plan/plan.ts', 'export const plan = 1')
    write('server/main.ts', `import { plan } from '@qiangxian/kernel/plan/plan'\nconsole.log(plan)`)
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('finds nothing wrong with a good one, and says how much it looked at', () => {
    expect(checkHouse(root)).toEqual({ files: 2, imports: 1, problems: [] })
  })

  it('names file, line and reason of a forbidden import, also through a re-export', () => {
    write('kernel/bad.ts', `// a file\nexport * from '../server/main.ts'`)
    expect(checkHouse(root).problems).toEqual([
      'kernel/bad.ts:2: ../server/main.ts: kernel may use engines, not server',
    ])
  })

  it.each([
    [`import './gone.ts'`, 'there is no server/gone.ts'],
    [`import '@qiangxian/kernel/gone'`, 'there is no kernel/gone.ts'],
    [`import 'no-such-package/part'`, 'not installed'],
    [`import '@qiangxian/kernel'`, 'not installed'],
  ])('does not pass over what it cannot find: %s', (source, reason) => {
    write('server/bad.ts', source)
    expect(checkHouse(root).problems).toEqual([expect.stringContaining(reason)])
  })

  it('does not look into what was installed or built', () => {
    write('web/node_modules/x/index.js', `import '../../../kernel/plan/plan.ts'`)
    write('web/dist/x.js', `import '../../kernel/plan/plan.ts'`)
    expect(checkHouse(root).problems).toEqual([])
  })
})
