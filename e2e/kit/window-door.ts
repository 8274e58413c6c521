import { holds } from '@qiangxian/kernel/matters/form/conditions'
import type { MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import type { Locator, Page } from 'playwright-core'
import { fileOf, fillField } from './fill-form.ts'

type Values = Readonly<Record<string, unknown>>

/** Who stands at the window: somebody new, or an enterprise of the register. */
export type Comer = { readonly name: string; readonly phone: string } | { readonly enterprise: string }

interface Wanted {
  readonly declaration: MatterDeclaration
  readonly values: Values
}

/** Receives one visitor for several services at once, and gives the numbers that the receipts bear, by service. */
export async function receiveAtWindow(page: Page, comer: Comer, wanted: readonly Wanted[]): Promise<readonly string[]> {
  await page.goto('/window')
  await chooseComer(page, comer)
  for (const { declaration } of wanted)
    await page.locator('.wn-services').getByRole('checkbox', { name: declaration.label }).check()
  await page.getByRole('button', { name: `开始填表，${wanted.length} 项` }).click()
  for (const { declaration, values } of wanted) {
    const form = page.getByRole('region', { name: declaration.label, exact: true })
    await form.waitFor()
    await fillWindowForm(form, declaration, values)
  }
  await page.getByText('可以提交').waitFor()
  await page.getByRole('button', { name: /^提交.*并打印凭证$/ }).click()
  await page.getByRole('heading', { name: `已收 ${wanted.length} 件` }).waitFor()
  const rows = page.locator('.wn-receipts li')
  return Promise.all(
    wanted.map(
      async ({ declaration }) =>
        (await rows.filter({ hasText: declaration.label }).locator('code').textContent()) ?? '',
    ),
  )
}

async function chooseComer(page: Page, comer: Comer): Promise<void> {
  if ('enterprise' in comer) {
    await page.getByRole('searchbox').first().fill(comer.enterprise)
    await page.getByRole('button', { name: `就是他 ${comer.enterprise}`, exact: true }).click()
    return
  }
  await page.locator('.wn-new summary').click()
  await page.getByLabel('姓名或单位名称 *').fill(comer.name)
  await page.getByLabel('手机号', { exact: true }).fill(comer.phone)
  await page.getByRole('button', { name: '就是他', exact: true }).click()
}

async function fillWindowForm(form: Locator, { form: { steps }, ...declaration }: MatterDeclaration, values: Values) {
  const asked = steps.flatMap(({ fields }) => Object.entries(fields)).filter(([name]) => name in values)
  for (const [name, field] of asked) {
    const control = form.locator(`[id^="f-"][id$="-${name}"]`)
    const place = form.locator('.wn-field', { has: form.page().locator(`[id$="-${name}"]`) })
    if (field.prefill?.from === 'link' && field.prefill.link in values) {
      await place.locator('.wn-who.prefill').waitFor()
      continue
    }
    if (field.prefill !== undefined && (await place.locator('.wn-who.prefill').count()) > 0) continue
    await fillField(control, field, values[name])
  }
  for (const { id, label, necessity } of declaration.materials.filter(({ when }) => holds(when, values))) {
    const place = form.locator('.wn-materials > li', { has: form.page().locator(`[id$="-${id}"]`) })
    if (necessity === 'optional' || (await place.getByText('平台已有，不用交').count()) > 0) continue
    if (necessity === 'later') {
      await place.getByLabel('容缺，以后补').check()
      continue
    }
    await place.getByLabel(`选文件：${declaration.label} ${label}`, { exact: true }).setInputFiles(fileOf(label))
    await place.getByText(`演示${label}.txt`).waitFor()
  }
  await checkAll(form)
}

/** What the platform knew already is read to whoever stands there, and confirmed one by one (当面核对). */
async function checkAll(form: Locator): Promise<void> {
  const buttons = form.getByRole('button', { name: '已当面核对' })
  for (let left = await buttons.count(); left > 0; left = await buttons.count()) {
    await buttons.first().click()
    await buttons.nth(left - 1).waitFor({ state: 'detached' })
  }
}
