import { defineTexts } from '../i18n/language.ts'

export const matterNavTexts = defineTexts(
  {
    cases: '办件',
    desks: '办事',
    month: (n: string) => `本月 ${n}`,
    window: '窗口受理',
    tickets: '叫号',
    reviews: '我的评审',
    draws: '抽取记录',
    ratings: '差评处理',
    figures: '好差评',
    statistics: '办件统计',
    matterTypes: '事项管理',
    deliveries: '消息与推送',
  },
  {
    cases: 'Cases',
    desks: 'Services',
    month: (n) => `${n} this month`,
    window: 'Window',
    tickets: 'Queue',
    reviews: 'My reviews',
    draws: 'Draws',
    ratings: 'Bad ratings',
    figures: 'Ratings',
    statistics: 'Case statistics',
    matterTypes: 'Service types',
    deliveries: 'Messages',
  },
)
