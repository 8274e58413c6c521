import type { Area } from '@qiangxian/kernel/plan/programme.schemas'

/** The seven areas of the work, as the plan divides it. */
export const areaLabels: Readonly<Record<Area, { zh: string; en: string }>> = {
  management: { zh: '管理', en: 'Management' },
  creation: { zh: '创造', en: 'Creation' },
  protection: { zh: '保护', en: 'Protection' },
  utilization: { zh: '运用', en: 'Utilisation' },
  services: { zh: '服务', en: 'Services' },
  talent: { zh: '人才', en: 'Talent' },
  region: { zh: '区域', en: 'Region' },
}

/** Letters that codes begin with, M1 C2 P3: the first target of an area gets 1. */
export const areaLetters: Readonly<Record<Area, string>> = {
  management: 'M',
  creation: 'C',
  protection: 'P',
  utilization: 'U',
  services: 'S',
  talent: 'T',
  region: 'R',
}

/** Words by which a heading says its area; the first list with a word in the heading wins. */
const signs: readonly (readonly [Area, readonly string[]])[] = [
  ['region', ['区域', '特色', '高地', '区位', '协作', '一体化', '乡土']],
  ['talent', ['人才', '文化', '宣传', '培训', '教育']],
  ['services', ['服务']],
  ['protection', ['保护', '执法', '维权', '监管']],
  ['utilization', ['运用', '转化', '运营', '融资', '金融', '效益', '产业']],
  ['creation', ['创造', '质量', '培育', '申请', '授权', '登记', '专利', '商标', '版权']],
  ['management', ['管理', '体制', '机制', '组织', '治理', '试点', '示范']],
]

/**
 * The area that a heading speaks of, by its words; management where it names none.
 *
 * A guess for the person who reviews the plan, not a reading: the review page shows it as a choice.
 */
export function guessArea(heading: string | null): Area {
  if (heading === null) return 'management'
  return signs.find(([, words]) => words.some((word) => heading.includes(word)))?.[0] ?? 'management'
}
