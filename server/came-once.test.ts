import type { DraftView } from '@qiangxian/kernel/matters/matters.schemas'
import { filledForm } from '@qiangxian/kernel/matters/testing/filled-form'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matters, registers } from './declarations.ts'
import { openTestApp, type TestApp } from './testing/test-app.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0'

interface Sent {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape and say what they expect
  readonly body: any
  readonly setCookies: readonly { readonly name: string; readonly value: string; readonly [key: string]: unknown }[]
}

describe('coming once (来一次), over HTTP', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp()
  }, 120_000)
  afterAll(() => test.close())

  /** A browser that is signed in nowhere, with the cookies that it was given. */
  const browser = (agent = firefox) => {
    const jar = new Map<string, string>()
    const send = async (
      method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
      path: string,
      body?: unknown,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<Sent> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await test.app.inject({
        method,
        url: `/api${path}`,
        headers: {
          'user-agent': agent,
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      for (const { name, value } of response.cookies) jar.set(name, value)
      return {
        status: response.statusCode,
        body: response.body === '' ? undefined : JSON.parse(response.body),
        setCookies: response.cookies as Sent['setCookies'],
      }
    }
    return { jar, send }
  }
  const arrived = async (phone: string) => {
    const guest = browser()
    const asked = await guest.send('POST', '/visits/codes', { phone })
    const opened = await guest.send('POST', '/visits', { phone, code: asked.body.demonstrationCode })
    return { ...guest, asked, opened }
  }
  const upload = (path: string, jar: ReadonlyMap<string, string>, { cut = false, material = 'right-proof' } = {}) => {
    const whole = `--b\r\ncontent-disposition: form-data; name="material"\r\n\r\n${material}\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="图.txt"\r\ncontent-type: text/plain\r\n\r\n${'演示'.repeat(2_000)}\r\n--b--\r\n`
    return test.app.inject({
      method: 'POST',
      url: `/api${path}`,
      headers: {
        'user-agent': firefox,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'multipart/form-data; boundary=b',
      },
      payload: cut ? whole.slice(0, 3_000) : whole,
    })
  }

  it('shows the code in the demonstration, and keeps the visit in a cookie that scripts cannot read', async () => {
    const { asked, opened, send } = await arrived('13800000101')
    expect(asked.body.demonstrationCode).toMatch(/^\d{6}$/)
    expect(opened.body).toMatchObject({ isAnonymous: false, phoneMasked: '138****0101' })
    const [cookie] = opened.setCookies
    expect(cookie).toMatchObject({ name: 'qx_visit', httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(JSON.stringify(opened.body)).not.toContain(cookie?.value)
    expect((await send('GET', '/visits/current')).body.visit).toMatchObject({ phoneMasked: '138****0101' })
    expect((await send('GET', '/session')).body.account).toBeNull()
  })

  const offered = matters.all.filter(({ entrances }) => entrances.includes('visit') || entrances.includes('account'))
  it.each(offered.map(({ id }, at) => [id, `138000002${String(at).padStart(2, '0')}`] as const))(
    'applies for %s from the first field to the receipt and the status',
    async (type, phone) => {
      const declaration = matters.get(type)
      const unitId = (await test.public.get('/organisations')).body.organisations[0].id as string
      const guest = declaration.entrances.includes('visit') ? await arrived(phone) : browser()
      if (guest.jar.size === 0) {
        await guest.send('POST', '/session', { login: 'qiye', password: 'yanshi-qiye-2026' })
      }
      const { send, jar } = guest
      const draft = (await send('POST', '/drafts', { type })).body as DraftView
      expect(draft.typeLabel).toBe(declaration.label)
      const values = filledForm(registers, declaration, { seed: 7, today: '2026-11-25', unitId })
      const saved = await send('PATCH', `/drafts/${draft.id}`, { revision: draft.revision, values })
      expect(saved.status, JSON.stringify(saved.body)).toBe(200)
      const view = saved.body.draft as DraftView
      for (const { id, necessity } of view.materials) {
        if (necessity !== 'required') continue
        const sent = await upload(`/drafts/${draft.id}/materials`, jar, { material: id })
        expect(sent.statusCode, sent.body).toBe(200)
      }
      const open = Object.entries(view.entries).flatMap(([name, { confirmed }]) => (confirmed ? [] : [name]))
      if (open.length > 0) await send('POST', `/drafts/${draft.id}/prefill-confirmations`, { fields: open })
      const submitted = await send('POST', `/drafts/${draft.id}/submission`, { agreed: true })
      expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
      expect(submitted.body.receiptDocumentId).not.toBeNull()
      const status = await test.public.get(submitted.body.statusPath)
      expect(status.body).toMatchObject({ number: submitted.body.number, typeLabel: declaration.label })
      const own = await send('GET', `/own-matters/${submitted.body.matterId}`)
      expect(own.body.steps[0]).toMatchObject({ label: '提交', state: 'done' })
      const receipt = await test.app.inject({
        method: 'GET',
        url: `/api/documents/${submitted.body.receiptDocumentId}/file?format=docx`,
        headers: { 'user-agent': firefox, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
      expect(receipt.statusCode).toBe(200)
    },
  )

  it('ends in the browser where it was ended, and everywhere when it turns up in another', async () => {
    const mine = await arrived('13800000102')
    const thief = browser(edge)
    thief.jar.set('qx_visit', mine.jar.get('qx_visit') ?? '')
    expect((await thief.send('GET', '/drafts')).body.drafts).toEqual([])
    expect((await mine.send('GET', '/visits/current')).body.visit).toBeNull()
    const other = await arrived('13800000103')
    const token = other.jar.get('qx_visit') ?? ''
    await other.send('DELETE', '/visits/current')
    other.jar.set('qx_visit', token)
    expect((await other.send('GET', '/visits/current')).body.visit).toBeNull()
  })

  it('refuses what another site sends in its name', async () => {
    const { send } = await arrived('13800000104')
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const answer = await send(
        'POST',
        '/drafts',
        { type: 'rights-assistance' },
        headers as unknown as Record<string, string>,
      )
      expect(answer).toMatchObject({ status: 403, body: { code: 'http.foreignOrigin' } })
    }
  })

  it('takes bodies that are none, and cookies that are none, for what they are', async () => {
    const { send, jar } = browser()
    expect((await send('POST', '/visits', '[1]')).status).toBe(400)
    expect((await send('POST', '/visits', { phone: '13800000101' })).status).toBe(400)
    expect((await send('POST', '/twin', { code: 5 })).status).toBe(400)
    jar.set('qx_visit', 'x'.repeat(5_000))
    jar.set('qx_twin', "' or 1=1 --")
    expect((await send('GET', '/drafts')).body).toEqual({ drafts: [] })
    expect((await send('GET', '/twin/draft')).status).toBe(404)
  })

  it('keeps a material that was cut off out, and takes nothing for a draft that is not one’s own', async () => {
    const { send, jar } = await arrived('13800000105')
    const draft = (await send('POST', '/drafts', { type: 'rights-assistance' })).body as DraftView
    const [material] = draft.materials
    if (material === undefined) throw new Error('the service asks for a material')
    const files = async () =>
      Number((await test.platform.tamper('select count(*)::integer as n from evidence')).rows[0]?.n)
    const before = await files()
    const cut = await upload(`/drafts/${draft.id}/materials`, jar, { cut: true })
    expect(cut.statusCode).toBeGreaterThanOrEqual(400)
    const stranger = await arrived('13800000106')
    const refused = await upload(`/drafts/${draft.id}/materials`, stranger.jar)
    expect(refused.json()).toMatchObject({ status: 404, code: 'draft.unknown' })
    expect(await files()).toBe(before)
    expect((await send('GET', `/drafts/${draft.id}`)).body.given).toEqual([])
  })

  it('lets the clerk and the applicant’s own screen type into one form, by a cookie of that screen', async () => {
    const clerk = await test.signIn('chuangkou', 'yanshi-chuangkou-2026')
    const received = await clerk.post('/window/receptions', {
      types: ['rights-assistance'],
      name: '演示吴某',
      phone: '13800000107',
    })
    expect(received.status, received.text).toBe(200)
    const draftId = received.body.drafts[0].id as string
    const shown = await clerk.post(`/drafts/${draftId}/twin`)
    const screen = browser()
    const paired = await screen.send('POST', '/twin', { code: shown.body.code })
    expect(paired.setCookies[0]).toMatchObject({ name: 'qx_twin', httpOnly: true, sameSite: 'Lax' })
    const seen = (await screen.send('GET', '/twin/draft')).body
    const typed = await screen.send('PATCH', '/twin/draft', {
      revision: seen.revision,
      values: { applicantKind: 'person' },
    })
    expect(typed.status, JSON.stringify(typed.body)).toBe(200)
    const changes = (await clerk.get(`/drafts/${draftId}/changes?since=${seen.revision}`)).body
    expect(changes.draft.entries.applicantKind).toMatchObject({ by: 'applicant' })
    expect((await clerk.get(`/drafts/${draftId}/changes?since=${changes.revision}`)).body.draft).toBeNull()
    expect((await screen.send('GET', `/drafts/${draftId}`)).status).toBe(404)
    await screen.send('DELETE', '/twin')
    expect((await screen.send('GET', '/twin/draft')).status).toBe(404)
  })
})
