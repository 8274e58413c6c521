import { defineErrors } from '../errors/define-errors.ts'

export const windowErrors = defineErrors('window', {
  whoComes: {
    status: 422,
    zh: (_: Record<never, never>) => '请先说明来办的是谁：从名录中选择，或填写姓名。',
    en: () => 'Say first who comes: choose them from the register, or write the name.',
  },
  needsAccount: {
    status: 403,
    zh: (_: Record<never, never>) => '窗口收件要用自己的账号，以便记下经手人。请登录后再收件。',
    en: () => 'What is received at the window is received by somebody: sign in with your own account.',
  },
  notThisPerson: {
    status: 404,
    zh: (e: { number: string }) => `办件 ${e.number} 不是用这个手机号办的。请核对手机号，或按新的人员登记。`,
    en: (e) => `Case ${e.number} was not filed with this number. Check it, or take the person down as a new one.`,
  },
  notANumber: {
    status: 400,
    zh: (_: Record<never, never>) => '请填写手机号或证件号其中一项。按姓名、单位查找请用上面的搜索框。',
    en: () => 'Give a telephone number or an identity number. Search names in the box above.',
  },
  personalInSearch: {
    status: 400,
    zh: (_: Record<never, never>) => '这里按名称或信用代码查找。手机号、证件号请用“按号码查找”，不要写在地址里。',
    en: () =>
      'This searches names and codes. Look up telephone and identity numbers by “find by number”, never in an address.',
  },
  twinCodeWrong: {
    status: 404,
    zh: (_: Record<never, never>) => '配对码不对、已用过或已过期。请窗口人员重新出示一个。',
    en: () => 'The pairing code is wrong, used or over. Ask the clerk for another.',
  },
  notPaired: {
    status: 404,
    zh: (_: Record<never, never>) => '这块屏幕没有配对，或办理已结束。如要继续，请输入窗口出示的配对码。',
    en: () => 'This screen is not paired, or the matter is done. Enter the code that the desk shows.',
  },
})

export const ticketErrors = defineErrors('ticket', {
  hallUnknown: {
    status: 404,
    zh: (e: { hall: string }) => `没有大厅“${e.hall}”。请从大厅列表中选择。`,
    en: (e) => `There is no hall “${e.hall}”. Choose one from the list.`,
  },
  deskUnknown: {
    status: 422,
    zh: (e: { desk: string; desks: readonly string[] }) => `没有“${e.desk}”。请选择：${e.desks.join('、')}。`,
    en: (e) => `There is no “${e.desk}”. Choose one of: ${e.desks.join(', ')}.`,
  },
  unknown: {
    status: 404,
    zh: (_: Record<never, never>) => '没有找到这张号票，或凭证不对。请核对号票上的二维码。',
    en: () => 'There is no such ticket, or its code is wrong. Check the QR code on it.',
  },
  tooMany: {
    status: 429,
    zh: (e: { most: number }) => `这个手机号今天已有 ${e.most} 张在等的号票。请先使用或取消。`,
    en: (e) => `This number has ${e.most} waiting tickets already. Use or give one back first.`,
  },
  tooManyFromAddress: {
    status: 429,
    zh: (e: { most: number }) => `从这个网络一小时内已取 ${e.most} 张号。请稍后再取，或到大厅的取号机取号。`,
    en: (e) => `${e.most} tickets were taken from this address within an hour. Try later, or take one in the hall.`,
  },
  full: {
    status: 409,
    zh: (e: { what: string }) => `${e.what}的号已经取完。请换一个时间，或在网上办理。`,
    en: (e) => `There are no tickets left for ${e.what}. Choose another time, or apply on line.`,
  },
  badTime: {
    status: 422,
    zh: (e: { days: number }) => `预约时间应在今后 ${e.days} 天之内、晚于现在。请另选时间。`,
    en: (e) => `A booking lies within the next ${e.days} days and after now. Choose another time.`,
  },
  phoneNeeded: {
    status: 422,
    zh: (_: Record<never, never>) => '预约请留手机号，以便变更时通知您。',
    en: () => 'A booking needs a telephone number, to tell you of changes.',
  },
  notNow: {
    status: 409,
    zh: (e: { number: string; status: string }) => `${e.number} 号现在是“${e.status}”，不能这样办理。请刷新后再看。`,
    en: (e) => `Ticket ${e.number} is “${e.status}” and this cannot be done. Reload the page.`,
  },
  otherDesk: {
    status: 409,
    zh: (e: { number: string; desk: string }) => `${e.number} 号由${e.desk}叫号，请由该窗口办理。`,
    en: (e) => `Ticket ${e.number} was called by ${e.desk}, which goes on with it.`,
  },
})
