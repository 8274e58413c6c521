import { describe, expect, it } from 'vitest'
import { missingPackages } from './installed-packages.mjs'

const debian = { platform: 'linux', arch: 'x64', libc: 'glibc' }
const pg = { 'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' } }

describe('packages that are missing', () => {
  it('are none when npm installed what the lockfile says', () => {
    const workspace = { '': {}, kernel: {}, 'node_modules/@qiangxian/kernel': { link: true } }
    expect(
      missingPackages({ packages: { ...workspace, ...pg } }, { packages: { ...workspace, ...pg } }, debian),
    ).toEqual([])
  })

  it.each([
    { because: 'it is not there', installed: {} },
    {
      because: 'its version is another',
      installed: { 'node_modules/pg': { version: '8.23.0', integrity: 'sha512-a' } },
    },
    {
      because: 'its content is another',
      installed: { 'node_modules/pg': { version: '8.23.1', integrity: 'sha512-b' } },
    },
  ])('are named, because $because', ({ installed }) => {
    expect(missingPackages({ packages: pg }, { packages: installed }, debian)).toEqual(['node_modules/pg'])
  })

  it('do not include what is optional and for other systems, or needed by those alone', () => {
    const packages = {
      'node_modules/a-windows': { version: '1.0.0', optional: true, os: ['win32'], cpu: ['x64'] },
      'node_modules/a-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
      'node_modules/for-wasm': { version: '1.0.0', optional: true },
    }
    expect(missingPackages({ packages }, { packages: {} }, debian)).toEqual([])
  })

  it('include an optional one that names this very system: the folder came from another computer', () => {
    const packages = {
      'node_modules/a-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
    }
    expect(missingPackages({ packages }, { packages: {} }, debian)).toEqual(['node_modules/a-linux'])
  })

  it('include those that one workspace keeps for itself', () => {
    const packages = { 'web/node_modules/react': { version: '19.0.0' } }
    expect(missingPackages({ packages }, { packages: {} }, debian)).toEqual(['web/node_modules/react'])
  })
})
