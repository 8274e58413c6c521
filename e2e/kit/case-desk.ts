import type { ActDeclaration } from '@qiangxian/kernel/matters/matter.types'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { fillField } from './fill-form.ts'

/**
 * Does one act on the case that stands open on the desk, by its button or from the menu behind it.
 *
 * @param input by field, as filled in; of an act that asks for an opinion one is written
 * @returns moved: somebody else, or the clock, was quicker, and nothing was done
 */
export async function actOnCase(
  page: Page,
  act: Pick<ActDeclaration, 'label' | 'fields' | 'opinion'>,
  input: Readonly<Record<string, unknown>> = {},
): Promise<'done' | 'moved'> {
  await begin(page, act.label)
  const dialog = page.getByRole('dialog')
  for (const [name, field] of Object.entries(act.fields ?? {})) {
    if (name in input) await fillField(dialog.locator(`[id="f-${name}"]`), field, input[name])
  }
  if (act.opinion !== undefined) await dialog.locator('#act-opinion').fill('同意。（演示）')
  await dialog.getByRole('button', { name: act.label, exact: true }).click()
  const done = page.locator('.mc-done', { hasText: `已办理：${act.label}` })
  const moved = dialog.getByRole('alert', { name: '别人刚办过这一件' })
  const refused = dialog.getByRole('alert')
  await done.or(refused).first().waitFor()
  if ((await moved.count()) > 0) {
    await page.keyboard.press('Escape')
    return 'moved'
  }
  // what the desk says against it stands in the failure
  expect(await refused.allTextContents(), act.label).toEqual([])
  return 'done'
}

/** The button with its letter, else the same act in the menu. */
async function begin(page: Page, label: string): Promise<void> {
  const words = label.replaceAll(/[()（）]/g, '.')
  const button = page.locator('.mc-acts').getByRole('button', { name: new RegExp(`^${words}(\\s[A-Z])?$`) })
  const next = page.locator('.mc-next').getByRole('button', { name: label, exact: true })
  await button.or(next).first().waitFor()
  if ((await button.count()) > 0) await button.first().click()
  else await next.first().click()
  await page.getByRole('dialog').waitFor()
}
