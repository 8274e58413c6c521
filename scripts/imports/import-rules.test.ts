import { describe, expect, it } from 'vitest'
import { builtInProblem, computedImportProblem, houseImportProblem } from './import-rules.ts'

const problem = (from: string, to: string, typeOnly = false) => houseImportProblem({ from, to, typeOnly })

const works = 'modules/creation/copyright/works.ts'

describe('the direction of imports', () => {
  it.each([
    ['server/main.ts', 'modules/creation/copyright/module.ts'],
    ['server/main.ts', 'counties/yixing/county.ts'],
    ['cli/qx.ts', 'server/platform.ts'],
    [works, 'modules/creation/copyright/rules/identical.ts'],
    [works, 'kernel/plan/plan.ts'],
    [works, 'engines/calendar/calendar.ts'],
    ['kernel/plan/plan.ts', 'kernel/journal/entry.ts'],
    ['kernel/plan/plan.ts', 'engines/calendar/calendar.ts'],
    ['engines/plan-document/read/word.ts', 'engines/plan-document/words.ts'],
    ['counties/check/check.ts', 'kernel/errors/define-errors.ts'],
    ['modules/all-modules.ts', works],
    ['web/src/main.tsx', 'web/src/app/app.tsx'],
  ])('%s may use %s', (from, to) => {
    expect(problem(from, to)).toBeUndefined()
  })

  it.each([
    ['web/src/main.tsx', 'kernel/plan/plan.ts', 'web may use nothing else of the house'],
    ['web/src/main.tsx', 'modules/creation/copyright/works.ts', 'not modules'],
    ['kernel/plan/plan.ts', 'modules/creation/copyright/works.ts', 'kernel may use engines, not modules'],
    ['kernel/plan/plan.ts', 'server/main.ts', 'not server'],
    ['modules/creation/copyright/works.ts', 'server/main.ts', 'not server'],
    ['modules/creation/copyright/works.ts', 'counties/yixing/county.ts', 'not counties'],
    ['modules/creation/copyright/works.ts', 'modules/creation/patents/rule.ts', "another subject's files"],
    ['modules/creation/copyright/works.ts', 'modules/all-modules.ts', "another subject's files"],
    ['engines/calendar/calendar.ts', 'kernel/clock/clock.ts', 'nothing else of the house'],
    ['engines/calendar/calendar.ts', 'engines/draw/draw.ts', "another subject's files"],
    ['server/main.ts', 'cli/qx.ts', 'not cli'],
    ['counties/yixing/county.ts', 'modules/creation/copyright/works.ts', 'counties may use engines'],
    ['counties/yixing/county.ts', 'kernel/plan/plan.ts', 'not kernel'],
    ['elsewhere/file.ts', 'kernel/plan/plan.ts', 'elsewhere may use nothing'],
  ])('%s may not use %s', (from, to, reason) => {
    expect(problem(from, to)).toContain(reason)
  })

  it('holds for types too: what is only read still ties two parts together', () => {
    expect(problem('kernel/plan/plan.ts', works, true)).toContain('not modules')
  })

  it('lets counties use the types of the engines, and nothing that runs', () => {
    expect(problem('counties/yixing/county.ts', 'engines/calendar/calendar.ts', true)).toBeUndefined()
    expect(problem('counties/yixing/county.ts', 'engines/calendar/calendar.ts')).toContain('types only')
  })

  it('keeps the testing folders of kernel and server for tests', () => {
    const helper = 'kernel/testing/test-database.ts'
    expect(problem('modules/creation/copyright/works.test.ts', helper)).toBeUndefined()
    expect(problem('e2e/desk.ts', helper)).toBeUndefined()
    expect(problem(works, helper)).toContain('for tests only')
    expect(problem('kernel/plan/plan.ts', helper)).toContain('for tests only')
    expect(problem('server/main.ts', 'server/testing/test-app.ts')).toContain('for tests only')
    expect(problem('server/testing/test-app.ts', helper)).toBeUndefined()
  })

  it('holds for tests as for the code beside them', () => {
    expect(problem('kernel/plan/plan.test.ts', works)).toContain('not modules')
  })
})

describe('modules built into Node', () => {
  it('stay out of the engines when they touch the world', () => {
    expect(builtInProblem('engines/draw/draw.ts', 'node:fs')).toContain('pure')
    expect(builtInProblem('engines/draw/draw.ts', 'fs/promises')).toContain('pure')
    expect(builtInProblem('engines/draw/draw.ts', 'node:crypto')).toBeUndefined()
    expect(builtInProblem('engines/draw/draw.test.ts', 'node:fs')).toBeUndefined()
    expect(builtInProblem('kernel/evidence/store.ts', 'node:fs')).toBeUndefined()
  })

  it('stay out of the pages altogether', () => {
    expect(builtInProblem('web/src/main.tsx', 'node:crypto')).toContain('browser')
    expect(builtInProblem('web/vite.config.ts', 'node:path')).toBeUndefined()
  })
})

it('an import may be computed only where programs load what they are told to', () => {
  expect(computedImportProblem('server/load-county.ts')).toBeUndefined()
  expect(computedImportProblem('kernel/plan/plan.ts')).toContain('kernel may not compute')
})
