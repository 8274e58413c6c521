import type { ServiceHouse } from './service-house.types.ts'

/** A library's front desk, invented for tests. 演示 */
export const inventedHouse: ServiceHouse = {
  words: {
    alike: [
      ['借书', '借阅', '借出来', '带回家看'],
      ['赔', '弄丢', '丢了', '遗失', '泡水'],
    ],
    general: ['图书', '书'],
    empty: ['怎么办', '我想', '把', '了'],
  },
  lifeEvents: [
    {
      ...{ id: 'lost', label: '书丢了', labelEn: 'Lost a book', about: '借的书找不到了', words: ['弄丢', '找不到书'] },
      start: 'found',
      questions: {
        found: {
          ask: '还找得到吗？',
          choices: [
            { label: '再找找', ways: ['renew'] },
            { label: '找不到了', ask: 'rare' },
          ],
        },
        rare: {
          ask: '是善本吗？',
          choices: [
            { label: '是', ways: ['archive', 'replace'] },
            { label: '不是', ways: ['replace'] },
          ],
        },
      },
      ways: {
        renew: { label: '续借', what: '先续一个月', to: { service: 'reading-card' } },
        replace: { label: '赔书', what: '买一本新的', to: { service: 'replacement' }, cost: '书价' },
        archive: {
          ...{ label: '找古籍部', what: '由古籍部处理', to: { outside: 'rare-books' } },
          ...{ time: '一个月', cost: '另议', likelyOutcome: '按估价赔' },
        },
      },
    },
  ],
  outside: [
    {
      ...{ id: 'rare-books', label: '古籍修复', about: '善本破了的修补', office: '古籍部', words: ['善本', '古籍'] },
      sources: [],
    },
  ],
  policies: [],
}

export const inventedServices: ReadonlySet<string> = new Set(['reading-card', 'replacement'])
