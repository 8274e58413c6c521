import { describe, expect, it } from 'vitest'
import { compilePlan } from './compile-plan.ts'
import { findHardLineEnds } from './hard-lines.ts'
import { sourceFromText } from './source-from-text.ts'

const plan = [
  '演示县人民政府办公室关于印发《演示县知识产权工作方案（2025—2027年）》的通知',
  '为贯彻落实上级部署，进一步提升全县知识产权创造、运用、保护、管理和服务水平，结合本县实际，制定本方案。',
  '一、工作目标',
  '到2027年，全县有效发明专利拥有量达到1.2万件以上，知识产权质押融资金额累计突破30亿元，新增国家知识产权优势企业5家。',
  '二、重点任务',
  '（一）提升创造质量。围绕主导产业布局高价值专利，支持企业与高校院所深度协作，建成高价值专利培育中心不少于3家，培育一批高价值专利组合。（责任单位：县市场监管局牵头，县科技局、县工业和信息化局按职责分工负责）',
  '（二）促进转化运用。深化知识产权金融服务，每年组织银企对接活动不少于4场，推动专利密集型产品备案100件以上。（责任单位：县科技局牵头，县财政局、县金融办配合）',
]
/** As a mail programme breaks it: a line end after every 34 characters. */
const broken = plan.map((paragraph) => paragraph.replace(/(.{34})/g, '$1\n')).join('\n')

describe('hard line ends (硬换行)', () => {
  it('are found only where most lines are broken', () => {
    expect(findHardLineEnds(plan.join('\n')).size).toBe(0)
    expect(findHardLineEnds(broken).size).toBeGreaterThanOrEqual(8)
  })

  it('make no difference to what is read', () => {
    const said = (text: string) => {
      const { title, indicators, tasks } = compilePlan(sourceFromText(text))
      return {
        title,
        indicators: indicators.map(({ name, value, unit, task, deadline }) => ({ name, value, unit, task, deadline })),
        tasks: tasks.map(({ title: name, lead, units }) => ({ name, lead, units })),
      }
    }
    expect(said(broken)).toEqual(said(plan.join('\n')))
    expect(said(broken).indicators).toHaveLength(6)
  })

  it('stay inside the span of the words that they break', () => {
    for (const { span, text } of compilePlan(sourceFromText(broken)).indicators)
      expect(broken.slice(span.start, span.end)).toBe(text)
  })
})
