import { defineTexts } from '../i18n/language.ts'

export const flowTexts = defineTexts(
  {
    picture: (boxes: number) => `流程图，${boxes} 个环节`,
    inWords: '文字版',
    inWordsLead: '按环节列出能做什么、由谁做、到哪里去',
    now: '现在',
    past: '已经过',
    stays: '仍在本环节',
    by: {
      applicant: '申请人',
      handler: '承办人',
      head: '负责人',
      window: '窗口',
      expert: '专家',
      clock: '到期自动',
    },
    turn: { applicant: '等申请人', unit: '', expert: '等专家', other: '等其他单位' },
    legend: { current: '现在', past: '已经过', end: '办结', applicant: '等申请人' },
  },
  {
    picture: (boxes) => `Flow with ${boxes} states`,
    inWords: 'In words',
    inWordsLead: 'State by state: what can be done, by whom, and where it leads',
    now: 'now',
    past: 'passed',
    stays: 'stays here',
    by: {
      applicant: 'applicant',
      handler: 'officer',
      head: 'head',
      window: 'window',
      expert: 'expert',
      clock: 'when overdue',
    },
    turn: { applicant: 'applicant’s move', unit: '', expert: 'expert’s move', other: 'another unit’s move' },
    legend: { current: 'now', past: 'passed', end: 'ends', applicant: 'applicant’s move' },
  },
)
