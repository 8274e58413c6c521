import { oneOf } from '@qiangxian/kernel/registers/fields'

/**
 * Conditions of calls as data: which records of which register prove one, and how many it takes. They are told from what
 * the platform knows, before anybody applies (免申预判).
 */
export interface GrantCondition {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly proof:
    | {
        readonly kind: 'records'
        readonly register: string
        /** the link that points at the entity */
        readonly through: string
        /** of these only those that are in force today */
        readonly inForce: boolean
        /** further: a field is one of these */
        readonly field?: { readonly name: string; readonly is: readonly string[] }
        /** field of the call with the number that is wanted; left out: one */
        readonly leastFrom?: 'leastInventions'
      }
    /** of the record of the entity itself */
    | { readonly kind: 'entity'; readonly holds: 'localPlace' | 'inBusiness' | 'threeYears' | 'isEnterprise' }
    /** no award of the same call so far */
    | { readonly kind: 'noAward' }
    /** nothing of it is kept: it is promised, and checked afterwards */
    | { readonly kind: 'notKept'; readonly words: string }
}

export const grantConditions: readonly GrantCondition[] = [
  entity('local', '在本市注册', 'Registered here', 'localPlace'),
  entity('in-business', '正常经营，没有注销', 'In business', 'inBusiness'),
  entity('three-years', '成立满三年', 'Three years old', 'threeYears'),
  entity('enterprise', '是企业', 'An enterprise', 'isEnterprise'),
  {
    id: 'inventions',
    label: '有效发明专利达到规定件数',
    labelEn: 'Enough inventions in force',
    proof: {
      kind: 'records',
      register: 'patent',
      through: 'owners',
      inForce: true,
      field: { name: 'patentType', is: ['invention'] },
      leastFrom: 'leastInventions',
    },
  },
  held('patent', '有有效专利', 'A patent in force', 'patent', 'owners'),
  held('trademark', '有有效注册商标', 'A mark in force', 'trademark', 'owners'),
  held('certified', '贯标证书有效', 'A certificate in force', 'standard-certificate', 'enterprise'),
  held('advantage', '优势或者示范企业称号有效', 'A title in force', 'advantage-enterprise', 'enterprise'),
  {
    id: 'pledged',
    label: '办过知识产权质押登记',
    labelEn: 'Has pledged a right',
    proof: { kind: 'records', register: 'pledge', through: 'pledgor', inForce: false },
  },
  {
    id: 'licensed',
    label: '有许可、转让记录',
    labelEn: 'Has licensed a right',
    proof: { kind: 'records', register: 'licence', through: 'from', inForce: false },
  },
  { id: 'no-award', label: '同一批次没有得过', labelEn: 'No award of this call', proof: { kind: 'noAward' } },
  {
    id: 'credit',
    label: '没有严重失信、非正常申请',
    labelEn: 'Not discredited',
    proof: {
      kind: 'notKept',
      words: '平台没有这项数据：申报时承诺，形式审查时向信用平台核对。',
    },
  },
]

/** What a call may ask for, as its register offers it. */
export const conditionChoices = grantConditions.map(({ id, label, labelEn }) => oneOf(id, label, labelEn))

function entity(
  id: string,
  label: string,
  labelEn: string,
  holds: 'localPlace' | 'inBusiness' | 'threeYears' | 'isEnterprise',
): GrantCondition {
  return { id, label, labelEn, proof: { kind: 'entity', holds } }
}

function held(id: string, label: string, labelEn: string, register: string, through: string): GrantCondition {
  return { id, label, labelEn, proof: { kind: 'records', register, through, inForce: true } }
}
