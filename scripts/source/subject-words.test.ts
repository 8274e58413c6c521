import { describe, expect, it } from 'vitest'
import { subjectWords } from './subject-words.ts'

const words = (source: string, file = 'kernel/plan/plan.ts') => subjectWords(file, source).map(({ word }) => word)

describe('words of intellectual property', () => {
  it.each([
    ['const patentNo = 1', 'patent'],
    ['interface TrademarkRow { id: string }', 'Trademark'],
    ["const table = 'copyright_works'", 'copyright'],
    ['const label = `每万人口' + '$' + '{n}件专利`', '专利'],
    ["const zh = { 商标: '' }", '商标'],
    ['const is = /知识产权/', '知识产权'],
    ['class A { #版权 = 1 }', '版权'],
    ["import x from './著作权.ts'", '著作权'],
  ])('are found in %s', (source, word) => {
    expect(words(source)).toContain(word)
  })

  it('are found in the path of the file', () => {
    expect(words('export {}', 'kernel/patents/register.ts')).toEqual(['patent'])
  })

  it('are found in pages', () => {
    expect(words('const a = <p>专利</p>', 'kernel/page.tsx')).toEqual(['专利'])
  })

  it('may stand in comments', () => {
    expect(words('/** Registers: patents, 商标. */\nconst register = 1')).toEqual([])
  })
})
