import type { Localized } from '../../errors/define-errors.ts'
import type { MatterFact } from '../../matters/facts.ts'
import { formFields } from '../../matters/form/form-fields.ts'
import type { DocumentTemplate, FormField, MatterDeclaration } from '../../matters/matter.types.ts'

/** One thing that a county's Word template may say, by the name that an official reads. */
export interface Placeholder {
  /** written `{文号}` */
  readonly name: string
  /** what it is filled from: `form.title`, `fact.number`; of the platform's own the name itself */
  readonly key: string
  readonly meaning: Localized
  /** it stands in every template of this document, or what is issued says less in Word than in the PDF */
  readonly isObligatory: boolean
  /** it becomes whole paragraphs, so nothing stands beside it */
  readonly standsAlone: boolean
  /** nothing may be there to be said: to be put between {#name} and {/name} */
  readonly mayBeEmpty: boolean
}

/** Written in one place where a template has name and date as the standard places them, in stead of two. */
export const signaturePlaceholder = '署名'
const inStead = new Set(['发文机关', '成文日期'])

/** Whether what is obligatory is there: name and date also by the one placeholder that stands for both. */
export function isThere(placeholder: Placeholder, used: ReadonlySet<string>): boolean {
  return used.has(placeholder.key) || (inStead.has(placeholder.key) && used.has(signaturePlaceholder))
}

/**
 * What may stand in a template of one document: what each document has, the fields of the form and of the acts that issue
 * it, facts of the case, and last days of its limits. A field is called by its label, by its technical name (`form.x`)
 * where two have one label, and always also by the latter. What a declaration seals is in no document.
 */
export function placeholdersOf(
  declaration: MatterDeclaration,
  document: string,
  template: DocumentTemplate,
): readonly Placeholder[] {
  const own = ownPlaceholders(template)
  const offered = template.form === 'receipt' ? factsOf(receiptFacts) : offeredBy(declaration, document)
  const taken = new Map<string, number>()
  for (const { name } of [...own, ...offered]) taken.set(name, (taken.get(name) ?? 0) + 1)
  return [...own, ...offered.map((each) => ((taken.get(each.name) ?? 0) > 1 ? { ...each, name: each.key } : each))]
}

function ownPlaceholders({ addressee, notes, number }: DocumentTemplate): readonly Placeholder[] {
  const one = (name: string, zh: string, en: string, is: Partial<Placeholder> = {}): Placeholder => ({
    ...{ name, key: name, meaning: { zh, en }, isObligatory: true, standsAlone: false, mayBeEmpty: false, ...is },
  })
  const alone = { standsAlone: true }
  const offered = { isObligatory: false }
  return [
    one('文号', `发文字号，如 ${exampleNumber(number)}`, `document number, ${exampleNumber(number)}`),
    one('标题', '标题，按词意分行', 'title, broken into lines by its sense'),
    ...(addressee === undefined ? [] : [one('主送', '主送：文书发给谁，不带冒号', 'addressee, without the colon')]),
    one(
      '正文',
      '正文各段、清单和表格，格式随所在段落',
      'body: paragraphs, lists and tables, in the style of its own',
      alone,
    ),
    one('发文机关', '签发单位全称', 'full name of the office'),
    one('成文日期', '成文日期，如 2026年6月12日', 'day of issue'),
    one(
      signaturePlaceholder,
      '发文机关和成文日期，按国标位置排好；用了它，上面两个可以不写',
      'office and day, placed by the standard; it stands for the two before',
      {
        ...{ ...alone, ...offered },
      },
    ),
    one('附注', '附注和必须写明的话', 'notes, and what must be said', {
      ...alone,
      isObligatory: (notes ?? []).length > 0,
      mayBeEmpty: true,
    }),
    one('核验码', '核验码', 'verification code'),
    one(
      '核验说明',
      '印章效力、撤销、演示和与正本关系的说明',
      'what must be said of seal, revocation, demonstration and original',
      alone,
    ),
    one('二维码', '核验二维码（图片）', 'QR code of the check, a picture', offered),
    one('警示', '撤销或演示时的醒目标注，平时没有字', 'mark of what is revoked or invented; nothing otherwise', {
      ...{ ...alone, ...offered, mayBeEmpty: true },
    }),
    one('文书种类', '文书种类，如 受理通知书', 'kind of document', offered),
  ]
}

/** A number as a series begins; of what does not run, the number of a case. */
export function exampleNumber(pattern: string, year = '2026'): string {
  return pattern.replace('{year}', year).replace('{n}', '1').replace('{fact.number}', '（办件编号）')
}

function offeredBy(declaration: MatterDeclaration, document: string): readonly Placeholder[] {
  const sealed = new Set(declaration.sealed ?? [])
  const form = [...formFields(declaration)].flatMap(([name, { field }]) =>
    sealed.has(name) ? [] : [fieldPlaceholder('form', name, field)],
  )
  const acts = actsOf(declaration).filter(({ issues }) => issues === document)
  const asked = new Map(acts.flatMap(({ fields }) => Object.entries(fields ?? {})))
  const input = [...asked].flatMap(([name, field]) =>
    sealed.has(name) ? [] : [fieldPlaceholder('input', name, field)],
  )
  const limits = declaration.limits.map(({ id, label, labelEn }) =>
    offered(`limit.${id}.due`, `${label}到期日`, `${label}的最后一天`, `last day of: ${labelEn}`, true),
  )
  return [...form, ...input, ...factsOf(Object.keys(factWords) as MatterFact[]), ...limits]
}

function fieldPlaceholder(kind: 'form' | 'input', name: string, field: FormField): Placeholder {
  const from = kind === 'form' ? '申请表' : '办理时填的'
  const fromEn = kind === 'form' ? 'of the form' : 'asked for by the act'
  return offered(
    ...([`${kind}.${name}`, field.label, `${from}“${field.label}”`, `${fromEn}: ${field.labelEn}`] as const),
    field.required !== true || field.when !== undefined,
  )
}

function offered(key: string, label: string, zh: string, en: string, mayBeEmpty: boolean): Placeholder {
  const name = label.replaceAll(/[\s{}[\]#/｛｝]/g, '')
  return { name, key, meaning: { zh, en }, isObligatory: false, standsAlone: false, mayBeEmpty }
}

const factWords: Partial<Record<MatterFact, readonly [string, string, string]>> = {
  number: ['办件编号', 'number of the case', ''],
  title: ['办件标题', 'title of the case', ''],
  typeLabel: ['事项名称', 'kind of matter', ''],
  today: ['办理日期', 'day of the act', ''],
  submittedOn: ['申请日期', 'day of the application', ''],
  acceptedOn: ['受理日期', 'day of acceptance', '?'],
  unit: ['承办单位', 'unit that handles it', ''],
  unitPhone: ['承办单位电话', 'telephone of the unit', '?'],
  county: ['县市名称', 'name of the county', ''],
  applicant: ['申请人', 'who applied', ''],
  handler: ['承办人', 'who handles it', '?'],
  opinion: ['办理意见', 'opinion of the act', '?'],
}

const receiptFacts: readonly MatterFact[] = ['number', 'applicant', 'submittedOn', 'typeLabel', 'unit']

function factsOf(facts: readonly MatterFact[]): readonly Placeholder[] {
  return facts.flatMap((fact) => {
    const [zh, en, doubt] = factWords[fact] ?? []
    return zh === undefined || en === undefined ? [] : [offered(`fact.${fact}`, zh, zh, en, doubt === '?')]
  })
}

function actsOf(declaration: MatterDeclaration) {
  return Object.values(declaration.states)
    .flatMap((state) => [
      state,
      ...Object.values(state.regions ?? {}).flatMap((region) => Object.values(region.states)),
    ])
    .flatMap((state) => Object.values(state.acts ?? {}))
}

/** By its name as people write it, or by its technical one. */
export function findPlaceholder(placeholders: readonly Placeholder[], written: string): Placeholder | undefined {
  const name = written.replaceAll(/\s/g, '')
  return placeholders.find((each) => each.name === name) ?? placeholders.find((each) => each.key === name)
}

/** The name that is most like what was written; undefined where none is. */
export function nearestName(placeholders: readonly Placeholder[], written: string): string | undefined {
  const likeness = (name: string) => {
    const [one, other] = [new Set(name), new Set(written)]
    const common = [...one].filter((character) => other.has(character)).length
    return (2 * common) / (one.size + other.size)
  }
  const [best] = placeholders.map(({ name }) => ({ name, like: likeness(name) })).sort((a, b) => b.like - a.like)
  return best !== undefined && best.like >= 0.4 ? best.name : undefined
}
