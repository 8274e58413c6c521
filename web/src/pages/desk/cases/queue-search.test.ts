import { describe, expect, it } from 'vitest'
import { readQueue, viewOf } from './queue-search.ts'

describe('the address of the desk', () => {
  it('keeps a view, a light, a service and words, and leaves out what it does not know', () => {
    expect(readQueue({ view: 'untaken', light: 'red', type: 'rights-assistance', q: '壶', page: 3 })).toEqual({
      view: 'untaken',
      light: 'red',
      type: 'rights-assistance',
      q: '壶',
    })
    expect(readQueue({ view: 'everything', light: 'purple' })).toEqual({})
  })

  it('begins with one’s own work for those who handle, and with all for those who read', () => {
    expect(viewOf({}, true)).toBe('mine')
    expect(viewOf({}, false)).toBe('all')
    expect(viewOf({ view: 'overdue' }, false)).toBe('overdue')
  })
})
