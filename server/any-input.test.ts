import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from './operations.ts'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

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
  let test: TestApp
  let office: Visitor
  let administrator: Visitor
  beforeAll(async () => {
    test = await openTestApp()
    ;[office, administrator] = [await test.as('office'), await test.as('administrator')]
  })
  afterAll(() => test.close())

  it.each(operations.filter(({ kind }) => kind === 'query').map(({ id, route, input }) => ({ id, route, input })))(
    '$id answers every question with what is there, or with what is wrong with it',
    async ({ route, input }) => {
      const names = Object.keys('properties' in input ? (input.properties as object) : {})
      await fc.assert(
        fc.asyncProperty(fc.array(odd, { minLength: names.length, maxLength: names.length }), async (values) => {
          const given = new Map(names.map((name, index) => [name, values[index] ?? '']))
          const path = route.path.replaceAll(/:(\w+)/g, (_all, name: string) => encoded(given.get(name) ?? 'x') || 'x')
          const query = names
            .filter((name) => !route.path.includes(`:${name}`))
            .map((name) => `${name}=${encoded(given.get(name) ?? '')}`)
          for (const visitor of [office, administrator]) {
            const answer = await visitor.get(`${path}?${query.join('&')}`)
            expect(answer.status, `${path}?${query.join('&')} ${answer.text}`).toBeLessThan(500)
          }
        }),
        { numRuns: 40, seed: 5 },
      )
    },
  )

  it.each(
    operations
      .filter(({ kind }) => kind === 'command')
      .map(({ id, route, input, permission }) => ({ id, route, input, permission })),
  )('$id takes what is right and refuses the rest in words', async ({ route, input, permission }) => {
    const visitor = permission === 'account.manage' ? administrator : office
    const names = Object.keys('properties' in input ? (input.properties as object) : {})
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom('other', ...names), anything), odd, async (body, id) => {
        // Signing oneself out or changing one's password would end the other tests.
        const path = route.path.replaceAll(/:\w+/g, encoded(id) || 'x')
        const send = {
          POST: visitor.post,
          PUT: visitor.put,
          PATCH: visitor.patch,
          DELETE: visitor.post,
          GET: visitor.post,
        }
        const answer = route.method === 'DELETE' ? await visitor.delete(path) : await send[route.method](path, body)
        expect(answer.status, `${JSON.stringify(body)} ${answer.text}`).toBeLessThan(500)
        if (answer.status >= 400) expect(answer.body.detail).toMatch(/[。！]$/)
      }),
      { numRuns: 30, seed: 6 },
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

/** Percent-encoded; half a character cannot be, and goes as the sign for one that is not known. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
