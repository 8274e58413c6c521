import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from './operations.ts'
import { accessTable } from './testing/access-table.ts'
import type { Answer, TestApp, Visitor } from './testing/test-app.ts'
import { openTwoUnits, type TwoUnits } from './testing/two-units.ts'

/** Texts that break programs: quotes, operators, masks, other scripts, halves of characters, nothing. */
const odd = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: fc.constantFrom(...`'"\\%_&|!():*<->;-- 专利 a1 .,`), minLength: 1, maxLength: 20 }),
  },
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\\',
    "'",
    "''",
    "a'b",
    'a\\',
    '%',
    '_',
    '%%%',
    'a & b',
    '!a',
    "' or 1=1 --",
  ),
  fc.constantFrom(
    '专利',
    '发明专利',
    'ＰＣＴ',
    '１２３',
    '𠮷',
    'a'.repeat(200),
    '2026-02-30',
    '-1',
    '1e9',
    '99999999999999999999',
    'NaN',
    'null',
    '[]',
    '{}',
  ),
)
const anything = fc.oneof(
  odd,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(odd, { maxLength: 3 }),
  fc.dictionary(odd, odd, { maxKeys: 3 }),
)

describe('any input at all', () => {
  let units: TwoUnits
  let test: TestApp
  let office: Visitor
  let administrator: Visitor
  let head: Visitor
  beforeAll(async () => {
    units = await openTwoUnits()
    test = units.test
    office = units.office
    administrator = units.administrator
    head = units.owner.head
  }, 180_000)
  afterAll(() => units.close())

  /** Something that is there, of the kind that the name in a path asks for; undefined where nothing fits. */
  const known = (name: string): readonly string[] => {
    const { ids, taskId, unitIds } = units
    const there: Readonly<Record<string, readonly string[]>> = {
      dutyId: [ids.open, ids.drafted, ids.submitted, ids.approved],
      urgingId: [ids.urging],
      extensionId: [ids.extension],
      partId: [ids.part],
      sheetId: [ids.sheet],
      evidenceId: [ids.evidence],
      itemId: [taskId, 'C4', 'M3'],
      itemKind: ['target', 'task'],
      partyId: [unitIds.owner],
      unit: [unitIds.owner],
      statisticId: ['residents'],
    }
    return there[name] ?? []
  }
  /** Now something that is there, now anything. */
  const orKnown = (name: string, text: string, turn: number) => {
    const there = known(name)
    return turn % 3 === 0 || there.length === 0 ? text : (there[turn % there.length] ?? text)
  }

  it.each(operations.filter(({ kind }) => kind === 'query').map(({ id, route, input }) => ({ id, route, input })))(
    '$id answers every question with what is there, or with what is wrong with it',
    async ({ route, input }) => {
      const names = Object.keys('properties' in input ? (input.properties as object) : {})
      await fc.assert(
        fc.asyncProperty(
          fc.array(odd, { minLength: names.length, maxLength: names.length }),
          fc.nat(99),
          fc.nat(2),
          async (values, turn, who) => {
            const inPath = (name: string) => route.path.includes(`:${name}`)
            const given = new Map(
              names.map((name, index) => [
                name,
                inPath(name) ? orKnown(name, values[index] ?? '', turn) : (values[index] ?? ''),
              ]),
            )
            const path = route.path.replaceAll(
              /:(\w+)/g,
              (_all, name: string) => encoded(given.get(name) ?? 'x') || 'x',
            )
            const query = names
              .filter((name) => !route.path.includes(`:${name}`))
              .map((name) => `${name}=${encoded(given.get(name) ?? '')}`)
            const visitor = [office, administrator, head][who] ?? office
            const answer = await visitor.get(`${path}?${query.join('&')}`)
            expect(answer.status, `${path}?${query.join('&')} ${answer.text}`).toBeLessThan(500)
            expectWords(answer)
          },
        ),
        { numRuns: 20, seed: 5 },
      )
    },
  )

  it.each(
    operations
      .filter(({ kind, id }) => kind === 'command' && id !== 'demonstration.loadRegisters')
      .map(({ id, route, input, permission }) => ({ id, route, input, permission })),
  )('$id takes what is right and refuses the rest in words', async ({ route, input, permission }) => {
    const line = accessTable.find((each) => each.route === `${route.method} ${route.path}`)
    const unitsOnly = line?.roles.includes('unitHead') === true && !line.roles.includes('office')
    const visitor = permission === 'account.manage' ? administrator : unitsOnly ? head : office
    const names = Object.keys('properties' in input ? (input.properties as object) : {})
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('other', ...names), anything),
        odd,
        fc.nat(99),
        async (body, id, turn) => {
          // Signing oneself out or changing one's password would end the other tests.
          const path = route.path.replaceAll(/:(\w+)/g, (_all, name: string) => encoded(orKnown(name, id, turn)) || 'x')
          const send = {
            POST: visitor.post,
            PUT: visitor.put,
            PATCH: visitor.patch,
            DELETE: visitor.post,
            GET: visitor.post,
          }
          const answer = route.method === 'DELETE' ? await visitor.delete(path) : await send[route.method](path, body)
          expect(answer.status, `${JSON.stringify(body)} ${answer.text}`).toBeLessThan(500)
          expectWords(answer)
        },
      ),
      { numRuns: 20, seed: 6 },
    )
  })

  it('search finds by any word of the plan, whatever stands around it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('专利', '商标', '质押融资'),
        fc.constantFrom('', ' ', "'", '\\', '!', ':*', ' & ', '（'),
        async (word, noise) => {
          const { hits } = (await test.public.get(`/search?q=${encodeURIComponent(`${word}${noise}`)}`)).body
          if (noise.trim() === '') expect(hits.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 32 },
    )
  })

  it('leaves the journal whole after all that', async () => {
    expect((await office.get('/journal/verification')).body).toMatchObject({ verified: true })
  })
})

/** A refusal is a sentence, and so is every fault that it lists: what is wrong, and what to do. */
function expectWords({ status, body }: Answer): void {
  if (status < 400) return
  expect(body.detail).toMatch(/[。！]$/)
  for (const { path, message } of body.problems ?? []) expect(message, path).toMatch(/[。！]$/)
}

/** Percent-encoded; half a character cannot be, and goes as the sign for one that is not known. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
