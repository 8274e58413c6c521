import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftView } from '../matters.schemas.ts'
import { account, type Counter, openCounter, type Person, visitor } from './applying.fixture.ts'
import type { SavedDraft, Submitted } from './applying.schemas.ts'

let counter: Counter
let guest: Person
let other: Person

beforeAll(async () => {
  counter = await openCounter()
  guest = await visitor(counter, '13800000001')
  other = await visitor(counter, '13800000002')
})
afterAll(() => counter.close())

const begin = (who: Person, type = 'reading-card', more = {}) =>
  counter.call<DraftView>('draft.begin', { type, ...more }, who)
const save = (draft: { id: string; revision: number }, values: object, who: Person) =>
  counter.call<SavedDraft>('draft.save', { draftId: draft.id, revision: draft.revision, values }, who)
const submit = (draftId: string, who: Person, more = {}) =>
  counter.call<Submitted>('draft.submit', { draftId, agreed: true, ...more }, who)
const confirm = (draftId: string, fields: string[], who: Person) =>
  counter.call<DraftView>('draft.confirmPrefilled', { draftId, fields }, who)
/** A draft of somebody with a visit, filled, its telephone number confirmed. */
async function ready(values: object, who: Person = guest) {
  const draft = await begin(who)
  const saved = await save(draft, values, who)
  const { revision } = await confirm(draft.id, ['phone'], who)
  return { ...saved.draft, revision }
}
const whole = { applicant: '演示甲', kind: 'novel' }

async function submitted(who: Person, values: object = whole): Promise<Submitted> {
  const draft = await begin(who)
  await save(draft, values, who)
  await counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, who)
  const unconfirmed = Object.entries((await counter.call<DraftView>('draft.show', { draftId: draft.id }, who)).entries)
  await confirm(
    draft.id,
    unconfirmed.flatMap(([name, { confirmed }]) => (confirmed ? [] : [name])),
    who,
  )
  return submit(draft.id, who)
}

describe('a form from its first field to the matter (草稿、提交)', () => {
  it('is filled with what is known of the person, saved field by field, confirmed and submitted once', async () => {
    const draft = await begin(guest)
    expect(draft.values).toEqual({ phone: '13800000001' })
    expect(draft.entries['phone']).toMatchObject({ by: 'prefill', from: '手机验证', confirmed: false })
    const saved = await save(draft, whole, guest)
    expect(saved.draft.entries['applicant']).toMatchObject({ by: 'applicant', confirmed: true })
    await counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, guest, '正面.png')
    const two = await counter.give<DraftView>(
      'draft.addMaterial',
      { draftId: draft.id, material: 'photo' },
      guest,
      '背面.png',
    )
    expect(two.given.map(({ fileName }) => fileName)).toEqual(['正面.png', '背面.png'])
    await expect(submit(draft.id, guest)).rejects.toMatchObject({
      code: 'draft.notConfirmed',
      problems: [{ path: '/confirmations/phone' }],
    })
    await confirm(draft.id, ['phone'], guest)
    await expect(submit(draft.id, guest, { agreed: false })).rejects.toMatchObject({ code: 'draft.notAgreed' })
    const first = await submit(draft.id, guest)
    expect(first).toMatchObject({ wasDone: false })
    expect(first.statusPath).toContain(`number=${first.number}&code=`)
    const again = await submit(draft.id, guest)
    expect(again).toEqual({ ...first, wasDone: true })
    const { rows } = await counter.test.tamper(
      `select values, applicant_label, entrance from matter where id = '${first.matterId}'`,
    )
    expect(rows[0]).toMatchObject({ applicant_label: '演**', entrance: 'visit' })
    expect(JSON.stringify(rows[0])).not.toContain('13800000001')
    await expect(save(draft, { address: '晚了' }, guest)).rejects.toMatchObject({ code: 'draft.submitted' })
    const left = await counter.test.tamper(
      `select entries::text, party_cipher from matter_draft where id = '${draft.id}'`,
    )
    expect(left.rows[0]).toEqual({ entries: '{}', party_cipher: null })
  })

  it('is one matter when it is sent eight times at the same moment', async () => {
    const draft = await ready(whole)
    await counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, guest)
    const sent = await Promise.all(Array.from({ length: 8 }, () => submit(draft.id, guest)))
    expect(new Set(sent.map(({ matterId }) => matterId)).size).toBe(1)
    expect(sent.filter(({ wasDone }) => !wasDone)).toHaveLength(1)
  })

  it('says everything that is wrong at once, by field', async () => {
    const draft = await begin(guest)
    const { draft: saved } = await save(draft, { kind: 'atlas', copies: 12, bornOn: '2099-01-01' }, guest)
    expect(saved.problems.map(({ field }) => field).sort()).toEqual(['bornOn', 'copies'])
    await expect(submit(draft.id, guest)).rejects.toMatchObject({ code: 'matter.badValues' })
    const error = await submit(draft.id, guest).catch((e: { problems: { path: string }[] }) => e)
    expect((error as { problems: { path: string }[] }).problems.map(({ path }) => path).sort()).toEqual([
      '/values/applicant',
      '/values/bornOn',
      '/values/copies',
      '/values/scale',
    ])
  })

  it('asks for materials by what is filled, and lets one that may follow come later by a day', async () => {
    const draft = await ready({ ...whole, kind: 'atlas', scale: '1:500' })
    await expect(submit(draft.id, guest)).rejects.toMatchObject({
      code: 'matter.materialsMissing',
      problems: [{ path: '/materials/photo' }, { path: '/materials/map' }],
    })
    await counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, guest)
    await counter.give('draft.addMaterial', { draftId: draft.id, material: 'map' }, guest)
    const later = (laterBy: string, material = 'letter') => submit(draft.id, guest, { later: [{ material, laterBy }] })
    await expect(later('2026-11-25')).rejects.toMatchObject({ code: 'draft.laterTooFar' })
    await expect(later('2027-11-25')).rejects.toMatchObject({ code: 'draft.laterTooFar' })
    await expect(later('2026-12-01', 'photo')).rejects.toMatchObject({ code: 'draft.mayNotComeLater' })
    const { matterId } = await later('2026-12-01')
    const { rows } = await counter.test.tamper(
      `select material, status, later_by::text from matter_material where matter_id = '${matterId}' order by material`,
    )
    expect(rows).toContainEqual({ material: 'letter', status: 'later', later_by: '2026-12-01' })
  })

  it('keeps what was typed before it was hidden, and submits only what is asked', async () => {
    const draft = await ready({ ...whole, kind: 'atlas', scale: '1:500' })
    const saved = await save(draft, { kind: 'novel' }, guest)
    expect(saved.draft.values['scale']).toBe('1:500')
    await counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, guest)
    const { matterId } = await submit(draft.id, guest)
    const { rows } = await counter.test.tamper(`select values ? 'scale' as kept from matter where id = '${matterId}'`)
    expect(rows[0]?.kept).toBe(false)
  })

  it('keeps the version on which it was begun', async () => {
    const draft = await begin(guest)
    await counter.test.tamper(`
      insert into matter_version (jurisdiction, matter_type, version, declaration, digest, published_at, reason, by_label)
      select jurisdiction, matter_type, 2, replace(declaration::text, '借什么', '改过的步骤')::jsonb, 'x', now(), 'x', 'x'
      from matter_version where matter_type = 'reading-card' and version = 1`)
    const shown = await counter.call<DraftView>('draft.show', { draftId: draft.id }, guest)
    expect(shown.version).toBe(1)
    expect(shown.form[1]?.label).toBe('借什么')
    expect((await begin(guest)).form[1]?.label).toBe('改过的步骤')
    await save(draft, whole, guest)
    await confirm(draft.id, ['phone'], guest)
    await counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, guest)
    const { matterId } = await submit(draft.id, guest)
    const { rows } = await counter.test.tamper(`select version from matter where id = '${matterId}'`)
    expect(rows[0]?.version).toBe(1)
  })

  it('is over after its time, and found no more', async () => {
    const draft = await begin(guest)
    const now = counter.now()
    counter.setNow(new Date(now.getTime() + 31 * 24 * 3_600_000))
    await expect(counter.call('draft.show', { draftId: draft.id }, guest)).rejects.toMatchObject({
      code: 'draft.unknown',
    })
    counter.setNow(now)
  })
})

describe('said once (一次填报)', () => {
  it('fills from the register of entities for the enterprise, with a trace where personal data was opened', async () => {
    const reader = await counter.addReader({ name: '演示读者社', kind: 'firm', phone: '051088880000', code: 'R-1' })
    const firm = await account(counter, 'enterprise', '演示企业')
    await counter.test.tamper(`insert into account_entity (jurisdiction, account_id, register, record_id, granted_at, granted_by_label)
      values ('yanshi', 'account-演示企业', 'reader', '${reader}', now(), '演示')`)
    const draft = await begin(firm)
    expect(draft.values).toMatchObject({ organisation: '演示读者社', organisationPhone: '051088880000' })
    expect(draft.entries['organisation']).toMatchObject({ by: 'prefill', from: '读者名录' })
    expect(draft.shared).toEqual([{ material: 'licence', words: '读者登记已由名录取得（演示读者社）' }])
    const { rows } = await counter.test.tamper(
      `select reason, after from journal where subject_kind = 'reader' and command = 'draft.begin'`,
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows[0])).not.toContain('051088880000')
    await expect(begin(firm, 'reading-card', { applicantRecord: 'somebody-else' })).rejects.toMatchObject({
      code: 'draft.otherEntity',
    })
  })

  it('fills from what the same person filed before, and never from what another did', async () => {
    const before = await visitor(counter, '13800000011')
    const stranger = await visitor(counter, '13800000012')
    await submitted(before, { ...whole, address: '演示路 1 号' })
    expect((await begin(before)).values['address']).toBe('演示路 1 号')
    expect((await begin(before)).entries['address']?.from).toMatch(/^上次填报（/)
    expect((await begin(stranger)).values['address']).toBeUndefined()
  })

  it('fills from a linked record what everybody may read, and nothing else of it', async () => {
    const bookId = await counter.addBook({ mark: 'ABC-123-6', title: '演示图册', on: '内部备注' })
    const draft = await begin(guest)
    const { draft: saved } = await save(draft, { book: { name: '演示图册', id: bookId } }, guest)
    expect(saved.values['bookMark']).toBe('ABC-123-6')
    expect(saved.values['bookRemark']).toBeUndefined()
    const cleared = await save(saved, { book: null }, guest)
    expect(cleared.draft.values['bookMark']).toBeUndefined()
    expect(cleared.draft.entries['bookMark']).toBeUndefined()
  })

  it('confirms only what was filled in, for this matter', async () => {
    const draft = await begin(guest)
    await expect(confirm(draft.id, ['applicant'], guest)).rejects.toMatchObject({ code: 'draft.purpose' })
  })
})

describe('what a form does not take', () => {
  it('is another’s draft, whatever one does with its id', async () => {
    const draft = await begin(guest)
    const office: Person = { role: 'office', accountId: 'account-office' }
    for (const who of [other, office, {}]) {
      for (const [id, input] of [
        ['draft.show', {}],
        ['draft.changes', {}],
        ['draft.save', { revision: 1, values: { address: 'x' } }],
        ['draft.submit', { agreed: true }],
        ['draft.delete', {}],
        ['draft.confirmPrefilled', { fields: ['phone'] }],
        ['draft.removeMaterial', { materialId: 'x' }],
        ['twin.show', {}],
      ] as const) {
        await expect(counter.call(id, { draftId: draft.id, ...input }, who)).rejects.toMatchObject({
          code: 'draft.unknown',
        })
      }
      await expect(
        counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, who),
      ).rejects.toMatchObject({ code: 'draft.unknown' })
    }
    expect((await counter.call<{ drafts: unknown[] }>('draft.list', {}, other)).drafts).toEqual([])
  })

  it('is another’s material in one’s own draft', async () => {
    const [mine, theirs] = [await begin(guest), await begin(other)]
    const given = await counter.give<DraftView>('draft.addMaterial', { draftId: theirs.id, material: 'photo' }, other)
    const [material] = given.given
    await expect(
      counter.call('draft.removeMaterial', { draftId: mine.id, materialId: material?.id }, guest),
    ).rejects.toMatchObject({ code: 'draft.fileUnknown' })
    await expect(save(mine, { scans: [material?.evidenceId] }, guest)).rejects.toMatchObject({
      code: 'operation.notFound',
    })
  })

  it('is meant for another matter than that of the draft', async () => {
    const draft = await counter.call<DraftView>('draft.begin', { type: 'reading-card' }, guest)
    const save = (type: string) =>
      counter.call('draft.save', { draftId: draft.id, revision: draft.revision, type, values: {} }, guest)
    await expect(save('long-form')).rejects.toMatchObject({ code: 'draft.otherType', status: 409 })
    await save('reading-card')
  })

  it('is a field that there is not, a value of another kind, or one beyond all length', async () => {
    const draft = await begin(guest)
    for (const values of [
      { nothing: 'x' },
      { applicant: { a: 1 } },
      { kind: 'poem' },
      { copies: 'many' },
      { address: 'x'.repeat(200_000) },
      { isUrgent: 'yes' },
      { book: { name: 'x', id: 'no-such-record' } },
      JSON.parse('{"__proto__": "x"}'),
    ]) {
      await expect(save(draft, values, guest)).rejects.toMatchObject({ code: 'draft.badFields' })
    }
    expect((await counter.call<DraftView>('draft.show', { draftId: draft.id }, guest)).revision).toBe(1)
  })

  it('begins for nobody, and by no way that the matter does not have', async () => {
    await expect(begin({})).rejects.toMatchObject({ code: 'draft.whoAreYou' })
    await expect(begin(guest, 'no-such-matter')).rejects.toMatchObject({ code: 'matter.typeUnknown' })
  })

  it('keeps text that looks like a page as text, in every field', async () => {
    const xss = '<script>alert(1)</script><img src=x onerror=alert(1)>{fact.unit}{{constructor}}'
    const draft = await begin(guest)
    const values = { applicant: xss, address: xss, organisation: xss, secret: xss, bookRemark: xss }
    const { draft: saved } = await save(draft, values, guest)
    expect(saved.values).toMatchObject(values)
    await save(saved, { kind: 'novel' }, guest)
    await confirm(draft.id, ['phone'], guest)
    await counter.give('draft.addMaterial', { draftId: draft.id, material: 'photo' }, guest, '<b>x</b>.png')
    const { matterId } = await submit(draft.id, guest)
    const status = await counter.call<{ materials: { fileName: string }[] }>('ownMatter.show', { matterId }, guest)
    expect(status.materials[0]?.fileName).toContain('<b>')
  })
})

describe('a form of three hundred fields', () => {
  it('is begun, saved field by field, and submitted quickly', async () => {
    const timed = async <Result>(work: () => Promise<Result>) => {
      const began = performance.now()
      const result = await work()
      return { result, ms: performance.now() - began }
    }
    const begun = await timed(() => begin(guest, 'long-form'))
    const draft = begun.result
    expect(draft.form.flatMap(({ fields }) => fields)).toHaveLength(300)
    const all = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`f${at}`, `值${at}`]))
    const filled = await timed(() => save(draft, all, guest))
    expect(filled.result.draft.filled).toBe(300)
    const each: number[] = []
    let revision = filled.result.draft.revision
    for (let at = 0; at < 30; at += 1) {
      const { result, ms } = await timed(() => save({ id: draft.id, revision }, { [`f${at * 3}`]: `改${at}` }, guest))
      revision = result.draft.revision
      each.push(ms)
    }
    const sent = await timed(() => submit(draft.id, guest))
    const median = each.sort((a, b) => a - b)[15] ?? 0
    console.log(
      `300 fields: begin ${begun.ms.toFixed(0)} ms, all at once ${filled.ms.toFixed(0)} ms, one field ${median.toFixed(0)} ms, submit ${sent.ms.toFixed(0)} ms`,
    )
    expect(median).toBeLessThan(150)
    expect(sent.ms).toBeLessThan(250)
  })
})
