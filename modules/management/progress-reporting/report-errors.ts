import { defineErrors, type Localized } from '@qiangxian/kernel/errors/define-errors'
import type { ReportState } from '@qiangxian/kernel/progress/progress.schemas'

const stateWords: Readonly<Record<ReportState, Localized>> = {
  draft: { zh: '草稿', en: 'a draft' },
  submitted: { zh: '已上报', en: 'submitted' },
  checked: { zh: '已审核', en: 'checked' },
  approved: { zh: '已核定', en: 'approved' },
  returned: { zh: '已退回', en: 'returned' },
}

export const reportErrors = defineErrors('report', {
  changedMeanwhile: {
    status: 409,
    zh: (e: { title: string; who: string; at: string }) =>
      `“${e.title}”已于 ${e.at} 被${e.who}改动，您的修改没有保存，也没有丢失。请对照新内容后再保存。`,
    en: (e) =>
      `“${e.title}” was changed by ${e.who} at ${e.at}; your change is not saved and not lost. Compare the two and save again.`,
  },
  badContent: {
    status: 400,
    zh: (e: { count: number }) => `有 ${e.count} 处填写不符合要求，没有保存。请按提示修改。`,
    en: (e) => `${e.count} of the entries cannot be taken; nothing is saved. Correct them as described.`,
  },
  noneDone: {
    status: 409,
    zh: (e: { act: Localized; count: number; of: number }) =>
      `${e.of} 项报送中有 ${e.count} 项不能${e.act.zh}，因此全部没有办理。请按提示处理后再试，或去掉这几项。`,
    en: (e) =>
      `${e.count} of ${e.of} reports cannot be ${e.act.en}, so none was. Settle them as described, or leave them out.`,
  },
  noReportAsked: {
    status: 409,
    zh: (e: { title: string }) => `“${e.title}”要的是办结，不是报送。请到任务页申报办结。`,
    en: (e) => `“${e.title}” asks for completion and not for a report. Report completion on the page of the task.`,
  },
  notInPlan: {
    status: 409,
    zh: (e: { title: string }) =>
      `“${e.title}”对应的事项已不在现行方案里，不能再报送。请联系领导小组办公室撤回这项要求。`,
    en: (e) => `What “${e.title}” is about is no longer in the plan. Ask the office to withdraw the duty.`,
  },
  withdrawn: {
    status: 409,
    zh: (e: { title: string; on: string }) => `“${e.title}”已于 ${e.on} 撤回，不用再报送。`,
    en: (e) => `“${e.title}” was withdrawn on ${e.on}; no report is owed any more.`,
  },
  notOpen: {
    status: 409,
    zh: (e: { title: string; opensOn: string }) => `“${e.title}”还没有开始报送。请在 ${e.opensOn} 起填报。`,
    en: (e) => `“${e.title}” cannot be reported yet. It opens on ${e.opensOn}.`,
  },
  unitDissolved: {
    status: 409,
    zh: (e: { unit: string; on: string; successor: string | null }) =>
      `${e.unit}已于 ${e.on} 撤销，不能再报送。${e.successor === null ? '请联系领导小组办公室明确由哪个单位报送。' : `请由承接单位${e.successor}报送。`}`,
    en: (e) =>
      `${e.unit} was dissolved on ${e.on} and reports no more. ${e.successor === null ? 'Ask the office which unit reports instead.' : `${e.successor} took over and reports instead.`}`,
  },
  underReview: {
    status: 409,
    zh: (e: { title: string; state: ReportState }) =>
      `“${e.title}”${stateWords[e.state].zh}，正在审核，不能改。需要改的，请先由负责人撤回，或请办公室退回。`,
    en: (e) =>
      `“${e.title}” is ${stateWords[e.state].en} and under review. Have the head withdraw it, or the office return it, to change it.`,
  },
  periodClosed: {
    status: 409,
    zh: (e: { title: string }) =>
      `“${e.title}”已经核定，本期已关闭，不能直接改。数值有误的，请由负责人写明理由办理“更正”。`,
    en: (e) => `“${e.title}” is approved and its period is closed. If it is wrong, its head corrects it with a reason.`,
  },
  noReport: {
    status: 409,
    zh: (e: { title: string }) => `“${e.title}”还没有填报。请先填写再办理。`,
    en: (e) => `Nothing is reported for “${e.title}” yet. Fill it in first.`,
  },
  wrongState: {
    status: 409,
    zh: (e: { title: string; state: ReportState; act: Localized }) =>
      `“${e.title}”现在是“${stateWords[e.state].zh}”，不能${e.act.zh}。请刷新后再看。`,
    en: (e) => `“${e.title}” is ${stateWords[e.state].en} now and cannot be ${e.act.en}. Look at it again.`,
  },
  ownSubmission: {
    status: 409,
    zh: (e: { title: string; act: Localized }) =>
      `“${e.title}”是您本人上报的，不能由您${e.act.zh}。请由办公室的其他人办理。`,
    en: (e) => `You submitted “${e.title}” yourself and cannot have it ${e.act.en}. Somebody else of the office must.`,
  },
  checkedByOneself: {
    status: 409,
    zh: (e: { title: string }) => `“${e.title}”是您本人审核的，本县规定审核和核定由两人办理。请由办公室的其他人核定。`,
    en: (e) => `You checked “${e.title}”; in this county another person approves. Ask somebody else of the office.`,
  },
  reasonNeeded: {
    status: 400,
    zh: (e: { act: Localized }) => `${e.act.zh}需要写明理由，让对方知道要改什么。请填写理由后再办理。`,
    en: (e) => `A report that is ${e.act.en} needs a reason that says what to change. Write it and try again.`,
  },
  fileApproved: {
    status: 409,
    zh: (e: { name: string }) =>
      `“${e.name}”是已核定内容的佐证，不能移除。请保留它，另附新的文件，并在更正理由里说明。`,
    en: (e) =>
      `“${e.name}” stands behind what was approved and stays. Attach a new file beside it, and say so in the reason of the correction.`,
  },
  tooManyFiles: {
    status: 409,
    zh: (e: { title: string; most: number }) =>
      `“${e.title}”已有 ${e.most} 份佐证，不能再加。请先移除不需要的，或合并后上传。`,
    en: (e) => `“${e.title}” has ${e.most} files of evidence already. Remove some, or merge them first.`,
  },
})

/** What is done to a report, as sentences name it: 不能上报, cannot be submitted. */
export const actWords = {
  submit: { zh: '上报', en: 'submitted' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
  check: { zh: '审核', en: 'checked' },
  approve: { zh: '核定', en: 'approved' },
  return: { zh: '退回', en: 'returned' },
  correct: { zh: '更正', en: 'corrected' },
} as const satisfies Record<string, Localized>
