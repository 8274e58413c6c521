import type { FieldRow, RegisterDescription } from '../../api/register.types.ts'

/** A field as the server describes it, with what matters to a test. */
export function field(name: string, part: Partial<FieldRow>): FieldRow {
  return {
    name,
    kind: 'text',
    label: name,
    labelEn: name,
    required: false,
    help: null,
    origin: null,
    sensitivity: 'internal',
    format: null,
    longest: null,
    multiline: false,
    choices: [],
    hasHistory: false,
    unit: null,
    least: null,
    most: null,
    decimals: null,
    precision: null,
    mayLieAhead: false,
    register: null,
    group: null,
    filterable: true,
    sortable: true,
    ...part,
  }
}

/** 演示: a small register of patents. */
export const patents: RegisterDescription = {
  id: 'patent',
  area: 'creation',
  systems: ['S13'],
  label: '专利登记簿',
  labelEn: 'Patents',
  recordLabel: '专利',
  countUnit: '件',
  about: '',
  source: '',
  records: 3,
  changedAt: null,
  fields: [
    field('title', { label: '名称', required: true }),
    field('patentType', {
      kind: 'choice',
      label: '专利类型',
      choices: [
        { value: 'invention', label: '发明', labelEn: 'Invention' },
        { value: 'design', label: '外观设计', labelEn: 'Design' },
      ],
    }),
    field('owners', { kind: 'links', label: '专利权人', register: 'market-entity' }),
    field('grantedOn', { kind: 'date', label: '授权公告日', precision: 'day' }),
    field('builtOn', { kind: 'date', label: '完成', precision: 'month' }),
    field('claims', { kind: 'integer', label: '权利要求数', least: 1 }),
    field('pledged', { kind: 'money', label: '质押金额', unit: '万元' }),
    field('ipc', { kind: 'codes', label: 'IPC' }),
    field('phone', { label: '电话', sensitivity: 'personal', required: true }),
    field('department', { kind: 'unit', label: '主管部门' }),
  ],
  key: ['title'],
  title: 'title',
  columns: ['title', 'patentType', 'owners'],
  validity: { from: 'grantedOn', until: [] },
  conditions: [{ name: 'high-value', label: '高价值', labelEn: 'High value', meaning: '' }],
  retentionYears: null,
  pointedAtBy: [],
  may: { add: true, change: true, manage: true, import: true, disclose: false },
}
