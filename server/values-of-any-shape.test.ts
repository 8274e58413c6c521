import { formFields } from '@qiangxian/kernel/matters/form/form-fields'
import type { DraftView } from '@qiangxian/kernel/matters/matters.schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matters, registers } from './declarations.ts'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

/** Values that no form of ours sends: what their field does not expect, and what breaks programs on its way to a text. */
const shapes: readonly (readonly [what: string, value: unknown])[] = [
  ['an object without a text of its own', { toString: 0, valueOf: 0 }],
  ['a list of such objects', [{ toString: 0 }, null, [[]]]],
  ['a key of every object', { __proto__: null, constructor: 'x', id: { id: 1 } }],
  ['a number with a fraction', -1.5e300],
  ['a truth', true],
  ['nothing', null],
  ['halves of characters', '\ud800\u0000'],
  ['a long text', '演'.repeat(70_000)],
]

describe('a value of any shape in every field (任意取值)', () => {
  let test: TestApp
  let clerk: Visitor
  let office: Visitor
  beforeAll(async () => {
    test = await openTestApp()
    clerk = await test.signIn('chuangkou', 'yanshi-chuangkou-2026')
    office = await test.signIn('bangongshi', 'yanshi-bangongshi-2026')
  }, 300_000)
  afterAll(() => test.close())

  const atWindow = matters.all.filter(({ entrances }) => entrances.includes('window'))
  it.each(atWindow.map((declaration) => [declaration.id, declaration] as const))(
    'of the form of %s is kept or refused in words',
    async (type, declaration) => {
      const begun = await clerk.post('/window/receptions', { types: [type], name: '演示人' })
      expect(begun.status, begun.text).toBe(200)
      const draft = begun.body.drafts[0] as DraftView
      let { revision } = draft
      for (const [what, value] of shapes) {
        const values = Object.fromEntries([...formFields(declaration)].map(([name]) => [name, value]))
        const saved = await clerk.patch(`/drafts/${draft.id}`, { type, revision, values })
        expect(saved.status, `${what}: ${saved.text}`).toBeLessThan(500)
        if (saved.status === 200) revision = saved.body.draft.revision
        const submitted = await clerk.post(`/drafts/${draft.id}/submission`, { agreed: true })
        expect(submitted.status, `${what}: ${submitted.text}`).toBeGreaterThanOrEqual(400)
        expect(submitted.status, `${what}: ${submitted.text}`).toBeLessThan(500)
      }
    },
  )

  it.each(registers.all.map((declaration) => [declaration.id, declaration] as const))(
    'of a record of %s is refused in words',
    async (name, declaration) => {
      for (const [what, value] of shapes) {
        const values = Object.fromEntries(Object.keys(declaration.fields).map((field) => [field, value]))
        const made = await office.post(`/registers/${name}/records`, { values })
        expect(made.status, `${what}: ${made.text}`).toBeLessThan(500)
      }
    },
  )
})
