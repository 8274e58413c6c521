import { defineErrors } from '@qiangxian/kernel/errors/define-errors'

export const supervisionErrors = defineErrors('supervision', {
  changedMeanwhile: {
    status: 409,
    zh: (e: { what: string; by: string }) =>
      `${e.what}刚由${e.by}改动过，您看到的不是最新内容。请刷新后核对，再提交一次；您的填写还在页面上。`,
    en: (e) => `It was changed by ${e.by} a moment ago, and you saw an older state. Reload, compare and send again.`,
  },
  dutyClosed: {
    status: 409,
    zh: (e: { title: string; closedOn: string }) => `“${e.title}”已于 ${e.closedOn} 办结或撤回，不能再办理。无须操作。`,
    en: (e) => `“${e.title}” was closed on ${e.closedOn}. Nothing is left to do.`,
  },
  dutyAnswered: {
    status: 409,
    zh: (e: { title: string; answeredOn: string }) =>
      `“${e.title}”已于 ${e.answeredOn} 上报，正待审核，不必催办或延期。如需补正，请由办公室退回。`,
    en: (e) =>
      `“${e.title}” was answered on ${e.answeredOn} and waits for the office. Return it if something is missing.`,
  },
  extensionTooLate: {
    status: 409,
    zh: (e: { title: string; dueOn: string }) =>
      `“${e.title}”已过到期日 ${e.dueOn}，延期须在到期前申请。请尽快办理，并在催办下回复说明原因。`,
    en: (e) =>
      `“${e.title}” was due on ${e.dueOn}: an extension is asked for before the day. Act soon and reply with the reason.`,
  },
  extensionUsed: {
    status: 409,
    zh: (e: { title: string; allowed: number; asked: string }) =>
      `“${e.title}”最多可申请延期 ${e.allowed} 次，已于 ${e.asked} 申请过。请按现有到期日办理。`,
    en: (e) =>
      `“${e.title}” may be put off ${e.allowed} time(s), and that was asked for on ${e.asked}. Keep the day as it is.`,
  },
  extensionNotLater: {
    status: 400,
    zh: (e: { to: string; dueOn: string }) =>
      `延期日期 ${e.to} 不晚于现有到期日 ${e.dueOn}。请选择 ${e.dueOn} 之后的日期。`,
    en: (e) => `${e.to} is not later than the due day ${e.dueOn}. Choose a day after it.`,
  },
  noSuchDay: {
    status: 400,
    zh: (e: { day: string }) => `“${e.day}”不是日历上的日期。请按 2026-11-25 的样式填写。`,
    en: (e) => `“${e.day}” is no day of the calendar. Write it like 2026-11-25.`,
  },
  extensionDecided: {
    status: 409,
    zh: (e: { by: string }) => `这份延期申请已由${e.by}作出决定，不能再次决定。请查看决定内容。`,
    en: (e) => `The request was already decided by ${e.by}. Read the decision.`,
  },
  reasonNeeded: {
    status: 400,
    zh: (_: Record<never, never>) => '请写明理由：对方要据此办理。',
    en: () => 'Give a reason: the other side acts on it.',
  },
  weightsOverFull: {
    status: 400,
    zh: (e: { sum: number; over: number }) =>
      `各单位分工权重合计 ${e.sum}%，超出 100% 共 ${e.over} 个百分点。请调减后再保存。`,
    en: (e) => `The weights add up to ${e.sum} %, ${e.over} points over 100 %. Lower them and save again.`,
  },
  noSuchUnit: {
    status: 404,
    zh: (e: { id: string }) => `没有找到单位“${e.id}”。请从组织机构中重新选择。`,
    en: (e) => `There is no unit “${e.id}”. Choose it from the organisations again.`,
  },
  unitTwice: {
    status: 400,
    zh: (e: { unit: string }) => `“${e.unit}”在同一任务中列了两次。每个单位只承担一份分工，请合并为一行。`,
    en: (e) => `“${e.unit}” is listed twice. A unit carries one part of a task: put them into one row.`,
  },
  setCannotCarry: {
    status: 400,
    zh: (e: { unit: string; members: string }) =>
      `“${e.unit}”是一组单位，不能承担分工。请改选其中的具体单位：${e.members}。`,
    en: (e) => `“${e.unit}” is a set of units and carries no part. Choose its members: ${e.members}.`,
  },
  unitDissolved: {
    status: 400,
    zh: (e: { unit: string; dissolvedOn: string; successor: string | null }) =>
      `“${e.unit}”已于 ${e.dissolvedOn} 撤销。${e.successor === null ? '请改选在册单位。' : `请改选承接单位“${e.successor}”。`}`,
    en: (e) =>
      `“${e.unit}” was dissolved on ${e.dissolvedOn}. ${e.successor === null ? 'Choose a living unit.' : `Choose its successor “${e.successor}”.`}`,
  },
  leadNeeded: {
    status: 400,
    zh: (e: { unit: string }) =>
      `“${e.unit}”是方案确定的牵头单位，必须承担一份分工，且份额为“牵头”。如需更换牵头单位，请修订方案。`,
    en: (e) => `“${e.unit}” leads the task by the plan and carries a leading part. Amend the plan to change the lead.`,
  },
  notALead: {
    status: 400,
    zh: (e: { unit: string }) =>
      `方案没有把“${e.unit}”列为牵头单位，其分工只能是“配合”。如需增列牵头单位，请修订方案。`,
    en: (e) => `The plan does not name “${e.unit}” as a lead: its part can only be a supporting one.`,
  },
  dueBeforeStart: {
    status: 400,
    zh: (e: { unit: string; startsOn: string; dueOn: string }) =>
      `“${e.unit}”的完成日期 ${e.dueOn} 早于开始日期 ${e.startsOn}。请改正其中一个。`,
    en: (e) => `The part of “${e.unit}” ends on ${e.dueOn}, before it starts on ${e.startsOn}. Correct one of them.`,
  },
  dayByOffice: {
    status: 403,
    zh: (e: { unit: string; dueOn: string }) =>
      `“${e.unit}”的完成日期 ${e.dueOn} 已经定下，推迟或取消由领导小组办公室决定。请保留原日期，并在到期前在应办事项里申请延期。`,
    en: (e) =>
      `The day of “${e.unit}”, ${e.dueOn}, is set: the office decides whether it is put off or taken away. Keep it, and ask for an extension at the duty before the day.`,
  },
  extensionNone: {
    status: 409,
    zh: (e: { title: string }) => `本县规定不办理延期，“${e.title}”请按到期日办理；有困难的，请在催办下回复说明。`,
    en: (e) =>
      `The county grants no extensions: keep the day of “${e.title}”, and say in a reply what stands in the way.`,
  },
  actNotNow: {
    status: 409,
    zh: (e: { act: string; status: string }) => `分工现在是“${e.status}”，不能“${e.act}”。请刷新后按当前状态办理。`,
    en: (e) => `The part is “${e.status}” now: “${e.act}” is not possible. Reload and act on its present state.`,
  },
  ownCompletion: {
    status: 409,
    zh: (e: { part: string }) => `“${e.part}”是您本人申报办结的，不能由您认定。请由办公室的其他人办理。`,
    en: (e) => `You reported “${e.part}” complete yourself and cannot accept it. Somebody else of the office must.`,
  },
  notYours: {
    status: 403,
    zh: (e: { act: string; who: string }) => `“${e.act}”由${e.who}办理。请联系对方，或请管理员调整角色。`,
    en: (e) => `“${e.act}” is done by ${e.who}. Ask them, or ask the administrator for the role.`,
  },
  dayIsOther: {
    status: 409,
    zh: (e: { confirmed: string; today: string }) =>
      `您确认的是 ${e.confirmed}，而服务器日期已是 ${e.today}。请刷新后核对日期，再确认一次。`,
    en: (e) => `You confirmed ${e.confirmed}, and the server says ${e.today}. Reload, check the day and confirm again.`,
  },
})
