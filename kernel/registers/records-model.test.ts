import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Library, type Listed, openLibrary } from './calling.fixture.ts'
import type { RecordDetail, RecordRow } from './registers.schemas.ts'

/** A reader in the model: what it says now, whether it lives, and what it said on each day. */
interface ModelReader {
  readonly id: string
  living: boolean
  code: string | null
  /** end of day → what was known, undefined: it was not in the list */
  readonly known: Map<string, string | null | undefined>
}
interface ModelMerge {
  readonly id: string
  readonly kept: string
  readonly merged: string
  undone: boolean
}
interface Model {
  day: number
  readonly readers: Map<string, ModelReader>
  readonly merges: ModelMerge[]
  added: number
}

type Act =
  | { readonly act: 'add'; readonly code: string }
  | { readonly act: 'change'; readonly at: number; readonly code: string }
  | { readonly act: 'remove'; readonly at: number }
  | { readonly act: 'merge'; readonly at: number; readonly other: number }
  | { readonly act: 'undo'; readonly at: number }
  | { readonly act: 'nextDay' }

const code = fc.constantFrom('a', 'b', 'c')
const at = fc.nat(5)
const act: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: fc.record({ act: fc.constant('add' as const), code }), weight: 3 },
  { arbitrary: fc.record({ act: fc.constant('change' as const), at, code }), weight: 3 },
  { arbitrary: fc.record({ act: fc.constant('remove' as const), at }), weight: 1 },
  { arbitrary: fc.record({ act: fc.constant('merge' as const), at, other: at }), weight: 2 },
  { arbitrary: fc.record({ act: fc.constant('undo' as const), at }), weight: 2 },
  { arbitrary: fc.record({ act: fc.constant('nextDay' as const) }), weight: 3 },
)

describe('a register against a small model (add, change, merge, undo, remove, any day)', () => {
  let library: Library
  let series = 0
  beforeAll(async () => {
    library = await openLibrary()
  })
  afterAll(() => library.close())

  it('says on every day what was known at its end, and refuses what cannot be', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 25 }), async (acts) => {
        series += 1
        const model: Model = { day: 0, readers: new Map(), merges: [], added: 0 }
        library.setNow(noonOf(model.day))
        for (const each of acts) await step(model, each)
        closeDay(model)
        await compare(model)
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  /** Days of one series lie apart from those of all others: a list of a day holds one series by its names. */
  const noonOf = (day: number) => new Date(Date.UTC(2020 + series, 0, 1 + day, 4))
  const dateOf = (day: number) => noonOf(day).toISOString().slice(0, 10)

  async function step(model: Model, each: Act): Promise<void> {
    const readers = [...model.readers.values()]
    const pick = (place: number) => readers[place % Math.max(1, readers.length)]
    switch (each.act) {
      case 'nextDay':
        closeDay(model)
        model.day += 1
        library.setNow(noonOf(model.day))
        return
      case 'add': {
        model.added += 1
        const name = `组${series}读者${model.added}`
        const { id } = await library.add('reader', { name, code: each.code })
        model.readers.set(id, { id, living: true, code: each.code, known: new Map() })
        return
      }
      case 'change': {
        const reader = pick(each.at)
        if (reader === undefined) return
        const { revision } = await library.get('reader', reader.id)
        const changing = library.call<RecordRow>('register.changeRecord', {
          ...{ register: 'reader', recordId: reader.id, revision, values: { code: each.code } },
        })
        if (!reader.living) return expect(changing).rejects.toMatchObject({ code: 'register.ended' })
        await changing
        reader.code = each.code
        return
      }
      case 'remove': {
        const reader = pick(each.at)
        if (reader === undefined) return
        const removing = library.call('register.removeRecord', {
          register: 'reader',
          recordId: reader.id,
          reason: '演示',
        })
        if (!reader.living) return expect(removing).rejects.toMatchObject({ code: 'register.ended' })
        await removing
        reader.living = false
        return
      }
      case 'merge': {
        const [kept, merged] = [pick(each.at), pick(each.other)]
        if (kept === undefined || merged === undefined) return
        const merging = library.call<{ mergeId: string }>('register.merge', {
          ...{ register: 'reader', keptId: kept.id, mergedIds: [merged.id], reason: '演示' },
        })
        if (!kept.living || !merged.living) return expect(merging).rejects.toMatchObject({ code: 'register.ended' })
        if (kept === merged) return expect(merging).rejects.toMatchObject({ code: 'register.mergeWithItself' })
        model.merges.push({ id: (await merging).mergeId, kept: kept.id, merged: merged.id, undone: false })
        merged.living = false
        return
      }
      case 'undo': {
        const merge = model.merges[each.at % Math.max(1, model.merges.length)]
        if (merge === undefined) return
        const undoing = library.call('register.undoMerge', { register: 'reader', mergeId: merge.id, reason: '演示' })
        if (merge.undone) return expect(undoing).rejects.toMatchObject({ code: 'register.mergeUndone' })
        const [kept, merged] = [model.readers.get(merge.kept), model.readers.get(merge.merged)]
        if (kept?.living !== true) return expect(undoing).rejects.toMatchObject({ code: 'register.ended' })
        await undoing
        merge.undone = true
        if (merged !== undefined) merged.living = true
      }
    }
  }

  function closeDay(model: Model): void {
    for (const reader of model.readers.values()) {
      reader.known.set(dateOf(model.day), reader.living ? reader.code : undefined)
    }
  }

  async function compare(model: Model): Promise<void> {
    for (let day = 0; day <= model.day; day += 1) {
      const asOf = dateOf(day)
      const filters = JSON.stringify([{ field: 'name', by: 'startsWith', value: `组${series}读者` }])
      const page = await library.call<Listed>('register.records', { register: 'reader', asOf, limit: 200, filters })
      const listed = new Map(page.rows.map((row) => [row.id, row.values['code']]))
      const expected = new Map(
        [...model.readers.values()].flatMap(({ id, known }): [string, string | null][] => {
          const value = known.get(asOf)
          return value === undefined ? [] : [[id, value]]
        }),
      )
      expect(listed).toEqual(expected)
    }
    for (const reader of model.readers.values()) {
      const detail: RecordDetail = await library.get('reader', reader.id)
      expect(detail.state === 'living').toBe(reader.living)
      // Numbers of revisions go up without gaps, and each ends when the next begins.
      const revisions = detail.revisions.toReversed()
      expect(revisions.map(({ revision }) => revision)).toEqual(revisions.map((_, index) => index + 1))
      for (const [index, revision] of revisions.entries()) {
        expect(revision.replacedAt).toBe(
          reader.living || index < revisions.length - 1 ? nextOf(revisions, index) : null,
        )
      }
    }
  }

  /** A revision that was ended and later restored ended before the restored one began. */
  function nextOf(revisions: RecordDetail['revisions'], index: number): string | null {
    const own = revisions[index]?.replacedAt ?? null
    const next = revisions[index + 1]
    if (next === undefined) return null
    return next.act === 'restored' ? own : next.recordedAt
  }
})
