import { describe, expect, it } from 'vitest'
import { classifyTitle } from './chapters.ts'

describe('what a chapter is for, by its title', () => {
  it.each([
    ['发展基础', 'background'],
    ['工作基础和形势', 'background'],
    ['基本情况', 'background'],
    ['实施基础提升行动', 'unknown'],
    ['夯实发展基础', 'unknown'],
    ['基础设施', 'unknown'],
    ['主要目标', 'goals'],
    ['重点任务', 'tasks'],
    ['保障措施', 'safeguards'],
  ])('%s is %s', (title, kind) => expect(classifyTitle(title)).toBe(kind))
})
