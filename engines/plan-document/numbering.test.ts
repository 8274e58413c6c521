import { describe, expect, it } from 'vitest'
import { readLabel } from './numbering.ts'

describe('the number in front of a heading (结构层次序数)', () => {
  it.each([
    ['7.100名领航员项目。', 'arabic', 7],
    ['3.5G基站建设。', 'arabic', 3],
    ['4.推进工作。', 'arabic', 4],
    ['2.1推进工作。', 'decimal', 1],
    ['（三）推进工作。', 'hanParen', 3],
  ])('%s', (line, kind, number) => expect(readLabel(line)).toMatchObject({ kind, number }))

  it.each(['2.125万元', '3.5亿元以上'])('is not %s', (line) => expect(readLabel(line)).toBeNull())
})
