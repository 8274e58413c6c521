import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentOf, type DrawInputs, draw } from './draw.ts'
import { numberStream } from './number-stream.ts'
import { verifyDraw } from './verify-draw.ts'

const seed = `${'00'.repeat(31)}01`
const digest = 'ab'.repeat(32)
const key = { seed, publicValue: '', inputsDigest: digest }
const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `e${String(at).padStart(3, '0')}`, label: `专家${at}` }))
const inputs = (changes: Partial<DrawInputs> = {}): DrawInputs => ({
  candidates: people(12),
  excluded: [],
  wanted: 3,
  reserves: 2,
  ...changes,
})

const vector: readonly string[] = ['e007', 'e002', 'e005', 'e009', 'e008']
const hexadecimal = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))

describe('a draw (随机抽取)', () => {
  it('comes out the same for everybody, whatever the order of the list', () => {
    const result = draw(inputs(), key)
    expect(draw(inputs({ candidates: [...people(12)].reverse() }), key)).toEqual(result)
    expect(result.drawn).toHaveLength(3)
    expect(result.reserves).toHaveLength(2)
    expect(result.steps.map(({ among }) => among)).toEqual([12, 11, 10, 9, 8])
  })

  it('keeps its outcome for ever: a vector that must never change', () => {
    // Computed a second time in Python from the words in README.md.
    expect(draw(inputs(), key)).toMatchObject({ drawn: vector.slice(0, 3), reserves: vector.slice(3) })
  })

  it('turns on the seed, the public value and the inputs alike', () => {
    const many = inputs({ candidates: people(400), wanted: 40 })
    const base = draw(many, key).drawn
    expect(draw(many, { ...key, seed: '00'.repeat(32) }).drawn).not.toEqual(base)
    expect(draw(many, { ...key, publicValue: '7' }).drawn).not.toEqual(base)
    expect(draw(many, { ...key, inputsDigest: 'ac'.repeat(32) }).drawn).not.toEqual(base)
  })

  it('draws nobody who is left out, nobody twice, and all when too few are left', () => {
    fc.assert(
      fc.property(hexadecimal, fc.nat(30), fc.nat(30), fc.nat(6), fc.nat(6), (given, all, out, wanted, reserves) => {
        const candidates = people(all)
        const excluded = candidates.slice(0, Math.min(out, all)).map(({ id }) => ({ id, reason: '回避' }))
        const result = draw({ candidates, excluded, wanted, reserves }, { ...key, seed: given })
        const ids = [...result.drawn, ...result.reserves]
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.filter((id) => excluded.some((one) => one.id === id))).toEqual([])
        expect(ids).toHaveLength(Math.min(wanted + reserves, all - excluded.length))
      }),
    )
  })

  it('gives everybody the same chance', () => {
    const counts = new Map<string, number>()
    const rounds = 6_000
    for (let round = 0; round < rounds; round += 1) {
      const [first = ''] = draw(inputs({ wanted: 1, reserves: 0 }), { ...key, publicValue: String(round) }).drawn
      counts.set(first, (counts.get(first) ?? 0) + 1)
    }
    // Chi-squared with 11 degrees of freedom: beyond 31.3 in one of a thousand; these rounds are always the same.
    const expected = rounds / 12
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(counts.size).toBe(12)
    expect(chi).toBeLessThan(31.3)
  })

  it('refuses what is no seed, no digest, no count, and two people with one id', () => {
    expect(() => draw(inputs(), { ...key, seed: 'AB' })).toThrow(RangeError)
    expect(() => draw(inputs(), { ...key, inputsDigest: '' })).toThrow(RangeError)
    expect(() => draw(inputs({ wanted: -1 }), key)).toThrow(RangeError)
    expect(() => draw(inputs({ candidates: [...people(2), ...people(1)] }), key)).toThrow(/e000/)
  })
})

describe('looking a draw through (复算)', () => {
  const published = { ...key, commitment: commitmentOf(seed), inputs: inputs(), result: draw(inputs(), key) }

  it('finds nothing where all fits', () => {
    expect(verifyDraw(published, digest)).toEqual([])
  })

  it('finds another seed, other inputs and another outcome', () => {
    expect(verifyDraw({ ...published, commitment: '11'.repeat(32) }, digest)).toMatchObject([{ fault: 'seed' }])
    expect(verifyDraw(published, '22'.repeat(32))).toMatchObject([{ fault: 'inputs' }])
    const swapped = { ...published.result, drawn: [...published.result.drawn].reverse() }
    expect(verifyDraw({ ...published, result: swapped }, digest)).toMatchObject([{ fault: 'result' }])
    const moved = { drawn: [...published.result.drawn, ...published.result.reserves.slice(0, 1)], reserves: [] }
    expect(verifyDraw({ ...published, result: moved }, digest)).toMatchObject([{ fault: 'result' }])
  })
})

describe('the stream of numbers', () => {
  it('stays below its bound, also where the bound does not divide 2⁶⁴', () => {
    const below = numberStream(Buffer.from('key'))
    for (const bound of [1, 2, 3, 7, 1_000_003, Number.MAX_SAFE_INTEGER]) {
      for (let round = 0; round < 50; round += 1) expect(below(bound)).toBeLessThan(bound)
    }
    expect(() => below(0)).toThrow(RangeError)
  })
})
