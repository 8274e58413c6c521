import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticesEffect } from '../channels/notices-effect.ts'
import { assembleMatters } from '../matters/assemble-matters.ts'
import { matterFacts } from '../matters/facts.ts'
import { limitsEffect } from '../matters/limits/limits-effect.ts'
import type { MatterDeclaration } from '../matters/matter.types.ts'
import { publicationEffect } from '../matters/publication.ts'
import { registerEntriesEffect } from '../matters/register-entries.ts'
import {
  gardenAdoption,
  inventedGuards,
  inventedMatterRegisters,
  inventedRules,
} from '../matters/testing/invented-matters.ts'
import { type MatterKernel, openMatterKernel, putEvidence } from '../matters/testing/matter-kernel.ts'
import { documentProblems } from './check-template.ts'
import { documentsEffect } from './documents-effect.ts'
import { findDocumentByCode, openContent } from './find-document.ts'

const wordy: MatterDeclaration = {
  ...gardenAdoption,
  documents: {
    ...gardenAdoption.documents,
    acceptance: {
      ...{ label: '受理通知书', form: 'notice', title: '{fact.typeLabel}受理通知书', number: '演受〔{year}〕{n}号' },
      body: [
        { paragraph: '{form.applicant}申请认养{form.bed}，种{form.kind}，应于{limit.decide.due}前办结。' },
        { list: 'materials' },
        { list: 'missing' },
        { list: 'limits' },
      ],
      ...{ addressee: '{form.applicant}', signedBy: 'unit', sealed: true },
    },
    // What the act that issues it never comes with.
    decision: {
      ...gardenAdoption.documents['acceptance'],
      number: '演决〔{year}〕{n}号',
      title: '{fact.opinion}决定书',
    },
  } as MatterDeclaration['documents'],
}

describe('documents and notices of acts (文书、通知)', () => {
  let kernel: MatterKernel
  let begun: Awaited<ReturnType<MatterKernel['begin']>>

  beforeAll(async () => {
    kernel = await openMatterKernel({
      matters: assembleMatters({
        ...{ matters: [wordy], guards: inventedGuards, rules: inventedRules, registers: inventedMatterRegisters },
        effects: [limitsEffect, documentsEffect, registerEntriesEffect, publicationEffect, noticesEffect],
      }),
    })
    const values = {
      applicant: '张三丰',
      phone: '13800001234',
      bed: '一号花圃',
      kind: 'flowers',
      hasTools: true,
      whisper: '秘密',
    }
    const materials = [
      {
        material: 'sketch',
        evidenceId: await putEvidence(kernel, 'sketch'),
        fileName: '图.txt',
        origin: 'applicant' as const,
      },
    ]
    begun = await kernel.begin('resident', { type: 'garden-adoption', values, materials })
  })
  afterAll(() => kernel.close())

  const contentOf = (id: string) =>
    kernel.command('office', async (context) => {
      context.unchanged()
      const { rows } = await kernel.test.tamper('select verification_code as code from matter_document where id = $1', [
        id,
      ])
      const document = await findDocumentByCode(context, rows[0].code)
      if (document === undefined) throw new Error(`${id} is not there`)
      return openContent(context, document)
    })

  it('issue what an act issues, in words, with the last day that the limits just counted', async () => {
    const outcome = await kernel.act('officer', { matterId: begun.id, act: 'accept', revision: begun.revision })
    expect(outcome.documents).toMatchObject([
      { document: 'acceptance', number: '演受〔2026〕1号', title: '花圃认养受理通知书' },
    ])
    const content = await contentOf(outcome.documents[0]?.id ?? '')
    expect(content.addressee).toBe('张三丰')
    expect(content.blocks.slice(0, 3)).toEqual([
      { kind: 'paragraph', text: '张三丰申请认养一号花圃，种花，应于2026年12月9日前办结。' },
      { kind: 'list', items: ['种植示意图'] },
      { kind: 'list', items: ['照片'] },
    ])
    expect(JSON.stringify(content.blocks[3])).toMatch(/办理期限（承诺）：自2026年11月25日起10个工作日，至2026年12月9日/)
    const { rows } = await kernel.test.tamper(
      `select document_id from matter_act where matter_id = $1 and act = 'accept'`,
      [begun.id],
    )
    expect(rows).toEqual([{ document_id: outcome.documents[0]?.id }])
  })

  it('tell whoever applied, without anything personal in the outbox', async () => {
    const { rows } = await kernel.test.tamper(
      `select topic, payload from outbox where topic like 'matter.garden-adoption.%'`,
    )
    expect(rows).toMatchObject([
      {
        topic: 'matter.garden-adoption.act.accept',
        payload: {
          to: { accountIds: ['acc-resident'] },
          title: '花圃认养已受理',
          body: `办件 ${begun.number} 已受理，园林站正在办理。`,
          path: `/own-matters/${begun.id}`,
        },
      },
    ])
    expect(JSON.stringify(rows)).not.toContain('张三丰')
  })

  it('undo the act when a document lacks something, and give its number back', async () => {
    const values = { applicant: '李四', phone: '13800001235', bed: '二号花圃', kind: 'flowers' }
    const materials = [
      {
        material: 'sketch',
        evidenceId: await putEvidence(kernel, 'other'),
        fileName: '图.txt',
        origin: 'applicant' as const,
      },
    ]
    const other = await kernel.begin('neighbour', { type: 'garden-adoption', values, materials })
    const refuse = { matterId: other.id, act: 'refuse', revision: other.revision, input: { reason: '不符合条件' } }
    await expect(kernel.act('officer', refuse)).rejects.toMatchObject({
      code: 'document.placeholderMissing',
      message: expect.stringContaining('{fact.opinion}'),
    })
    const { rows } = await kernel.test.tamper('select phases, revision from matter where id = $1', [other.id])
    expect(rows).toEqual([{ phases: ['received'], revision: other.revision }])
    const { rows: series } = await kernel.test.tamper(`select 1 from matter_number where series like 'document:演决%'`)
    expect(series).toEqual([])
  })
})

describe('templates that are wrong', () => {
  const facts = new Set<string>(matterFacts)
  const acceptance = gardenAdoption.documents['acceptance']
  const withBody = (paragraph: string, changes: object = {}) =>
    documentProblems(
      {
        ...gardenAdoption,
        documents: { paper: { ...acceptance, body: [{ paragraph }], ...changes } },
      } as MatterDeclaration,
      facts,
    )

  it.each([
    ['{form.nome}', /no field of the form/],
    ['{input.nothing}', /comes with no act/],
    ['{fact.weather}', /no fact/],
    ['{limit.decide}', /no limit/],
    ['{limit.other.due}', /no limit/],
    ['{weather}', /unknown/],
    ['{form.whisper}', /sealed field, which no document opens/],
  ])('%s', (placeholder, problem) => {
    expect(withBody(`有${placeholder}`)).toEqual([expect.stringMatching(problem)])
  })

  it('name a person in a title, or count by something else than year and number', () => {
    expect(withBody('', { title: '关于{form.applicant}' })).toEqual([expect.stringMatching(/personal/)])
    expect(withBody('', { number: '演〔{year}〕{form.bed}号' })).toEqual([
      expect.stringMatching(/number: \{form\.bed\}/),
    ])
  })

  it('tell a person’s name in a notice, which waits in clear', () => {
    const notices = [{ on: 'act:accept', to: 'applicant' as const, title: '{form.phone}', body: '' }]
    expect(documentProblems({ ...gardenAdoption, notices }, facts)).toEqual([expect.stringMatching(/personal/)])
  })

  it('are not among the invented ones', () => {
    expect(documentProblems(gardenAdoption, facts)).toEqual([])
  })
})
