import { describe, expect, it } from 'vitest'
import { changePath } from './change-path.ts'

describe('where an event leads', () => {
  it('opens the page of a milestone rather than a place within the list', () => {
    expect(changePath('/milestones#01a2')).toBe('/milestones/01a2')
  })

  it('leaves every other path as it came', () => {
    for (const path of ['/plan', '/duties/01a2', '/targets/C2', '/plan#words']) expect(changePath(path)).toBe(path)
  })
})
