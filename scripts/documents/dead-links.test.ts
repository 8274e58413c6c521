import { describe, expect, it } from 'vitest'
import { deadLinks } from './dead-links.ts'

const files = new Set(['README.md', 'docs', 'docs/dependencies.md', 'docs/图.png'])
const targets = (markdown: string, document = 'README.md') =>
  deadLinks(document, markdown, (path) => files.has(path.replace(/\/$/, ''))).map(({ target }) => target)

describe('dead links in documents', () => {
  it.each([
    '[a](docs/dependencies.md)',
    '[a](docs/dependencies.md#tools)',
    '[a](docs/)',
    '![a](docs/%E5%9B%BE.png "图")',
  ])('are not in %s', (markdown) => expect(targets(markdown)).toEqual([]))

  it('are found with their line, beside links that live', () => {
    expect(deadLinks('README.md', '# A\n\n[a](README.md) and [b](gone.md)', (path) => files.has(path))).toEqual([
      { line: 3, target: 'gone.md' },
    ])
  })

  it('are looked up from where the document lies', () => {
    expect(targets('[a](../README.md)', 'docs/dependencies.md')).toEqual([])
    expect(targets('[a](README.md)', 'docs/dependencies.md')).toEqual(['README.md'])
  })

  it('are not looked for elsewhere, within the page, or in code', () => {
    expect(targets('[a](https://example.org/x) [b](mailto:a@b.c) [c](#here) `[d](gone.md)`')).toEqual([])
    expect(targets('```\n[a](gone.md)\n```\n[b](also-gone.md)')).toEqual(['also-gone.md'])
  })
})
