import { describe, expect, it } from 'vitest'
import { pairBrackets } from './brackets.ts'
import { findLeadRule, type LeadRule } from './lead-rule.ts'
import { linesOf } from './outline.ts'
import { readText } from './reading.ts'
import { findResponsibilityLists, readResponsibility } from './responsibility.ts'
import { splitUnits } from './unit-names.ts'
import { findUnitsInProse } from './units-in-prose.ts'

const lists = (words: string, rule: LeadRule = 'named') => {
  const reading = readText(words)
  return findResponsibilityLists(reading, pairBrackets(reading.folded), linesOf(reading.folded), rule)
}
const only = (words: string, rule: LeadRule = 'named') => {
  const [list] = lists(words, rule)
  return list === undefined ? null : { lead: list.lead, support: list.support }
}

describe('units of a list (责任单位)', () => {
  it.each([
    ['市工业和信息化局、市财政局', ['市工业和信息化局', '市财政局']],
    ['市科技局和市财政局', ['市科技局', '市财政局']],
    ['市人力资源和社会保障局以及市教育局', ['市人力资源和社会保障局', '市教育局']],
    ['市市场监管局（知识产权局）、市公安局', ['市市场监管局（知识产权局）', '市公安局']],
    ['市委改革办〔市营商环境建设局〕、市数据局', ['市委改革办〔市营商环境建设局〕', '市数据局']],
    ['各镇（园区、街道）按职责分工负责', ['各镇（园区、街道）']],
    ['各县（市）、区人民政府', ['各县（市）、区人民政府']],
    ['各区、县（市）政府、各开发区管委会', ['各区、县（市）政府', '各开发区管委会']],
    ['市科协，各区、县级市', ['市科协', '各区、县级市']],
    ['各乡镇、街道', ['各乡镇、街道']],
    ['各办、所、中心', ['各办、所、中心']],
    ['县科技局、县商务局等县直有关部门', ['县科技局', '县商务局']],
    ['∶县投资促进中心', ['县投资促进中心']],
    ['各有关区、县级市', ['各有关区、县级市']],
    ['各县、特区、区人民政府，各园区管委会', ['各县、特区、区人民政府', '各园区管委会']],
    ['市数据局、各有关单位', ['市数据局', '各有关单位']],
    ['市财政局、各县（市、区）政府结合实际落实', ['市财政局', '各县（市、区）政府']],
    ['各县（市、区）、开发区', ['各县（市、区）', '开发区']],
    ['市发改委等相关部门', ['市发改委']],
    ['市国资委、市大数据局等有关部门按职责分工负责', ['市国资委', '市大数据局']],
    ['区各有关部门、各镇（街道）', ['区各有关部门', '各镇（街道）']],
    ['市供销合作社联合社，市商务局', ['市供销合作社联合社', '市商务局']],
    ['市科技局、市科技局', ['市科技局']],
  ])('%s', (words, units) => expect(splitUnits(words)).toEqual(units))
})

describe('responsibility lists (责任分工)', () => {
  it.each([
    [
      '〔责任单位：市科技局牵头，市财政局、市发改委按职责分工负责〕',
      { lead: ['市科技局'], support: ['市财政局', '市发改委'] },
    ],
    [
      '〔责任单位：市发改委、市科技局牵头，各镇（园区、街道）按职责分工负责〕',
      { lead: ['市发改委', '市科技局'], support: ['各镇（园区、街道）'] },
    ],
    [
      '（牵头单位：甲市住建局；配合单位：市税务局、市人社局；责任单位：各镇（街道））',
      { lead: ['甲市住建局'], support: ['市税务局', '市人社局', '各镇（街道）'] },
    ],
    ['(牵头单位:市住建局;配合单位:市税务局)', { lead: ['市住建局'], support: ['市税务局'] }],
    ['责任单位：市科技局、市财政局', { lead: [], support: [] }],
    ['（市科技局牵头，市财政局配合）', { lead: ['市科技局'], support: ['市财政局'] }],
    ['（市科技局、市法院、人民银行甲市分行按职责分工负责）', { lead: [], support: [] }],
    ['（责任单位：市科技局（牵头）、市财政局）', { lead: ['市科技局'], support: ['市财政局'] }],
    ['（由市科技局会同市财政局负责）', { lead: [], support: ['市财政局'] }],
    ['（牵头：市科技局；配合：市财政局、市教育局）', { lead: ['市科技局'], support: ['市财政局', '市教育局'] }],
  ])('%s', (words, roles) => expect(only(words)).toEqual(roles))

  it('a rule of the document makes the first unit lead, or the units before the first comma', () => {
    expect(findLeadRule('（责任单位：甲局。列第一位的为牵头单位，下同）')).toBe('firstLeads')
    expect(findLeadRule('排名第一的为牵头单位')).toBe('firstLeads')
    expect(findLeadRule('（责任单位：甲局，乙局。逗号前为牵头单位，下同）')).toBe('beforeCommaLeads')
    expect(findLeadRule('责任单位中标注“*”的为牵头单位')).toBe('starLeads')
    expect(findLeadRule('由市科技局牵头')).toBe('named')
    expect(only('（责任单位：市科技局、市财政局）', 'firstLeads')).toEqual({
      lead: ['市科技局'],
      support: ['市财政局'],
    })
    expect(only('（责任单位：市科技局、市工信局，市财政局）', 'beforeCommaLeads')).toEqual({
      lead: ['市科技局', '市工信局'],
      support: ['市财政局'],
    })
    expect(only('责任单位：*市科技局　市财政局 *市商务局', 'starLeads')).toEqual({
      lead: ['市科技局', '市商务局'],
      support: ['市财政局'],
    })
  })

  it('notes and time limits are no units', () => {
    const [noted] = lists(
      '（责任单位：市科技局、各区政府。列第一位的为牵头单位，下同。以下均需各区政府落实，不再列出）',
      'firstLeads',
    )
    expect(noted?.units).toEqual(['市科技局', '各区政府'])
    const [dated] = lists('（市科技局牵头，市财政局配合，2026年6月底前完成）')
    expect(dated).toMatchObject({ units: ['市科技局', '市财政局'], due: '2026年6月底前完成' })
  })

  it('a bracket that explains is no list', () => {
    expect(lists('建设工作站（商标品牌指导站）10家。')).toEqual([])
    expect(lists('引导企业（由龙头企业牵头）组建联盟，开展攻关。')).toEqual([])
  })

  it('finds units told in prose, where 会同 alone names no leader', () => {
    expect(findUnitsInProse('由市科技局会同市工信局、市财政局定期推送名单。')).toMatchObject({
      lead: [],
      units: ['市科技局', '市工信局', '市财政局'],
    })
    expect(findUnitsInProse('由企业会同高校开展研究。')?.lead ?? []).toEqual([])
  })

  it('a note in brackets about the lists is no unit, and its rule is found', () => {
    const words = '责任单位：市政府办公室、各区政府（含高新区）（列第一位的为工作牵头单位，下同）'
    expect(only(words, findLeadRule(words))).toEqual({ lead: ['市政府办公室'], support: ['各区政府（含高新区）'] })
  })

  it('a list without a label may hold commas and brackets of any kind', () => {
    expect(lists('做好盘点。（市教育局、市市场监管局〈市知识产权局〉，有关区政府按职责分工负责）')[0]?.units).toEqual([
      '市教育局',
      '市市场监管局〈市知识产权局〉',
      '有关区政府',
    ])
  })

  it('a bracket that belongs to a name loses only its 下同', () => {
    expect(only('做好统筹。（牵头单位：市数据局，配合单位：各区政府〔含新区管委会，下同〕）')).toEqual({
      lead: ['市数据局'],
      support: ['各区政府〔含新区管委会〕'],
    })
  })

  it('a note that ends a list without a label is no unit', () => {
    const words = '〔区市场监管局、区商务局，各镇街，列首位的为牵头单位，下同〕'
    expect(lists(`做好工作。${words}`)[0]?.units).toEqual(['区市场监管局', '区商务局', '各镇街'])
  })

  it('a column 牵头单位 needs no label', () => {
    expect(readResponsibility('市科技局、市工信局', 'named', 'lead').lead).toEqual(['市科技局', '市工信局'])
  })
})
