import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Ways in which a text becomes markup or a program; React writes every other text as text. */
const raw =
  /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write\b|createContextualFragment|srcDoc=|\beval\(|new Function\(|javascript:/

describe('pages', () => {
  it('never write a text of somebody as markup (XSS)', () => {
    const files = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|gen)\.ts$/.test(file))
      .map((file) => join('web/src', file))
    expect(files.length).toBeGreaterThan(200)
    const found = files.filter((file) => raw.test(readFileSync(file, 'utf8')))
    expect(found).toEqual([])
  })

  it.each(['<p dangerouslySetInnerHTML={x} />', 'node.innerHTML = x', "href='javascript:x'"])(
    'would find %s',
    (text) => {
      expect(raw.test(text)).toBe(true)
    },
  )
})
