import { describe, expect, it } from 'vitest'
import type { DraftItem } from '../../api/types.gen.ts'
import { isOpen, mayConfirm, restored } from './contents.ts'

const item = (part: Partial<DraftItem>): DraftItem => ({
  id: 'i',
  kind: 'target',
  ordinal: 1,
  content: {},
  original: {},
  span: null,
  confidence: 0.9,
  decision: 'pending',
  decidedBy: null,
  decidedAt: null,
  revision: 1,
  against: null,
  base: null,
  candidates: [],
  ...part,
})
const unit = (partyId: string | null) => item({ kind: 'unit', content: { printed: '市科技局', partyId, create: null } })
const question = (answer: string | null) => item({ kind: 'question', content: { message: '累计自何时起？', answer } })

describe('what is still open in a review', () => {
  it('counts a unit as settled once it is matched, even before anyone confirms it', () => {
    expect(isOpen(unit(null))).toBe(true)
    expect(isOpen(unit('u1'))).toBe(false)
  })

  it('does not let a question without an answer, or a unit without a match, be confirmed', () => {
    expect(mayConfirm(question(null))).toBe(false)
    expect(mayConfirm(unit(null))).toBe(false)
    expect(mayConfirm(unit('u1'))).toBe(true)
    expect(mayConfirm(item({}))).toBe(true)
  })

  it('restores to how it was read, and what a person added to standing', () => {
    const original = { value: 70 }
    expect(restored(item({ original, content: { value: 75 }, decision: 'corrected' }))).toEqual({
      content: original,
      decision: 'pending',
    })
    expect(restored(item({ original: null, decision: 'struck' }))).toEqual({ decision: 'added' })
  })
})
