import { describe, expect, it } from 'vitest'
import type { CountyService } from '../jurisdiction/county-facts.ts'
import { testCounty } from '../testing/test-county.ts'
import { officeOf } from './office-of.ts'

const service: CountyService = {
  ...{ matter: 'reading-card', organisation: '县图书馆', letterhead: '演示县图书馆', itemCode: null, address: null },
  ...{ hours: null, phone: null, complaints: null, promised: {} },
}
const county = testCounty({ services: { halls: [], matters: [service] } })
const unit = { signedBy: 'unit' } as const

describe('the office whose name a document bears (发文机关)', () => {
  it.each([
    ['reading-card', '县图书馆', '演示县图书馆'],
    // transferred to another unit, and of a matter that the county does not list
    ['reading-card', '县文化馆', '县文化馆'],
    ['other', '县图书馆', '县图书馆'],
  ])('of %s at %s is %s', (matter, name, office) => {
    expect(officeOf(county, matter, name, unit)).toBe(office)
  })

  it('is the county itself where a document is signed by it', () => {
    expect(officeOf(county, 'reading-card', '县图书馆', { signedBy: 'county' })).toBe('演示县')
  })
})
