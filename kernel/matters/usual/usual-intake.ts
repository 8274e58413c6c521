import { choice, oneOf, text } from '../../registers/fields.ts'
import type { ActDeclaration, LimitDeclaration, StateDeclaration } from '../matter.types.ts'

/**
 * How nearly every matter begins 收件、补正、受理: it is accepted, returned once for all that is missing, or refused with a
 * reason; silence of whoever has to supplement ends it.
 */
export interface UsualIntake {
  /** the state in which an accepted matter stands */
  readonly to: string
  /** guards of the acceptance, besides that nothing required is missing */
  readonly guards?: readonly string[]
  /** grounds on which this matter may be refused, besides the usual ones */
  readonly grounds?: readonly (readonly [value: string, label: string, labelEn: string])[]
  /** whether an acceptance is a paper of its own; at once without one where the matter is done the same day */
  readonly withoutReceipt?: true
}

export function usualIntake({ to, guards = [], grounds = [], withoutReceipt }: UsualIntake) {
  const accept: ActDeclaration = {
    label: '受理',
    labelEn: 'Accept',
    to,
    by: ['handler'],
    main: true,
    key: 'a',
    batch: true,
    opinion: 'optional',
    guards: ['all-materials-present', ...guards],
    ...(withoutReceipt === true ? {} : { issues: 'acceptance' }),
  }
  return {
    received: {
      label: '待受理',
      labelEn: 'Received',
      forApplicant: '已收到您的申请，正在核对材料。材料不全的会一次告诉您全部要补的内容，不用来回跑。',
      turn: 'unit',
      acts: { accept, askForSupplement, refuse: refuseWith(grounds) },
    },
    supplementing: {
      label: '待补正',
      labelEn: 'To be supplemented',
      forApplicant: '还缺材料，请按补正告知书一次补齐。到期没有补齐，这次申请就失效了，以后可以重新申请。',
      turn: 'applicant',
      acts: { supplement, lapse },
    },
    notAccepted: {
      label: '不予受理',
      labelEn: 'Not accepted',
      forApplicant: '没有受理，理由和其他办法写在不予受理通知书里。',
      outcome: 'refused',
    },
    lapsed: {
      label: '逾期未补正',
      labelEn: 'Lapsed',
      forApplicant: '没有在期限内补齐材料，这次申请已经失效。需要的话可以重新申请，已经填过的会自动带出来。',
      outcome: 'lapsed',
    },
  } as const satisfies Record<string, StateDeclaration>
}

const askForSupplement: ActDeclaration = {
  label: '要求补正',
  labelEn: 'Ask for supplement',
  to: 'supplementing',
  by: ['handler'],
  key: 's',
  asksForSupplement: true,
  issues: 'supplementNotice',
  fields: {
    toSupplement: text('要补正的内容', 'What is missing', {
      required: true,
      multiline: true,
      longest: 2_000,
      help: '一次写全：缺哪份材料、哪一项要改、怎么改',
    }),
  },
}

const supplement: ActDeclaration = {
  label: '提交补正',
  labelEn: 'Supplement',
  to: 'received',
  by: ['applicant', 'window'],
  main: true,
  fields: { supplementWords: text('补正说明', 'What was supplemented', { multiline: true, longest: 1_000 }) },
}

const lapse: ActDeclaration = {
  label: '逾期未补正',
  labelEn: 'Lapse',
  to: 'lapsed',
  by: ['clock'],
}

function refuseWith(grounds: NonNullable<UsualIntake['grounds']>): ActDeclaration {
  return {
    label: '不予受理',
    labelEn: 'Refuse',
    to: 'notAccepted',
    by: ['handler'],
    key: 'r',
    issues: 'nonAcceptance',
    fields: {
      ground: choice(
        '不予受理的情形',
        'Ground',
        [
          oneOf('not-competent', '不属于本单位职责', 'Not our competence'),
          oneOf('conditions', '不符合申请条件', 'Conditions not met'),
          ...grounds.map(([value, label, labelEn]) => oneOf(value, label, labelEn)),
          oneOf('other', '其他', 'Other'),
        ],
        { required: true },
      ),
      reason: text('理由', 'Reason', {
        required: true,
        multiline: true,
        longest: 2_000,
        help: '写明事实和依据，申请人看得懂',
      }),
      otherWays: text('还可以怎么办', 'Other ways', {
        required: true,
        multiline: true,
        longest: 1_000,
        help: '应向哪个机关提出，或者还有哪些途径',
      }),
    },
  }
}

/** The clocks of the beginning: to accept or refuse, and to supplement. */
export function intakeLimits(rules: {
  readonly acceptance: string
  readonly supplement: string
  readonly promised?: LimitDeclaration['promised']
}): readonly LimitDeclaration[] {
  return [
    {
      id: 'accept',
      label: '受理期限',
      labelEn: 'To accept',
      rule: rules.acceptance,
      ...(rules.promised === undefined ? {} : { promised: rules.promised }),
      startsWith: ['act:submit', 'act:supplement'],
      endsWith: ['act:accept', 'act:askForSupplement', 'act:refuse'],
      whose: 'unit',
    },
    {
      id: 'supplement',
      label: '补正期限',
      labelEn: 'To supplement',
      rule: rules.supplement,
      startsWith: ['state:supplementing'],
      endsWith: ['act:supplement'],
      whose: 'applicant',
      onMissed: 'lapse',
    },
  ]
}
