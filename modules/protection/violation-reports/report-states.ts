import type { ActDeclaration, StateDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { choice, date, oneOf, text } from '@qiangxian/kernel/registers/fields'

/**
 * The states of the check of a report 举报核查; `named` as in complaint-states. Beside a complaint whoever reports is
 * known, and has to be told.
 */
export function reportStates(
  named: (state: string) => string,
  { mayBeAnonymous }: { readonly mayBeAnonymous: boolean },
): Readonly<Record<string, StateDeclaration>> {
  const closeOpened: ActDeclaration = {
    label: '办结（匿名，立案）',
    labelEn: 'Close without telling',
    to: named('reportOpened'),
    by: ['handler'],
    guards: ['violation-report.is-anonymous'],
  }
  const closeNotOpened: ActDeclaration = {
    label: '办结（匿名，不予立案）',
    labelEn: 'Close without telling',
    to: named('reportNotOpened'),
    by: ['handler'],
    guards: ['violation-report.is-anonymous'],
  }
  const refer: ActDeclaration = {
    label: '移送或者告知有权机关',
    labelEn: 'Refer',
    to: named('reportReferred'),
    by: ['handler'],
    issues: 'referral',
    fields: {
      reportOutcome: choice(
        '处理',
        'Outcome',
        [
          oneOf('referred', '移送其他机关', 'Referred'),
          oneOf('not-competent', '告知举报人向有权机关举报', 'Told the competent authority'),
        ],
        { required: true },
      ),
      referredTo: text('应由谁处理', 'Referred to', { required: true, longest: 200 }),
      referWords: text('说明', 'Words', { required: true, multiline: true, longest: 1_000 }),
    },
  }
  const merge: ActDeclaration = {
    label: '重复举报，并入已有案件',
    labelEn: 'Merge with an earlier report',
    to: named('reportMerged'),
    by: ['handler'],
    fields: { mergedInto: text('已有案件或者办件编号', 'Earlier number', { required: true, longest: 100 }) },
  }
  return {
    [named('verifying')]: {
      label: '核查中',
      labelEn: 'Verifying',
      forApplicant: '正在核查线索，决定立不立案。实名举报的，决定后五个工作日内告诉您。',
      turn: 'unit',
      acts: {
        noteCheck: {
          label: '记录核查',
          labelEn: 'Note a check',
          by: ['handler'],
          key: 'n',
          fields: {
            checkedOn: date('核查日期', 'On', { required: true }),
            checkers: text('核查人员', 'By', { required: true, longest: 200, help: '不少于两人' }),
            checkWords: text('核查情况', 'Findings', { required: true, multiline: true, longest: 5_000 }),
          },
        },
        sendToIdentification: {
          label: '请权利人辨认、鉴定',
          labelEn: 'Have it identified',
          to: named('identifying'),
          by: ['handler'],
          fields: { identifier: text('谁来辨认、鉴定', 'By whom', { required: true, longest: 200 }) },
        },
        proposeOpening: {
          label: '提请立案',
          labelEn: 'Propose a case',
          to: named('decidingOnCase'),
          by: ['handler'],
          main: true,
          key: 'l',
          opinion: 'required',
        },
        proposeNoCase: {
          label: '提请不予立案',
          labelEn: 'Propose no case',
          to: named('decidingOnNoCase'),
          by: ['handler'],
          opinion: 'required',
        },
        refer,
        merge,
      },
    },
    [named('identifying')]: {
      label: '辨认、鉴定中',
      labelEn: 'Identification',
      forApplicant: '正在请权利人辨认或者鉴定，这段时间不计入核查期限。',
      turn: 'other',
      stops: 'identification',
      acts: {
        identified: {
          label: '收到辨认、鉴定意见',
          labelEn: 'Identified',
          to: named('verifying'),
          by: ['handler'],
          main: true,
          fields: { identification: text('意见', 'Opinion', { required: true, multiline: true, longest: 2_000 }) },
        },
      },
    },
    [named('decidingOnCase')]: {
      label: '立案待批',
      labelEn: 'Case to be decided',
      forApplicant: '核查完了，等负责人决定立不立案。',
      turn: 'unit',
      acts: {
        openCase: {
          label: '批准立案',
          labelEn: 'Open a case',
          to: named('caseDecided'),
          by: ['head'],
          main: true,
          notTheHandler: true,
          needsCountersigns: true,
          opinion: 'optional',
        },
        sendBack: backTo(named('verifying')),
      },
    },
    [named('decidingOnNoCase')]: {
      label: '不予立案待批',
      labelEn: 'No case to be decided',
      forApplicant: '核查完了，等负责人决定立不立案。',
      turn: 'unit',
      acts: {
        openNoCase: {
          label: '批准不予立案',
          labelEn: 'Open no case',
          to: named('noCaseDecided'),
          by: ['head'],
          main: true,
          notTheHandler: true,
          needsCountersigns: true,
          opinion: 'required',
        },
        sendBack: backTo(named('verifying')),
      },
    },
    [named('caseDecided')]: {
      label: '已立案，待告知',
      labelEn: 'Case opened',
      forApplicant: '已决定立案，五个工作日内告知实名举报人。',
      turn: 'unit',
      acts: {
        tellOpened: {
          label: '告知举报人（立案）',
          labelEn: 'Tell the reporter',
          to: named('reportOpened'),
          by: ['handler'],
          main: true,
          key: 't',
          guards: ['violation-report.is-named'],
          issues: 'caseOpened',
        },
        ...(mayBeAnonymous ? { closeOpened } : {}),
      },
    },
    [named('noCaseDecided')]: {
      label: '不予立案，待告知',
      labelEn: 'No case opened',
      forApplicant: '已决定不予立案，五个工作日内告知实名举报人。',
      turn: 'unit',
      acts: {
        tellNotOpened: {
          label: '告知举报人（不予立案）',
          labelEn: 'Tell the reporter',
          to: named('reportNotOpened'),
          by: ['handler'],
          main: true,
          guards: ['violation-report.is-named'],
          issues: 'caseNotOpened',
          fields: {
            notOpenedBecause: text('为什么不立案', 'Why', {
              required: true,
              multiline: true,
              longest: 2_000,
              help: '写查了什么、事实怎样、依据哪一条',
            }),
          },
        },
        ...(mayBeAnonymous ? { closeNotOpened } : {}),
      },
    },
    [named('reportOpened')]: {
      label: '举报已立案',
      labelEn: 'Report became a case',
      forApplicant: '您举报的事已经立案调查。谢谢您。',
      outcome: 'granted',
    },
    [named('reportNotOpened')]: {
      label: '举报未立案',
      labelEn: 'Report without a case',
      forApplicant: '经核查没有立案。有新的线索可以再举报。',
      outcome: 'done',
    },
    [named('reportReferred')]: {
      label: '举报已移送',
      labelEn: 'Report referred',
      forApplicant: '这件事由别的机关处理，机关名称写在告知书里。',
      outcome: 'done',
    },
    [named('reportMerged')]: {
      label: '举报已合并',
      labelEn: 'Report merged',
      forApplicant: '同样的线索已经在办，您的举报并入一起处理。',
      outcome: 'done',
    },
  }
}

function backTo(state: string): ActDeclaration {
  return { label: '退回补充核查', labelEn: 'Send back', to: state, by: ['head'], opinion: 'required' }
}
