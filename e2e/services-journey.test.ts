import { actsIn, statesOf } from '@qiangxian/kernel/matters/chart/states'
import type { MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { filledFields, filledForm } from '@qiangxian/kernel/matters/testing/filled-form'
import { matters, registers } from '@qiangxian/server/declarations'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeRows } from './kit/behind-the-pages.ts'
import { openBrowser } from './kit/browser.ts'
import { actOnCase } from './kit/case-desk.ts'
import { drawAndJudge, expertLogins } from './kit/expert-review.ts'
import { applyOnPortal, type Received } from './kit/portal-door.ts'
import { startDemonstration } from './kit/running-server.ts'
import { type ServiceJourney, serviceJourneys } from './kit/service-journeys.ts'
import { openTabs, type Tabs } from './kit/tabs.ts'
import { type Comer, receiveAtWindow } from './kit/window-door.ts'

const phone = '138 0013 7031'
const types = matters.all.map(({ id }) => id)
const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** All services of the county, by both doors, each to its document, its register and its figure. 演示 */
describe('ten services, from portal and window to document, register and figure (十项服务)', () => {
  let server: Awaited<ReturnType<typeof startDemonstration>>
  let browser: Browser
  let tabs: Tabs
  let today = ''
  let jurisdiction = ''
  let sessionId = ''
  let journeys: ReadonlyMap<string, ServiceJourney> = new Map()
  let before: Readonly<Record<string, number>> = {}
  const received = new Map<string, Received>()

  beforeAll(async () => {
    server = await startDemonstration()
    browser = await openBrowser()
    tabs = openTabs(browser, server.url)
    const here = await tabs.ask('public', '/session')
    today = here.today
    jurisdiction = here.jurisdiction.id
    const session = await holdToday('training-session', { title: '演示：今天开班的实务培训', walkIns: true })
    const event = await holdToday('culture-event', { title: '演示：今天举办的讲座', category: 'lecture' })
    sessionId = session.id
    const { rows } = await tabs.ask('public', '/registers/grant-call/records?q=YS-')
    const call = { id: rows[0].id as string, name: rows[0].label as string }
    journeys = new Map(serviceJourneys({ today, session, event, call }).map((one) => [one.type, one]))
    const values = [...journeys.values()].map(async (one) => [one.type, await figureOf(one)] as const)
    before = Object.fromEntries(await Promise.all(values))
    await giveExpertsAccounts()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('has a journey for each of them', () => {
    expect([...journeys.keys()].sort()).toEqual([...types].sort())
    expect(types).toHaveLength(10)
  })

  it('shows a telephone number once, and applies for the first (手机验证码)', () => applies('rights-assistance', phone))

  describe('by the portal (一网通办)', () => {
    it.concurrent.each(types.filter((type) => type !== 'rights-assistance'))('%s', (type) => applies(type))
  })

  describe('by the window, several at once (一窗通办)', () => {
    it.concurrent('for a person', () => comesToWindow({ name: '演示人戊', phone: '139 0013 7032' }, true))

    it.concurrent('for an enterprise', async () => {
      const { entities } = await tabs.ask('qiye', '/own-entities')
      await comesToWindow({ enterprise: entities[0].record.label }, false)
    })
  })

  describe('on the desk, to the end (办件)', () => {
    it.concurrent.each(types)('%s', async (type) => {
      const { matterId } = receivedOf(type)
      const declaration = matters.get(type)
      const desk = openDesk(matterId)
      await actOnCase(await desk.at('chengban'), { label: '领办' })
      for (const step of journeyOf(type).way) {
        if (step === 'experts judge') await drawAndJudge(await desk.at('chengban'), declaration, tabs)
        else if (step === 'the publicity ends') await daysPass(matterId)
        else if (step === 'people sign in') await signsIn()
        else {
          await act(desk, declaration, step)
          continue
        }
        desk.lookAgain()
      }
      expect(await tabs.ask('chengban', `/matters/${matterId}`)).toMatchObject({ status: 'ended' })
      await desk.close()
    })
  })

  describe('to what the applicant came for, and what the county keeps of it (文书、名录、指标)', () => {
    it.concurrent.for(types)('%s', async (type, { expect }) => {
      await hasDocument(type)
      await standsInRegister(type)
      const journey = journeyOf(type)
      const grown = (before[type] ?? 0) + journey.figure.by
      await expect.poll(() => figureOf(journey), { timeout: 30_000, interval: 500 }).toBe(grown)
    })

    it('counts both doors of each service (办件统计)', async () => {
      const { rows } = await tabs.ask('bangongshi', `/matter-statistics?by=type&from=${today}&to=${today}`)
      for (const type of types) {
        const row = rows.find((one: { key: string }) => one.key === type)
        expect(row, type).toMatchObject({ received: 2 })
      }
    })

    it('without a fault on any page', () => expect(tabs.troubles()).toEqual([]))
  })

  function journeyOf(type: string): ServiceJourney {
    const found = journeys.get(type)
    if (found === undefined) throw new Error(`nobody goes through ${type}`)
    return found
  }

  function receivedOf(type: string): Received {
    const found = received.get(type)
    if (found === undefined) throw new Error(`${type} was not received on the portal`)
    return found
  }

  function applicantOf({ applicant }: ServiceJourney): string {
    return applicant === 'visit' ? 'public' : applicant
  }

  /** Everything that the form asks for, with other words for another seed. */
  function formOf(declaration: MatterDeclaration, seed: number): Readonly<Record<string, unknown>> {
    const { values } = journeyOf(declaration.id)
    return filledForm(registers, declaration, { seed, variant: 1, today, values })
  }

  async function applies(type: string, phone?: string): Promise<void> {
    const declaration = matters.get(type)
    const page = await tabs.open(applicantOf(journeyOf(type)))
    received.set(type, await applyOnPortal(page, declaration, formOf(declaration, 7), phone))
    await page.close()
  }

  async function comesToWindow(comer: Comer, isPerson: boolean): Promise<void> {
    // Two clerks: of two tabs of one, the one behind is drawn once a second.
    const page = await tabs.open(isPerson ? 'chuangkou' : 'chuangkou2')
    const wanted = matters.all.filter(({ guide }) => guide.forWhom.includes('person') === isPerson)
    const forms = wanted.map((declaration) => ({ declaration, values: formOf(declaration, 8) }))
    const numbers = await receiveAtWindow(page, comer, forms)
    expect(numbers).toHaveLength(wanted.length)
    for (const number of numbers) expect(number).toMatch(/^\S+-\d{8}-\d{6}$/)
    await page.close()
  }

  /** The case on the screens of those who act on it; each sees what the other did. */
  function openDesk(matterId: string) {
    const pages = new Map<string, Page>()
    let last = ''
    return {
      matterId,
      at: async (login: string) => {
        const page = pages.get(login) ?? (await tabs.open(login))
        pages.set(login, page)
        if (login !== last) await page.goto(`/desk/${matterId}`)
        last = login
        return page
      },
      /** what happened elsewhere is seen only by looking again */
      lookAgain: () => {
        last = ''
      },
      close: async () => {
        for (const page of pages.values()) await page.close()
      },
    }
  }

  async function act(desk: ReturnType<typeof openDesk>, declaration: MatterDeclaration, name: string): Promise<void> {
    const journey = journeyOf(declaration.id)
    const { phases } = await tabs.ask('chengban', `/matters/${desk.matterId}`)
    const standing = phases.map((one: { id: string }) => one.id)
    const declared = actsIn(declaration, standing).find((one) => one.name === name)?.act
    const mayBeTheClock = [...statesOf(declaration).values()].some(({ state }) =>
      state.acts?.[name]?.by.includes('clock'),
    )
    if (declared === undefined && mayBeTheClock) return
    if (declared === undefined) throw new Error(`${declaration.id} knows no ${name} in ${standing.join(', ')}`)
    const wanted = journey.input?.[name]
    const filling = { seed: 7, variant: 1, today, ...(wanted === undefined ? {} : { values: wanted }) }
    const input = filledFields(registers, declared.fields ?? {}, filling, formOf(declaration, 7))
    const who = declared.by.includes('handler') ? 'chengban' : 'shijian-fuze'
    const outcome = await actOnCase(await desk.at(who), declared, input)
    if (!mayBeTheClock) expect(outcome, name).toBe('done')
  }

  /** The sign-in of a session: the code stands on the screen of the room, and whoever is there types it. */
  async function signsIn(): Promise<void> {
    const screen = await tabs.open('chengban')
    await screen.goto(`/training-sessions/${sessionId}/screen`)
    const code = (await screen.locator('.po-screen-figures').textContent()) ?? ''
    const telephone = await tabs.open('public')
    await telephone.goto(`/sign-in/${sessionId}`)
    await telephone.getByLabel('签到码').fill(code)
    await telephone.getByRole('button', { name: '签到', exact: true }).click()
    await telephone.getByRole('heading', { name: '签到成功' }).waitFor()
    await screen.close()
    await telephone.close()
  }

  /** A fortnight is not waited for: what lasts until some day lasted until yesterday. */
  async function daysPass(matterId: string): Promise<void> {
    const sql = `update matter_limit set due_on = $2::date - 1
      where jurisdiction = $3 and matter_id = $1 and due_on >= $2::date and limit_id = 'publicity'`
    expect(await change(sql, [matterId, today, jurisdiction])).toBeGreaterThan(0)
  }

  async function hasDocument(type: string): Promise<void> {
    const journey = journeyOf(type)
    const page = await tabs.open(applicantOf(journey))
    await page.goto(`/own-matters/${receivedOf(type).matterId}`)
    // of a title with what was filled in, the words around it
    const title = matters.get(type).documents[journey.document]?.title.replaceAll(/\{[^}]*\}/g, '') ?? ''
    expect(title).not.toBe('')
    const item = page.locator('.po-documents > li', { hasText: title })
    for (const [format, kind] of [
      ['docx', wordDocument],
      ['pdf', 'application/pdf'],
    ] as const) {
      const href = await item.locator(`a[href*="format=${format}"]`).getAttribute('href')
      const file = await page.context().request.get(href ?? '')
      expect(file.status(), `${title} ${format}`).toBe(200)
      expect(file.headers()['content-type']).toContain(kind)
      expect((await file.body()).length).toBeGreaterThan(5_000)
    }
    await item.getByRole('link', { name: '验真伪' }).click()
    await page.getByRole('heading', { name: '是本平台出具的，现在有效' }).waitFor()
    await page.locator('.po-verdict').getByText(title).waitFor()
    await page.close()
  }

  async function standsInRegister(type: string): Promise<void> {
    const { matterId, number } = receivedOf(type)
    const { register, shows = number } = journeyOf(type)
    const page = await tabs.open('chengban')
    await page.goto(`/desk/${matterId}`)
    const link = page.locator(`.mc-more a[href*="/registers/${register}/records/"]`)
    const label = (await link.textContent()) ?? ''
    await link.click()
    await page.getByRole('heading', { level: 1, name: label, exact: false }).waitFor()
    await page.getByRole('main').getByText(shows).filter({ visible: true }).first().waitFor()
    await page.close()
  }

  async function figureOf({ figure }: ServiceJourney): Promise<number> {
    return (await tabs.ask('bangongshi', `/indicators/${figure.indicator}/value`)).value ?? 0
  }

  async function holdToday(register: string, values: Readonly<Record<string, unknown>>) {
    const { unit } = await tabs.ask('public', '/services/training-enrolment')
    const { id, label } = await tabs.send('bangongshi', `/registers/${register}/records`, {
      values: { ...values, organiser: unit.id, heldOn: today },
    })
    return { id: id as string, name: label as string }
  }

  /** Whoever is drawn can be reached: the accounts of the demonstration act for all experts, and not for three. */
  async function giveExpertsAccounts(): Promise<void> {
    const given = await change(
      `insert into account_entity (jurisdiction, account_id, register, record_id, granted_at, granted_by_label)
       select $1, a.id, 'expert', e.id, now(), '演示'
       from (select id, row_number() over (order by id) as place from expert where jurisdiction = $1 and ended_on is null
           and id not in (select record_id from account_entity where jurisdiction = $1 and register = 'expert')) e
       join (select id, row_number() over (order by login) as place from account
         where jurisdiction = $1 and login = any($2)) a on a.place = 1 + e.place % $3
       on conflict do nothing`,
      [jurisdiction, expertLogins, expertLogins.length],
    )
    expect(given).toBeGreaterThan(5)
  }

  function change(sql: string, values: readonly unknown[]): Promise<number> {
    return changeRows(server.databaseUrl, jurisdiction, sql, values)
  }
})
