import { partsOfDocx } from '@qiangxian/kernel/documents/print/parts-of-docx.fixture'
import { formFields } from '@qiangxian/kernel/matters/form/form-fields'
import type { MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import type { DraftView } from '@qiangxian/kernel/matters/matters.schemas'
import { filledForm } from '@qiangxian/kernel/matters/testing/filled-form'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matters, registers } from './declarations.ts'
import { openTestApp, type TestApp } from './testing/test-app.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const markup = '<img src=x onerror=alert(1)>'
const short = '<b>x'
const login = { login: 'qiye', password: 'yanshi-qiye-2026' }
const offered = matters.all.filter(({ entrances }) => entrances.includes('visit') || entrances.includes('account'))

/** The longest of both that a field of free text takes; undefined for what is no free text. */
function markupFor(field: { readonly kind: string; readonly format?: unknown; readonly longest?: number }) {
  if (field.kind !== 'text' || field.format !== undefined) return undefined
  const longest = field.longest ?? markup.length
  return longest >= markup.length ? markup : longest >= short.length ? short : undefined
}

function filled(declaration: MatterDeclaration, unitId: string) {
  const plain = filledForm(registers, declaration, { seed: 7, today: '2026-11-25', unitId, withOptional: true })
  const texts = [...formFields(declaration)].flatMap(([name, { field }]) => {
    const text = name in plain ? markupFor(field) : undefined
    return text === undefined ? [] : [[name, text] as const]
  })
  return { values: { ...plain, ...Object.fromEntries(texts) }, texts }
}

describe('markup in every field of text (文本里的代码), of every service', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp()
  }, 300_000)
  afterAll(() => test.close())

  const browser = () => {
    const jar = new Map<string, string>()
    return async (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) => {
      const answer = await test.app.inject({
        ...{ method, url: `/api${path}` },
        headers: {
          'user-agent': firefox,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      })
      for (const { name, value } of answer.cookies) jar.set(name, value)
      return {
        ...answer,
        status: answer.statusCode,
        jar,
        raw: answer.rawPayload,
        text: answer.body,
        headers: answer.headers,
      }
    }
  }

  it.each(
    offered.map((declaration, at) => [declaration.id, declaration, `138000007${String(at).padStart(2, '0')}`] as const),
  )(
    'stays text in %s: in the draft, the case, its status and its printed receipt',
    async (type, declaration, phone) => {
      const send = browser()
      if (declaration.entrances.includes('visit')) {
        const asked = await send('POST', '/visits/codes', { phone })
        await send('POST', '/visits', { phone, code: asked.json().demonstrationCode })
      } else await send('POST', '/session', login)
      const unitId = (await test.public.get('/organisations')).body.organisations[0].id as string
      const draft = (await send('POST', '/drafts', { type })).json() as DraftView
      const { values, texts } = filled(declaration, unitId)
      expect(texts.length).toBeGreaterThan(0)
      const saved = await send('PATCH', `/drafts/${draft.id}`, { type, revision: draft.revision, values })
      expect(saved.status, saved.text).toBe(200)
      const view = saved.json().draft as DraftView
      for (const [name, text] of texts) if (name in view.values) expect(view.values[name], name).toBe(text)
      for (const { id, necessity } of view.materials) {
        if (necessity !== 'required') continue
        const body = `--b\r\ncontent-disposition: form-data; name="material"\r\n\r\n${id}\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="${short}.txt"\r\ncontent-type: text/plain\r\n\r\n${'演示'.repeat(20)}\r\n--b--\r\n`
        const sent = await test.app.inject({
          ...{ method: 'POST', url: `/api/drafts/${draft.id}/materials`, payload: body },
          headers: {
            'user-agent': firefox,
            cookie: [...saved.jar].map(([name, value]) => `${name}=${value}`).join('; '),
            'content-type': 'multipart/form-data; boundary=b',
          },
        })
        expect(sent.statusCode, sent.body).toBe(200)
      }
      const open = Object.entries(view.entries).flatMap(([name, { confirmed }]) => (confirmed ? [] : [name]))
      if (open.length > 0) await send('POST', `/drafts/${draft.id}/prefill-confirmations`, { fields: open })
      const submitted = await send('POST', `/drafts/${draft.id}/submission`, { agreed: true })
      expect(submitted.status, submitted.text).toBe(200)
      const { matterId, receiptDocumentId } = submitted.json()

      const officer = await test.signIn('chengban', 'yanshi-chengban-2026')
      const remark = await officer.post(`/matters/${matterId}/comments`, { words: markup })
      const detail = await officer.get(`/matters/${matterId}`)
      const status = await send('GET', `/own-matters/${matterId}`)
      if (remark.status === 200) expect(detail.text).toContain(markup)
      for (const { headers } of [detail, status]) {
        expect(headers['content-type']).toMatch(/^application\/json/)
        expect(headers['x-content-type-options']).toBe('nosniff')
      }
      const receipt = await send('GET', `/documents/${receiptDocumentId}/file?format=docx`)
      expect(receipt.status).toBe(200)
      const parts = Object.entries(partsOfDocx(receipt.raw))
      expect(parts.length).toBeGreaterThan(3)
      for (const [name, xml] of parts) expect(xml, name).not.toMatch(/<img |<script|<b>x/)
    },
  )
})
