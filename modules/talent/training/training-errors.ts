import { defineErrors, type Localized } from '@qiangxian/kernel/errors/define-errors'

export const trainingErrors = defineErrors('training', {
  sessionUnknown: {
    status: 404,
    zh: () => '没有这场培训，或者您看不到它。请从培训列表重新进入。',
    en: () => 'There is no such session, or you cannot see it. Open it again from the list.',
  },
  notNow: {
    status: 409,
    zh: ({ why }: { why: Localized }) => why.zh,
    en: ({ why }: { why: Localized }) => why.en,
  },
  codeWrong: {
    status: 422,
    zh: () => '签到码不对，或者已经过期。签到码每 30 秒换一次，请看会场屏幕上现在的码，重新输入或者扫码。',
    en: () => 'The code is wrong or over. It changes every 30 seconds: read the one on the screen of the room.',
  },
  whoAreYou: {
    status: 422,
    zh: () => '请填姓名和手机，或者先登录、用手机验证。',
    en: () => 'Give your name and telephone, or sign in first.',
  },
  notEnrolled: {
    status: 409,
    zh: ({ title }: { title: string }) =>
      `“${title}”只限报名成功的人签到，没有找到您的报名。请核对报名时填的手机，或者找现场工作人员。`,
    en: ({ title }: { title: string }) =>
      `“${title}” is for those who were given a place, and yours was not found. Check the telephone you enrolled with, or ask the staff.`,
  },
  full: {
    status: 409,
    zh: ({ title, places }: { title: string; places: number }) =>
      `“${title}”的 ${places} 个名额已满，不能再确认。请转入候补；有人退出时按报名先后递补。`,
    en: ({ title, places }: { title: string; places: number }) =>
      `All ${places} places of “${title}” are taken. Put it on the waiting list; who leaves makes room in order.`,
  },
})
