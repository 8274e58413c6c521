import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from './testing/test-app.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

describe('how much one may upload (上传限额), over HTTP', () => {
  let test: TestApp
  let cookie: string
  let draftId: string
  beforeAll(async () => {
    test = await openTestApp()
    set({ 'upload.files-of-a-visitor-a-day': 4, 'upload.files-of-a-draft': 3 })
  }, 300_000)
  afterAll(() => test.close())
  beforeEach(async () => {
    await test.platform.tamper('delete from throttle; delete from phone_code')
    const phone = '13800000701'
    const asked = await send('POST', '/visits/codes', { phone })
    const opened = await send('POST', '/visits', { phone, code: asked.json().demonstrationCode })
    cookie = opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    draftId = (await send('POST', '/drafts', { type: 'rights-assistance' })).json().id
  })

  /** the county of the running program is one value, as the end of the demonstration changes it, too */
  const set = (values: Readonly<Record<string, number>>) => {
    const { county } = test.platform
    const parameters = county.parameters.map((each) => ({ ...each, value: values[each.key] ?? each.value }))
    Object.assign(county, { parameters })
  }
  const send = (method: 'GET' | 'POST', path: string, body?: unknown) =>
    test.app.inject({
      ...{ method, url: `/api${path}` },
      headers: {
        'user-agent': firefox,
        ...(cookie === undefined ? {} : { cookie }),
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
  let made = 0
  const upload = async ({ cut = false, material = 'right-proof', to = draftId } = {}) => {
    made += 1
    const whole = `--b\r\ncontent-disposition: form-data; name="material"\r\n\r\n${material}\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="图.txt"\r\ncontent-type: text/plain\r\n\r\n${`演示${made}`.repeat(2_000)}\r\n--b--\r\n`
    const answer = await test.app.inject({
      ...{ method: 'POST', url: `/api/drafts/${to}/materials` },
      headers: { 'user-agent': firefox, cookie, 'content-type': 'multipart/form-data; boundary=b' },
      payload: cut ? whole.slice(0, 3_000) : whole,
    })
    return { status: answer.statusCode, body: answer.json(), retryAfter: answer.headers['retry-after'] }
  }
  const amounts = async () =>
    (await test.platform.tamper('select count, amount from throttle order by count, amount')).rows

  it('says what to do where a day is used up, and receives no byte more', async () => {
    for (let at = 0; at < 4; at += 1) expect((await upload({ material: 'none' })).status).toBe(422)
    const refused = await upload()
    expect(refused).toMatchObject({ status: 429, retryAfter: '86400', body: { code: 'evidence.quotaUsed' } })
    expect(refused.body.detail ?? refused.body.message).toMatch(/最多上传 4 个文件.*窗口/)
  })

  it('keeps no room for what broke off, though it counts as a file', async () => {
    expect((await upload({ cut: true })).status).toBe(400)
    expect(await amounts()).toEqual([
      { count: 1, amount: 0 },
      { count: 1, amount: 0 },
    ])
    expect((await upload()).status).toBe(200)
    const size = Buffer.byteLength(`演示${made}`.repeat(2_000))
    expect(await amounts()).toEqual([
      { count: 2, amount: size },
      { count: 2, amount: size },
    ])
  })

  it('does not count who is turned away before: a draft of somebody else', async () => {
    expect((await upload({ to: 'somebody-else' })).status).toBe(404)
    expect(await amounts()).toEqual([])
  })

  it('bounds one application, with words', async () => {
    set({ 'upload.files-of-a-draft': 1 })
    expect((await upload()).status).toBe(200)
    const refused = await upload()
    expect(refused).toMatchObject({ status: 422, body: { code: 'draft.full' } })
    expect(refused.body.detail ?? refused.body.message).toMatch(/最多放 1 个文件.*窗口/)
    set({ 'upload.files-of-a-draft': 3, 'upload.mebibytes-of-a-draft': 0 })
    expect(
      (await upload({ to: (await send('POST', '/drafts', { type: 'rights-assistance' })).json().id })).body.code,
    ).toBe('draft.full')
    set({ 'upload.mebibytes-of-a-draft': 1_024 })
  })

  it('leaves nothing on the disk of a file that was refused, once the store is swept', async () => {
    await test.platform.sweepFiles(new Date(Date.now() + 7_200_000))
    expect((await upload({ material: 'none' })).status).toBe(422)
    expect(await test.platform.sweepFiles(new Date(Date.now() + 7_200_000))).toBe(1)
  })
})
