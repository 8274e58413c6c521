import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

export const questionsAnswered = defineIndicator({
  id: 'expert-question.answered',
  label: '咨询答复量',
  labelEn: 'Questions answered',
  unit: '条',
  decimals: 0,
  better: 'higher',
  meaning: '当年答复的知识产权咨询条数。',
  formula: {
    measure: 'count',
    register: 'expert-question',
    window: { kind: 'year', on: 'answeredOn' },
    unit: '条',
  },
  byUnit: false,
  caveats: ['追问不另计。没有方案目标，说明服务有没有人用。'],
  dataFrom: '咨询事项办理时自动登记',
  source: '方案任务 19',
  cases: [
    {
      name: '没有答复的和上一年的不计',
      on: '2026-06-30',
      given: {
        'expert-question': [
          { questionNo: '1', question: '问', askedOn: '2026-02-01', answeredOn: '2026-02-02' },
          { questionNo: '2', question: '问', askedOn: '2026-06-30' },
          { questionNo: '3', question: '问', askedOn: '2025-02-01', answeredOn: '2025-02-02' },
        ],
      },
      expect: 1,
    },
    { name: '还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
