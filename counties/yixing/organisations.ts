import type { Organisation } from '../county.types.ts'
import { departments } from './organisations/departments.ts'
import { towns } from './organisations/towns.ts'

/** The committee that runs the programme, its office, and the sets of units that the plan addresses together. */
const leadership: Organisation[] = [
  {
    key: 'city-government',
    name: '宜兴市人民政府',
    shortName: '市政府',
    nameEn: 'People’s Government of Yixing',
    kind: 'other',
    aliases: ['市人民政府'],
    source: 'plan',
  },
  {
    key: 'city-government-office',
    name: '宜兴市人民政府办公室',
    shortName: '市政府办公室',
    nameEn: 'Office of the People’s Government of Yixing',
    kind: 'department',
    parent: 'city-government',
    aliases: ['市政府办公室', '市政府办'],
    note: '方案的印发机关。',
    source: 'plan',
  },
  {
    key: 'ip-leading-group',
    name: '市知识产权战略实施工作领导小组',
    shortName: '领导小组',
    nameEn: 'IP Strategy Leading Group',
    kind: 'leadingGroup',
    parent: 'city-government',
    aliases: ['宜兴市知识产权战略实施工作领导小组'],
    source: 'plan',
  },
  {
    key: 'ip-office',
    name: '市知识产权战略实施工作领导小组办公室',
    shortName: '领导小组办公室',
    nameEn: 'Office of the IP Strategy Leading Group',
    kind: 'office',
    parent: 'ip-leading-group',
    aliases: ['宜兴市知识产权战略实施工作领导小组办公室'],
    note: '方案未写明设在哪个部门；通常设在市市场监管局（知识产权局），待确认。',
    source: 'plan',
  },
]

const collectives: Organisation[] = [
  {
    key: 'leading-group-members',
    name: '市知识产权战略实施工作领导小组其他成员单位',
    shortName: '领导小组其他成员单位',
    nameEn: 'Other member units of the Leading Group',
    kind: 'collective',
    parent: 'ip-leading-group',
    aliases: ['市知识产权战略实施工作领导小组成员单位', '领导小组成员单位', '领导小组其他成员单位'],
    members: departments.filter((unit) => unit.parent === 'city-government').map((unit) => unit.key),
    note: '“其他”指除该项任务的牵头单位以外的成员单位。成员名单方案未附，此处按通常情况列出，待确认。',
    source: 'plan',
  },
  {
    key: 'towns-parks-subdistricts',
    name: '各镇（园区、街道）',
    shortName: '各镇（园区、街道）',
    nameEn: 'All towns, parks and subdistricts',
    kind: 'collective',
    parent: 'city-government',
    aliases: ['镇（园区、街道）', '各镇(园区、街道)'],
    members: towns.map((unit) => unit.key),
    source: 'plan',
  },
  {
    key: 'park-committees',
    name: '各园区管委会（管理办）',
    shortName: '各园区管委会',
    nameEn: 'All park administrations',
    kind: 'collective',
    parent: 'city-government',
    aliases: ['各园区管委会(管理办)', '各开发区管委会（管理办）'],
    members: towns.filter((unit) => unit.kind === 'park').map((unit) => unit.key),
    note: '方案抬头称“各开发区管委会（管理办）”，任务 16 称“各园区管委会（管理办）”，按同一组单位处理。',
    source: 'plan',
  },
]

export const organisations: Organisation[] = [...leadership, ...departments, ...towns, ...collectives]
