import type { MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Tabs } from './tabs.ts'

/** Accounts of the demonstration that experts have. 演示 */
export const expertLogins = ['zhuanjia', 'zhuanjia2', 'zhuanjia3'] as const

/** 专家评审: the officer whose page shows the case draws the experts, and each of them judges on a page of their own. */
export async function drawAndJudge(officer: Page, { label, review }: MatterDeclaration, tabs: Tabs): Promise<void> {
  await officer.getByRole('button', { name: '确定名单，准备抽取专家' }).click()
  await officer.waitForURL('**/draws/**')
  await officer.getByRole('button', { name: '现在抽取' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: '现在抽取' }).click()
  await officer.getByText('刚才按同样的输入重算了一遍，结果一致。').waitFor()
  const criteria = review?.criteria ?? []
  await Promise.all(expertLogins.map(async (login) => judgeAll(await tabs.open(login), label, criteria)))
}

/** Points and an opinion for all that the expert was asked to judge of this service. */
async function judgeAll(
  page: Page,
  typeLabel: string,
  criteria: readonly { readonly id: string; readonly most: number }[],
): Promise<void> {
  await page.goto('/reviews')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('.rv-group, .empty').first().waitFor()
  const rows = page.getByRole('row', { name: new RegExp(`${typeLabel}.*待评`) })
  const paths = await rows
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const path of new Set(paths)) {
    await page.goto(path)
    for (const { id, most } of criteria) await page.locator(`[id="score-${id}"]`).fill(String(most - 3))
    await page.locator('#score-opinion').fill('演示：内容清楚，做得到。')
    await page.getByRole('button', { name: '提交评分' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '提交评分' }).click()
    const refused = page.getByRole('alert')
    const done = page.getByText(/^已提交，合计/)
    await done.or(refused).first().waitFor()
    // what the page says against it stands in the failure
    expect(await refused.allTextContents(), path).toEqual([])
  }
  await page.close()
}
