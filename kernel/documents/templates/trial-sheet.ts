import { type Filling, fillTemplate } from '../fill.ts'
import type { PrintSheet } from '../print/sheet.ts'
import type { UsedPlaceholder } from './check-words.ts'
import type { DocumentKind } from './document-kinds.ts'
import { placeholdersOf } from './placeholders.ts'

/**
 * A document that nobody issued, with made-up values, by which somebody sees what a template makes: marked as a sample on
 * each page, with a number and a code that nothing has.
 */
export function trialSheet({ declaration, document, template }: DocumentKind, office = '示例单位'): PrintSheet {
  const names = new Map(placeholdersOf(declaration, document, template).map(({ key, name }) => [key, name]))
  const words = (key: string) => sampleOf(key, names.get(key) ?? key)
  const filling: Filling = {
    words,
    values: {},
    lists: {
      materials: ['示例材料一', '示例材料二'],
      missing: ['示例材料三（2026-06-30前交）'],
      limits: ['示例期限（法定）：自2026年6月12日起5个工作日，至2026年6月22日'],
    },
  }
  // A form whose every answer is a sample meets no condition: what stands under one is shown all the same.
  const body = template.body.map((block) => ('paragraph' in block ? { paragraph: block.paragraph } : block))
  const { title, addressee, blocks, notes } = fillTemplate({ ...template, body }, filling)
  const number = template.number
    .replace('{year}', '2026')
    .replace('{n}', '0')
    .replace('{fact.number}', words('fact.number'))
  return {
    content: {
      shape: 1,
      ...{ form: template.form, office, label: template.label, title, number, addressee, blocks, notes },
      ...{ issuedOn: '2026-06-12', isSealed: template.sealed, verificationCode: 'XXXX-XXXX-XXXX-XXXX' },
      ...{ matterNumber: null, isDemonstration: true, salt: '' },
    },
    seal: null,
    revoked: null,
    qrText: '样张 SAMPLE',
  }
}

/** Made-up words for what a template asks for, by the name that stands in it. */
export function trialValues(
  { declaration, document, template }: DocumentKind,
  used: readonly UsedPlaceholder[],
): Readonly<Record<string, string>> {
  const names = new Map(placeholdersOf(declaration, document, template).map(({ key, name }) => [key, name]))
  const asked = used.filter(({ key }) => key.includes('.'))
  return Object.fromEntries(asked.map(({ written, key }) => [written, sampleOf(key, names.get(key) ?? key)]))
}

function sampleOf(key: string, name: string): string {
  if (key === 'fact.number') return 'SL-20260612-000000'
  if (key.endsWith('.due') || /日期|时间$/.test(name)) return '2026年6月22日'
  return `（示例）${name}`
}
