import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { webDigest, webIsCurrent } from './web-build.mjs'

describe('built pages', () => {
  let root: string
  const write = (file: string, content: string) => writeFileSync(join(root, file), content)
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), '强县 网页-'))
    mkdirSync(join(root, 'web/src'), { recursive: true })
    mkdirSync(join(root, 'web/dist'))
    write('package-lock.json', '{}')
    write('tsconfig.json', '{}')
    write('web/src/main.tsx', 'one')
    write('web/dist/.sources', webDigest(root))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('are current when nothing changed, whatever the times of the files say', () => {
    utimesSync(join(root, 'web/src/main.tsx'), new Date(), new Date())
    write('web/dist/index.html', 'built')
    expect(webIsCurrent(root)).toBe(true)
  })

  it.each([
    ['a page changed', () => write('web/src/main.tsx', 'two')],
    ['a page is new', () => write('web/src/other.tsx', '')],
    ['a page was renamed', () => renameSync(join(root, 'web/src/main.tsx'), join(root, 'web/src/start.tsx'))],
    ['a package changed', () => write('package-lock.json', '{ }')],
    ['the build did not end', () => rmSync(join(root, 'web/dist/.sources'))],
  ])('are stale when %s', (_, change) => {
    change()
    expect(webIsCurrent(root)).toBe(false)
  })
})
