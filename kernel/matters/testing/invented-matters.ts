import { assembleRegisters, defineRegister } from '../../registers/define-register.ts'
import { choice, date, flag, integer, oneOf, text, unit } from '../../registers/fields.ts'
import { generalFormats } from '../../registers/formats/general-formats.ts'
import { assembleRules, days, recalled, since, workingDays } from '../../rules/define-rule.ts'
import { defineGuard, defineMatter } from '../define-matter.ts'
import type { Guide, MatterDeclaration } from '../matter.types.ts'

/**
 * Invented matters of a county with a library, gardens and a hall, for tests of the engine: one with everything that a
 * simple matter has, one with branches that run beside each other, one that ends at once. 演示
 */
const common = {
  area: 'services',
  systems: ['S99'],
  archive: { years: 10, category: '演示' },
  sources: [{ instrument: '演示办法', article: '第一条', certainty: 'recalled' }],
} as const

const guide: Omit<Guide, 'words'> = {
  ...{ itemType: '20', forWhom: ['person', 'enterprise'], handling: 'promised', conditions: [], steps: [] },
  ...{ result: { label: '决定', kind: 'document', delivery: ['网上查看'] }, fee: { charged: false }, visits: 0 },
  ...{ online: 'whole', acrossRegions: 'county', likelyOutcome: '大多能办成（演示）。', questions: [] },
}

const papers: MatterDeclaration['documents'] = {
  acceptance: {
    ...{ label: '受理通知书', form: 'notice', title: '{fact.typeLabel}受理通知书', number: '演受〔{year}〕{n}号' },
    body: [{ paragraph: '办件 {fact.number} 已于 {fact.today} 受理，由{fact.unit}办理。' }],
    ...{ addressee: '{fact.applicant}', signedBy: 'unit', sealed: true },
  },
  decision: {
    ...{ label: '决定书', form: 'letter', title: '{fact.typeLabel}决定书', number: '演决〔{year}〕{n}号' },
    body: [{ paragraph: '办件 {fact.number} 的决定：{input.reason}' }],
    ...{ addressee: '{fact.applicant}', signedBy: 'unit', sealed: true },
  },
}

const reason = text('理由', 'Reason', { required: true, longest: 400 })

/** 花圃认养: form with conditions, materials, supplement, sealed field, decision by the head, register entry, publication. */
export const gardenAdoption = defineMatter({
  ...common,
  ...{ id: 'garden-adoption', label: '花圃认养', labelEn: 'Garden adoption', about: '认养一块公共花圃（演示）。' },
  titleFrom: ['bed'],
  guide: { ...guide, words: ['花圃', '种花'] },
  form: {
    steps: [
      {
        ...{ id: 'who', label: '申请人' },
        fields: {
          applicant: {
            ...text('姓名', 'Name', { required: true, sensitivity: 'personal', mask: 'name' }),
            prefill: { from: 'person', field: 'name' },
          },
          phone: {
            ...text('电话', 'Telephone', { required: true, format: 'phone', sensitivity: 'personal', mask: 'phone' }),
            prefill: { from: 'person', field: 'phone' },
          },
          whisper: text('悄悄话', 'Whisper', { sensitivity: 'sensitive' }),
        },
      },
      {
        ...{ id: 'what', label: '认养内容' },
        fields: {
          bed: text('花圃', 'Bed', { required: true, longest: 60 }),
          kind: choice('种什么', 'Kind', [oneOf('flowers', '花', 'Flowers'), oneOf('trees', '树', 'Trees')], {
            required: true,
          }),
          trees: {
            ...integer('几棵', 'How many', { required: true, least: 1, most: 20 }),
            when: { field: 'kind', is: 'trees' },
          },
          hasTools: flag('自带工具', 'Own tools'),
        },
      },
    ],
  },
  materials: [
    { id: 'sketch', label: '种植示意图', kind: 'electronic', copies: 1, necessity: 'required', origin: 'applicant' },
    {
      ...{ id: 'survey', label: '土壤检测', kind: 'copy', copies: 1, necessity: 'required', origin: 'other' },
      when: { field: 'kind', is: 'trees' },
    },
    { id: 'photo', label: '照片', kind: 'electronic', copies: 1, necessity: 'later', origin: 'applicant' },
  ],
  entrances: ['account', 'visit', 'window', 'staff'],
  initial: 'received',
  states: {
    received: {
      ...{ label: '待受理', labelEn: 'Received', forApplicant: '已收到，正在核对材料。' },
      acts: {
        accept: {
          ...{ label: '受理', labelEn: 'Accept', to: 'examining', by: ['handler'], main: true, key: 'a', batch: true },
          ...{ guards: ['all-materials-present'], issues: 'acceptance' },
        },
        askForMore: {
          ...{ label: '告知补正', labelEn: 'Ask for more', to: 'waiting', by: ['handler'], asksForSupplement: true },
          fields: { reason },
        },
        refuse: {
          label: '不予受理',
          labelEn: 'Refuse',
          to: 'refused',
          by: ['handler'],
          fields: { reason },
          issues: 'decision',
        },
      },
    },
    waiting: {
      ...{ label: '待补正', labelEn: 'Waiting', forApplicant: '请一次补齐。', turn: 'applicant', stops: 'supplement' },
      acts: {
        supplement: {
          ...{ label: '补正', labelEn: 'Supplement', to: 'received', by: ['applicant', 'window'] },
          fields: { bed: text('花圃', 'Bed', { longest: 60 }) },
        },
        lapse: { label: '逾期失效', labelEn: 'Lapse', to: 'lapsed', by: ['clock'] },
      },
    },
    examining: {
      ...{ label: '审查中', labelEn: 'Examining', forApplicant: '正在审查。' },
      acts: {
        inspect: { label: '现场查看', labelEn: 'Inspect', by: ['handler'], opinion: 'required' },
        propose: {
          ...{ label: '提出意见', labelEn: 'Propose', to: 'deciding', by: ['handler'], opinion: 'required' },
          ...{ internal: true, needsCountersigns: true, main: true },
        },
      },
    },
    deciding: {
      ...{ label: '待决定', labelEn: 'Deciding', forApplicant: '正在决定。' },
      acts: {
        grant: {
          ...{ label: '同意', labelEn: 'Grant', to: 'granted', by: ['head'], notTheHandler: true, main: true },
          ...{ fields: { reason }, issues: 'decision', guards: ['not-on-sunday'] },
        },
        deny: {
          ...{ label: '不同意', labelEn: 'Deny', to: 'refused', by: ['head'], notTheHandler: true, fields: { reason } },
          issues: 'decision',
        },
        sendBack: {
          label: '退回重审',
          labelEn: 'Send back',
          to: 'examining',
          by: ['head'],
          opinion: 'required',
          internal: true,
        },
      },
    },
    granted: { label: '已认养', labelEn: 'Granted', forApplicant: '已同意认养。', outcome: 'granted' },
    refused: { label: '未同意', labelEn: 'Refused', forApplicant: '没有同意，理由见决定书。', outcome: 'refused' },
    lapsed: { label: '已失效', labelEn: 'Lapsed', forApplicant: '没有按期补齐，已失效。', outcome: 'lapsed' },
  },
  limits: [
    {
      ...{ id: 'decide', label: '办理期限', labelEn: 'To decide', rule: 'garden.decide', promised: workingDays(10) },
      ...{ startsWith: ['act:accept'], endsWith: ['state:granted', 'state:refused'], whose: 'unit' },
    },
    {
      ...{ id: 'supplement', label: '补正期限', labelEn: 'To supplement', rule: 'garden.supplement' },
      ...{ startsWith: ['state:waiting'], endsWith: ['act:supplement', 'act:lapse'], whose: 'applicant' },
      onMissed: 'lapse',
    },
  ],
  documents: papers,
  notices: [
    {
      ...{ on: 'act:accept', to: 'applicant', title: '{fact.typeLabel}已受理' },
      body: '办件 {fact.number} 已受理，{fact.unit}正在办理。',
    },
  ],
  writes: [
    {
      ...{ on: 'act:grant', register: 'garden-bed', changesExisting: true },
      values: {
        name: { form: 'bed' },
        keeper: { form: 'applicant' },
        kind: { form: 'kind' },
        trees: { form: 'trees' },
        adoptedOn: { fact: 'today' },
        caseNumber: { fact: 'number' },
        office: { fact: 'unit' },
      },
    },
  ],
  publication: {
    ...{ on: 'state:granted', fields: ['bed', 'kind', 'applicant'], title: '花圃“{form.bed}”认养公示' },
    objections: { rule: 'garden.objection' },
  },
  withdrawal: { in: ['received', 'waiting', 'examining'] },
  reopening: { from: ['refused', 'withdrawn'], to: 'examining' },
  sealed: ['whisper'],
})

/** 邻里纠纷: two branches beside each other, one of talks and one of inquiry. */
export const neighbourDispute = defineMatter({
  ...common,
  ...{ id: 'neighbour-dispute', label: '邻里纠纷调处', labelEn: 'Neighbour dispute', about: '请人来评评理（演示）。' },
  titleFrom: ['about'],
  guide: { ...guide, words: ['吵架', '邻居'] },
  form: {
    steps: [{ id: 'what', label: '纠纷', fields: { about: text('为了什么', 'About', { required: true }) } }],
  },
  materials: [],
  entrances: ['account', 'anonymous', 'window', 'staff'],
  initial: 'received',
  states: {
    received: {
      ...{ label: '待受理', labelEn: 'Received', forApplicant: '已收到。' },
      acts: { open: { label: '开始调处', labelEn: 'Open', to: 'hearing', by: ['handler'], main: true } },
    },
    hearing: {
      ...{ label: '调处中', labelEn: 'Hearing', forApplicant: '一边调解一边了解情况。' },
      acts: { stop: { label: '终结调处', labelEn: 'Stop', to: 'closed', by: ['head'], opinion: 'required' } },
      regions: {
        talks: {
          ...{ label: '调解', labelEn: 'Talks', initial: 'talking' },
          states: {
            talking: {
              ...{ label: '商谈中', labelEn: 'Talking', forApplicant: '正在商谈。', turn: 'applicant' },
              acts: {
                agree: { label: '达成一致', labelEn: 'Agree', to: 'agreed', by: ['applicant', 'handler'] },
                breakOff: { label: '谈不拢', labelEn: 'Break off', to: 'brokenOff', by: ['handler'] },
              },
            },
            agreed: { label: '已达成一致', labelEn: 'Agreed', forApplicant: '谈成了。' },
            brokenOff: { label: '未达成一致', labelEn: 'Broken off', forApplicant: '没有谈成。' },
          },
        },
        inquiry: {
          ...{ label: '了解情况', labelEn: 'Inquiry', initial: 'visiting' },
          states: {
            visiting: {
              ...{ label: '走访中', labelEn: 'Visiting', forApplicant: '正在走访。' },
              acts: {
                visit: { label: '走访一户', labelEn: 'Visit', by: ['handler'] },
                examine: { label: '整理材料', labelEn: 'Examine', to: 'examining', by: ['handler'] },
              },
            },
            examining: {
              ...{ label: '核对中', labelEn: 'Examining', forApplicant: '正在核对。' },
              acts: {
                again: { label: '再走访', labelEn: 'Again', to: 'visiting', by: ['handler'] },
                conclude: { label: '情况查明', labelEn: 'Conclude', to: 'concluded', by: ['handler'] },
              },
            },
            concluded: { label: '已查明', labelEn: 'Concluded', forApplicant: '情况已查明。' },
          },
        },
      },
      // biome-ignore lint/suspicious/noThenProperty: the word of the declaration; nobody awaits plain data
      then: 'summing',
    },
    summing: {
      ...{ label: '待结案', labelEn: 'Summing up', forApplicant: '正在结案。' },
      acts: { close: { label: '结案', labelEn: 'Close', to: 'closed', by: ['head'], notTheHandler: true } },
    },
    closed: { label: '已结案', labelEn: 'Closed', forApplicant: '已结案。', outcome: 'done' },
  },
  ...{ limits: [], documents: {}, notices: [], writes: [] },
  withdrawal: { in: ['received', 'talking', 'visiting', 'examining'] },
})

/** 借厅登记: done at once, and nothing more than that. */
export const hallBooking = defineMatter({
  ...common,
  ...{ id: 'hall-booking', label: '借厅登记', labelEn: 'Hall booking', about: '借一次礼堂（演示）。' },
  titleFrom: ['purpose'],
  guide: { ...guide, handling: 'atOnce', words: ['礼堂'] },
  form: {
    steps: [
      {
        ...{ id: 'what', label: '借用' },
        fields: {
          purpose: text('用途', 'Purpose', { required: true }),
          on: date('日期', 'Day', { required: true, mayLieAhead: true }),
        },
      },
    ],
  },
  materials: [],
  entrances: ['account', 'anonymous', 'window', 'staff'],
  initial: 'asked',
  states: {
    asked: {
      ...{ label: '待确认', labelEn: 'Asked', forApplicant: '马上确认。' },
      acts: {
        confirm: { label: '确认', labelEn: 'Confirm', to: 'booked', by: ['handler'], batch: true, main: true },
        turnDown: { label: '排不开', labelEn: 'Turn down', to: 'turnedDown', by: ['handler'], batch: true },
      },
    },
    booked: { label: '已借', labelEn: 'Booked', forApplicant: '已登记。', outcome: 'granted' },
    turnedDown: { label: '未借', labelEn: 'Turned down', forApplicant: '排不开。', outcome: 'refused' },
  },
  ...{ limits: [], documents: {}, notices: [], writes: [] },
})

export const inventedMatters: readonly MatterDeclaration[] = [gardenAdoption, neighbourDispute, hallBooking]

export const inventedGuards = [
  defineGuard({
    ...{ id: 'not-on-sunday', label: '星期日不决定', labelEn: 'Not on a Sunday' },
    refuses: ({ today }) =>
      new Date(`${today}T00:00:00Z`).getUTCDay() === 0
        ? { zh: '星期日不作决定，请明天再办。', en: 'Nothing is decided on a Sunday. Come back tomorrow.' }
        : undefined,
  }),
]

/** begun on Wednesday, 25 November 2026 */
const dueFromWednesday = {
  'garden.decide': '2026-12-23',
  'garden.supplement': '2026-12-02',
  'garden.objection': '2026-12-02',
}

const gardenLaw = recalled('演示办法', '第二条')

export const inventedRules = assembleRules(
  (
    [
      ['garden.decide', '花圃认养办理期限', workingDays(20), '受理之日'],
      ['garden.supplement', '花圃认养补正期限', workingDays(5), '告知之日'],
      ['garden.objection', '花圃认养异议期', days(7), '公示之日'],
    ] as const
  ).map(([id, label, length, startsOn]) => ({
    ...{
      id,
      subject: '演示',
      subjectEn: 'Demo',
      label,
      labelEn: id,
      startsOn,
      startsOnEn: startsOn,
      limits: 'act' as const,
      whose: '单位',
    },
    history: [since('2020-01-01', length, gardenLaw, { stops: ['supplement', 'suspension'] })],
    cases: [{ from: '2026-11-25', due: dueFromWednesday[id] }],
  })),
)

const gardenBed = defineRegister({
  ...{ id: 'garden-bed', area: 'services', systems: ['S99'], label: '花圃名录', labelEn: 'Garden beds' },
  ...{ recordLabel: '花圃', countUnit: '块', about: '认养的花圃（演示）。', source: '演示', retentionYears: null },
  ...{ key: ['name'], title: 'name', columns: ['name', 'kind'] },
  fields: {
    name: text('名称', 'Name', { required: true, sensitivity: 'open' }),
    keeper: text('认养人', 'Keeper', { sensitivity: 'personal', mask: 'name' }),
    kind: choice('种什么', 'Kind', [oneOf('flowers', '花', 'Flowers'), oneOf('trees', '树', 'Trees')]),
    trees: integer('几棵', 'Trees'),
    adoptedOn: date('认养日期', 'Adopted on', { required: true }),
    caseNumber: text('办件编号', 'Case'),
    office: unit('管理单位', 'Office'),
  },
  access: { public: ['name'], units: 'all', editedBy: 'units' },
})

export const inventedMatterRegisters = assembleRegisters({ registers: [gardenBed], formats: [...generalFormats] })
