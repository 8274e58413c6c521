import type { FormField } from '@qiangxian/kernel/matters/matter.types'
import type { Locator } from 'playwright-core'
import { quiet } from './quiet.ts'

/** With more choices than this they stand in a list, and no longer side by side. */
const mostRadios = 5

const fenOf = { 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 } as const

/**
 * Fills one field as a person does, whatever its control is.
 *
 * @param control what bears the id of the field: the input itself, or the first of a group
 * @param value as it travels over HTTP
 */
export async function fillField(control: Locator, field: FormField, value: unknown): Promise<void> {
  switch (field.kind) {
    case 'choice': {
      const label = labelOf(field.choices, value)
      if (field.choices.length > mostRadios) await control.selectOption({ label })
      else await groupOf(control).getByRole('radio', { name: label, exact: true }).check()
      return
    }
    case 'choices':
      for (const one of listOf(value))
        await groupOf(control)
          .getByRole('checkbox', { name: labelOf(field.choices, one), exact: true })
          .check()
      return
    case 'flag':
      await groupOf(control)
        .getByRole('radio', { name: value === true ? '是' : '否', exact: true })
        .check()
      return
    case 'link':
      return chooseRecord(control, value)
    case 'links':
      for (const one of listOf(value)) await pickRecord(control, one)
      return
    case 'attachments':
      await control.setInputFiles(listOf(value).map((one) => fileOf(nameOf(one))))
      return
    case 'money':
      return control.fill(String(Number(value) / fenOf[field.writtenIn]))
    case 'codes':
      return control.fill(listOf(value).join('；'))
    case 'text':
    case 'date':
    case 'integer':
    case 'decimal':
    case 'share':
      return control.fill(String(value))
    default:
      throw new Error(`no form of a service asks for a ${field.kind} yet: say here how it is filled`)
  }
}

/** A small invented file. 演示 */
export function fileOf(label: string): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  return { name: `演示${label}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`演示材料：${label}`) }
}

/** A register of a few records is a list to choose from once they are there; of many one types a part. */
async function chooseRecord(control: Locator, value: unknown): Promise<void> {
  await quiet(control.page())
  const list = control.and(control.page().locator('select'))
  if ((await list.count()) > 0) await list.selectOption({ label: nameOf(value) })
  else await pickRecord(control, value)
}

/**
 * Found while one types, and taken by the keyboard: the list may open where it is under something else. A name without
 * an id is that of nobody whom the register knows, and is kept as it is.
 */
async function pickRecord(control: Locator, value: unknown): Promise<void> {
  const name = nameOf(value)
  await control.fill(name)
  const isKnown = typeof value === 'object' && value !== null && 'id' in value && value.id !== null
  const words = isKnown ? name : `就写“${name}”，以后再对应`
  const options = control.locator('xpath=..').getByRole('option')
  const wanted = control.locator('xpath=..').getByRole('option', { name: words, exact: true }).first()
  await wanted.waitFor({ timeout: 8_000 })
  for (let left = await options.count(); left > 0; left -= 1) {
    if ((await wanted.getAttribute('aria-selected')) === 'true') break
    await control.press('ArrowDown')
  }
  await control.press('Enter')
}

function groupOf(control: Locator): Locator {
  return control.locator('xpath=ancestor::fieldset[1]')
}

function labelOf(choices: readonly { readonly value: string; readonly label: string }[], value: unknown): string {
  const found = choices.find((one) => one.value === value)
  if (found === undefined)
    throw new Error(`“${String(value)}” is none of ${choices.map((one) => one.value).join(', ')}`)
  return found.label
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function nameOf(link: unknown): string {
  if (typeof link === 'object' && link !== null && 'name' in link && typeof link.name === 'string') return link.name
  throw new Error(`a record is named as { id, name }, not as ${JSON.stringify(link)}`)
}
