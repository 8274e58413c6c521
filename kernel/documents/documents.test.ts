import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicActor } from '../accounts/actor.ts'
import { execute } from '../operations/execute.ts'
import type { FileAnswer } from '../operations/file-answer.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import type { DocumentCheck } from './document.schemas.ts'
import { applicantOf, filling, insertMatter, issueAs, notice, placeCharacter, words } from './issuing.fixture.ts'
import { checkDocument } from './operations/check-document.query.ts'
import { showDocumentFile } from './operations/document-file.query.ts'
import { printDocuments } from './operations/print-documents.query.ts'
import { revokeDocument } from './operations/revoke-document.command.ts'
import { readVerificationCode } from './verification-code.ts'

describe('documents that were issued (文书)', () => {
  let kernel: TestKernel
  let matter: { id: string; number: string }

  beforeAll(async () => {
    kernel = await openTestKernel({}, { outside: { publicUrl: 'https://demo.example/' } })
    const id = await insertMatter(kernel, 'YX-1', '云亭镇')
    matter = { id, number: id }
  })
  afterAll(() => kernel.close())

  const everybody = { ...requestAs('public'), actor: publicActor('203.0.113.9') }
  const applicant = () => requestAs('public', applicantOf('YX-1'))
  const headOf = async (unit: string) => {
    const { rows } = await kernel.test.tamper(`select id from party where jurisdiction = 'yanshi' and name = $1`, [
      unit,
    ])
    return requestAs('unitHead', { via: 'web', roles: [{ role: 'unitHead', partyId: rows[0]?.id }] })
  }
  const check = async (code: string) => (await execute(kernel, checkDocument, everybody, { code })) as DocumentCheck
  const rowOf = async (id: string) =>
    (await kernel.test.tamper('select * from matter_document where id = $1', [id])).rows[0]

  it('name what is missing, the document and what to do, and give no number away', async () => {
    const before = (await issueAs(kernel)).number
    const { 'form.applicant': _, 'limit.decide.due': __, ...rest } = words
    await expect(issueAs(kernel, { filling: filling({ said: rest }) })).rejects.toMatchObject({
      code: 'document.placeholderMissing',
      message: expect.stringMatching(/《受理通知书》没有生成：.*\{form\.applicant\}、\{limit\.decide\.due\}.*补填/),
    })
    expect((await issueAs(kernel)).number).toBe(before.replace(/(\d+)号/, (_all, n) => `${Number(n) + 1}号`))
  })

  it('do not ask for what stands under a condition that does not hold', async () => {
    const { 'limit.decide.due': _, ...rest } = words
    await expect(
      issueAs(kernel, { filling: filling({ said: rest, values: { kind: 'novel' } }) }),
    ).resolves.toBeDefined()
  })

  it('are numbered without gaps, by series and year, also when many are issued at once and some acts fail', async () => {
    const template = { ...notice, number: '同时〔{year}〕{n}号' }
    const outcomes = await Promise.allSettled(
      Array.from({ length: 24 }, (_, index) => issueAs(kernel, { template, fails: index % 4 === 0 })),
    )
    const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.number] : []))
    expect(numbers).toHaveLength(18)
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 18 }, (_, index) => `同时〔2026〕${index + 1}号`)))
    kernel.setNow(new Date('2027-01-04T02:00:00Z'))
    expect((await issueAs(kernel, { template })).number).toBe('同时〔2027〕1号')
    kernel.setNow(new Date('2026-11-25T02:00:00Z'))
  })

  it('of one pattern share one series, and a number that does not run is told apart when it is used again', async () => {
    const other = { ...notice, label: '另一种' }
    const first = await issueAs(kernel, { template: { ...notice, number: '共用〔{year}〕{n}号' } })
    const second = await issueAs(kernel, { template: { ...other, number: '共用〔{year}〕{n}号' } })
    expect([first.number, second.number]).toEqual(['共用〔2026〕1号', '共用〔2026〕2号'])
    const receipt = { ...notice, form: 'receipt' as const, number: '{fact.number}' }
    const receipts = [
      await issueAs(kernel, { template: receipt, matter }),
      await issueAs(kernel, { template: receipt, matter }),
    ]
    expect(receipts.map(({ number }) => number)).toEqual(['YX-1', 'YX-1-2'])
  })

  it('bear the place character of the county where it has one, from 1 on; what does not run is no 发文字号', async () => {
    const placed = await openTestKernel({ parameters: [placeCharacter('演')] })
    const template = { ...notice, number: '阅受〔{year}〕{n}号' }
    expect((await issueAs(placed, { template })).number).toBe('演阅受〔2026〕1号')
    expect((await issueAs(placed, { template })).number).toBe('演阅受〔2026〕2号')
    // Declared with it already: not twice.
    expect((await issueAs(placed)).number).toBe('演阅受〔2026〕3号')
    const receipt = { ...notice, form: 'receipt' as const, number: '{fact.number}' }
    await insertMatter(placed, 'YX-1', '云亭镇')
    expect((await issueAs(placed, { template: receipt, matter })).number).toBe('YX-1')
    await placed.close()
    expect((await issueAs(kernel, { template })).number).toBe('阅受〔2026〕1号')
  })

  it('keep what stands in them sealed: neither name nor words are in the row', async () => {
    const { id } = await issueAs(kernel, { matter })
    const kept = JSON.stringify(await rowOf(id))
    expect(kept).not.toMatch(/张三丰|现予受理/)
    expect(kept).toContain('受理通知书')
  })

  it('leave braces that somebody typed as they are', async () => {
    const typed = { ...words, 'form.applicant': '{fact.number} {n} $& \\u0041' }
    const { id } = await issueAs(kernel, { matter, filling: filling({ said: typed }) })
    const text = await wordOf(id)
    expect(text).toContain('{fact.number} {n} $&amp; \\u0041')
  })

  describe('the check page (核验)', () => {
    it('says by the code that it is ours and unchanged, what the seal is worth, and nothing of its content', async () => {
      const { verificationCode, number } = await issueAs(kernel, { matter })
      const checked = await check(verificationCode.toLowerCase().replaceAll('-', ' '))
      expect(checked).toMatchObject({
        ...{ number, label: '受理通知书', office: '演示县图书馆', issuedOn: '2026-11-25', isUnchanged: true },
        seal: { state: 'testOnly', algorithm: 'SM2-with-SM3', caution: expect.stringContaining('不具有法律效力') },
        revoked: null,
      })
      expect(checked.digest).toMatch(/^[0-9a-f]{64}$/)
      expect(JSON.stringify(checked)).not.toContain('张三')
    })

    it.each([
      ['content_sha256', `encode(sha256('other'), 'hex')`],
      ['seal', `jsonb_set(seal, '{signature}', '"3045"')`],
      ['seal', `jsonb_set(seal, '{office}', '"演示县公安局"')`],
    ])('finds that %s was changed to %s', async (column, value) => {
      const { id, verificationCode } = await issueAs(kernel, { matter })
      await kernel.test.tamper(`update matter_document set ${column} = ${value} where id = $1`, [id])
      expect((await check(verificationCode)).seal.state).toBe('broken')
    })

    it('does not take the content of another document, and prints neither', async () => {
      const [one, other] = [await issueAs(kernel, { matter }), await issueAs(kernel, { matter })]
      await kernel.test.tamper(
        `update matter_document a set content = b.content from matter_document b where a.id = $1 and b.id = $2`,
        [one.id, other.id],
      )
      expect(await check(one.verificationCode)).toMatchObject({
        isUnchanged: false,
        office: '',
        seal: { state: 'broken' },
      })
      await expect(execute(kernel, showDocumentFile, applicant(), { documentId: one.id })).rejects.toMatchObject({
        code: 'personalData.notOpened',
      })
    })

    it('tells a slip of the pen from a code that is not ours, and slows down who tries many', async () => {
      const [a, b] = ['ABCD-2345-EFGH-6789', 'ABCD-2345-EFGH-678']
      const codes = [...'23456789ABCDEFGHJKMNPQRSTWXYZ'].map((last) => `${b}${last}`)
      const real = codes.find((code) => readVerificationCode(code) !== undefined) ?? ''
      await expect(check(real === a ? `${b}2` : a)).rejects.toMatchObject({
        code: 'document.codeMistyped',
        status: 422,
      })
      await expect(check(real)).rejects.toMatchObject({ code: 'document.codeUnknown', status: 404 })
      for (let tried = 2; tried < 20; tried += 1) await check(real).catch(() => undefined)
      await expect(check(real)).rejects.toMatchObject({ code: 'document.tooManyChecks', retryAfterSeconds: 600 })
      const { verificationCode } = await issueAs(kernel)
      const elsewhere = { ...everybody, actor: publicActor('203.0.113.10') }
      await expect(execute(kernel, checkDocument, elsewhere, { code: verificationCode })).resolves.toBeDefined()
      kernel.setNow(new Date('2026-11-25T02:10:00Z'))
      await expect(check(verificationCode)).resolves.toBeDefined()
    })
  })

  describe('files', () => {
    it('are for who sees the matter or names the code, and for nobody else', async () => {
      const { id, verificationCode } = await issueAs(kernel, { matter })
      const file = (request: typeof everybody, code?: string) =>
        execute(kernel, showDocumentFile, request, { documentId: id, ...(code === undefined ? {} : { code }) })
      for (const request of [applicant(), await headOf('云亭镇'), requestAs('office')]) {
        await expect(file(request)).resolves.toMatchObject({ mediaType: 'application/pdf' })
      }
      await expect(file(everybody, verificationCode)).resolves.toBeDefined()
      const other = await issueAs(kernel, { matter })
      await expect(file(everybody, other.verificationCode)).rejects.toMatchObject({ code: 'document.unknown' })
      const others = [
        everybody,
        await headOf('演示县工作领导小组办公室'),
        requestAs('public', applicantOf('YX-2')),
        requestAs('expert', { via: 'web' }),
      ]
      for (const request of others) {
        await expect(file(request)).rejects.toMatchObject({ code: 'document.unknown', status: 404 })
      }
    })

    it('of many are one PDF, and one that is not the reader’s refuses the print', async () => {
      const papers = await Promise.all(Array.from({ length: 3 }, () => issueAs(kernel, { matter })))
      const ids = papers.map(({ id }) => id)
      const { content } = (await execute(kernel, printDocuments, applicant(), { ids })) as FileAnswer
      const { getDocumentProxy } = await import('unpdf')
      expect((await getDocumentProxy(new Uint8Array(content))).numPages).toBe(3)
      const foreign = await issueAs(kernel)
      await expect(execute(kernel, printDocuments, applicant(), { ids: [...ids, foreign.id] })).rejects.toMatchObject({
        code: 'document.unknown',
      })
    })
  })

  it('of several matters are one PDF in the order asked for, and one that was revoked says so on its own page alone', async () => {
    const elsewhere = await insertMatter(kernel, 'YX-9', '云亭镇')
    const papers = [
      await issueAs(kernel, { matter }),
      await issueAs(kernel, { matter: { id: elsewhere, number: elsewhere } }),
      await issueAs(kernel, { matter }),
    ]
    const ids = papers.map(({ id }) => id).reverse()
    const revoked = { documentId: papers[1]?.id ?? '', reason: '发错了当事人' }
    await execute(kernel, revokeDocument, await headOf('云亭镇'), revoked)
    const { content } = (await execute(kernel, printDocuments, await headOf('云亭镇'), { ids })) as FileAnswer
    const { extractText, getDocumentProxy } = await import('unpdf')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(content)))
    expect(text).toHaveLength(3)
    for (const [index, number] of papers
      .map((paper) => paper.number)
      .reverse()
      .entries()) {
      const page = text[index]?.replaceAll(/\s/g, '') ?? ''
      expect(page).toContain(number.replaceAll(/\s/g, ''))
      expect(page.includes('已撤销')).toBe(index === 1)
      expect(page.includes('本件已于2026-11-25撤销：发错了当事人')).toBe(index === 1)
      expect(page).toMatch(/—1—/)
    }
  })

  it('are revoked by the head of the unit with a reason, once; check and print say so', async () => {
    const { id, verificationCode, number } = await issueAs(kernel, { matter })
    const revoke = async (unit: string) =>
      execute(kernel, revokeDocument, await headOf(unit), { documentId: id, reason: '当事人姓名有误' })
    await expect(revoke('演示县工作领导小组办公室')).rejects.toMatchObject({ code: 'document.unknown' })
    await expect(revoke('云亭镇')).resolves.toEqual({ number, revokedOn: '2026-11-25' })
    await expect(revoke('云亭镇')).rejects.toMatchObject({ code: 'document.alreadyRevoked' })
    expect((await check(verificationCode)).revoked).toEqual({ on: '2026-11-25', reason: '当事人姓名有误' })
    expect(await wordOf(id)).toContain('本件已于2026-11-25撤销：当事人姓名有误')
  })

  async function wordOf(documentId: string): Promise<string> {
    const input = { documentId, format: 'docx' }
    const { content } = (await execute(kernel, showDocumentFile, applicant(), input)) as FileAnswer
    const parts = Object.entries(unzipSync(content)).filter(([name]) => /^word\/(document|footer\d)\.xml$/.test(name))
    return parts.map(([, bytes]) => strFromU8(bytes)).join('')
  }
})
