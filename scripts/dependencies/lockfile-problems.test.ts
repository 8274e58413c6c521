import { describe, expect, it } from 'vitest'
import { type LockedPackage, lockfileProblems, refusesNode20 } from './lockfile-problems.ts'

const good: LockedPackage = { version: '8.23.1', integrity: 'sha512-a', license: 'MIT' }
const problems = (entry: LockedPackage) => lockfileProblems({ packages: { '': {}, 'node_modules/pg': entry } })

describe('the lockfile', () => {
  it('is fine without addresses', () => {
    expect(problems(good)).toEqual([])
    expect(lockfileProblems({ packages: { 'node_modules/@qiangxian/web': { resolved: 'web', link: true } } })).toEqual(
      [],
    )
  })

  it.each([
    [{ ...good, resolved: 'https://registry.example/pg.tgz' }, 'carries an address'],
    [{ version: '8.23.1' }, 'has no integrity'],
    [{ ...good, license: 'GPL-3.0' }, 'not permissive'],
    [{ ...good, license: 'MPL-2.0' }, 'not permissive'],
    [{ ...good, engines: { node: '>=22' } }, 'asks for Node >=22'],
  ])('is reported for %j', (entry, reason) => {
    expect(problems(entry)).toEqual([expect.stringContaining(reason)])
  })

  it('may hold tools under the MPL', () => {
    expect(problems({ ...good, license: 'MPL-2.0', dev: true })).toEqual([])
  })
})

describe('ranges of Node versions', () => {
  it.each(['>=18', '>= 12.0.0', '^20.19.0 || >=22.12.0', '18 || 20 || >=22', '20.x', '>=v12.22.7', '>=16 <23', '*'])(
    'let Node 20 in: %s',
    (node) => expect(refusesNode20({ engines: { node } })).toBe(false),
  )
  it.each(['>=22', '^22 || ^24 || >=26', '<20', '>=24.0.0', '18.x'])('keep Node 20 out: %s', (node) =>
    expect(refusesNode20({ engines: { node } })).toBe(true),
  )
})
