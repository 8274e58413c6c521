import { holds } from '@qiangxian/kernel/matters/form/conditions'
import type { FormField, MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { fileOf, fillField } from './fill-form.ts'

export interface Received {
  readonly number: string
  readonly matterId: string
}

type Values = Readonly<Record<string, unknown>>

/**
 * Applies on the portal from the guide to the receipt, step by step as the form asks.
 *
 * @param values of the fields that are asked for, by name; what the platform filled in is confirmed instead
 * @param phone of whoever comes once and has not shown a telephone number in this browser yet
 */
export async function applyOnPortal(
  page: Page,
  declaration: MatterDeclaration,
  values: Values,
  phone?: string,
): Promise<Received> {
  await page.goto(`/services/${declaration.id}`)
  await page.getByRole('heading', { level: 1, name: declaration.label, exact: true }).waitFor()
  await page.getByRole('link', { name: '我要办' }).last().click()
  if (phone === undefined)
    await page
      .locator('.po-panel', { has: page.locator('.po-who') })
      .getByRole('button', { name: '开始填表' })
      .click()
  else await showPhone(page, phone)
  await page.waitForURL('**/drafts/**')

  for (const { label, fields } of declaration.form.steps) {
    const asked = Object.entries(fields).filter(([name]) => name in values)
    if (asked.length === 0) continue
    await page.getByRole('heading', { level: 2, name: label, exact: true }).waitFor()
    for (const [name, field] of asked) await fillStepField(page, name, field, values)
    await confirmAll(page)
    await page.getByRole('button', { name: '下一步' }).click()
  }

  const materials = declaration.materials.filter(({ when }) => holds(when, values))
  if (materials.length > 0) {
    await page.getByRole('heading', { level: 2, name: '交材料' }).waitFor()
    for (const { id, label, necessity } of materials) {
      const place = page.locator('.po-panel', { has: page.locator(`[id="m-${id}"]`) })
      if (necessity !== 'required' || (await place.getByText('平台已有，不用交').count()) > 0) continue
      await page.locator(`[id="m-${id}"]`).setInputFiles(fileOf(label))
      await place.getByRole('button', { name: `去掉 演示${label}.txt` }).waitFor()
    }
    await page.getByRole('button', { name: '下一步' }).click()
  }

  await page.getByRole('heading', { level: 2, name: '核对并提交' }).waitFor()
  await page.getByLabel(/以上内容属实/).check()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.waitForURL('**/receipts/**')
  const number = (await page.locator('.po-receipt .big dd').textContent()) ?? ''
  expect(number).toMatch(/^\S+-\d{8}-\d{6}$/)
  return { number, matterId: page.url().split('/').at(-1) ?? '' }
}

/** 来一次: the code is asked for, read where the demonstration shows it, and typed. */
async function showPhone(page: Page, phone: string): Promise<void> {
  await page.getByLabel('手机号', { exact: true }).fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  const said = await page.getByText(/^演示环境没有短信网关/).textContent()
  await page.getByLabel('短信验证码').fill(/\d{4,}/.exec(said ?? '')?.[0] ?? '')
  await page.getByRole('button', { name: '验证并继续' }).click()
}

async function fillStepField(page: Page, name: string, field: FormField, values: Values): Promise<void> {
  const control = page.locator(`[id="f-${name}"]`)
  const filledIn = page.locator('.po-field', { has: control }).locator('.po-origin')
  // what hangs on a record that was chosen above comes with the answer to that choice
  if (field.prefill?.from === 'link' && field.prefill.link in values) return filledIn.waitFor()
  if (field.prefill !== undefined && (await filledIn.count()) > 0) return
  if (field.kind !== 'link') return fillField(control, field, values[name])
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await fillField(control, field, values[name])
  expect((await saved).status()).toBe(200)
}

/** What was filled in by the platform is used only when the applicant has agreed to each of it. */
async function confirmAll(page: Page): Promise<void> {
  const buttons = page.getByRole('button', { name: '是这样，可以用' })
  for (let left = await buttons.count(); left > 0; left -= 1) {
    await buttons.first().click()
    await buttons.nth(left - 1).waitFor({ state: 'detached' })
  }
}
