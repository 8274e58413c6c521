import { defineErrors } from '@qiangxian/kernel/errors/define-errors'

export const demonstrationErrors = defineErrors('demonstration', {
  noStory: {
    status: 409,
    zh: () => '本平台不是演示，或本县没有演示数据可载入。需要演示的，请用新的数据目录启动平台。',
    en: () =>
      'This platform is no demonstration, or its county tells no story. For a demonstration, start with a new data folder.',
  },
  none: {
    status: 409,
    zh: () => '这里没有演示数据，不用清除。',
    en: () => 'There is no demonstration data here; nothing has to be removed.',
  },
  noRealAdministrator: {
    status: 409,
    zh: () =>
      '清除后将没有平台管理员：现有的管理员都是演示账号。请先在“账号”页建立一个真实的平台管理员并登录，再清除；或在服务器上运行 qx demonstration remove，之后首页会引导设置管理员。',
    en: () =>
      'No administrator would be left: all of them are demonstration accounts. First create a real administrator under “Accounts” and sign in as that person; or run qx demonstration remove on the machine, after which the first page sets one up.',
  },
})
