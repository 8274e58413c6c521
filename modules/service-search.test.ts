import { houseProblems } from '@qiangxian/kernel/services/define-service-house'
import { searchHouse } from '@qiangxian/kernel/services/search-services'
import { describe, expect, it } from 'vitest'
import { matters as declaredServices } from './declarations.gen.ts'
import { everydayQuestions, unseenQuestions } from './everyday-questions.fixture.ts'
import { serviceHouse } from './services/one-stop-service/house.ts'

/** What people type, and what must stand first; `outside:` where no service here does it. */
const sentences: readonly (readonly [string, string])[] = [
  ['有人仿我的壶怎么办', 'rights-assistance'],
  ['我的设计被抄了', 'rights-assistance'],
  ['网店卖我的款，一模一样', 'rights-assistance'],
  ['收到律师函说我侵权', 'rights-assistance'],
  ['想打官司没有证据', 'rights-assistance'],
  ['展会发现仿品', 'rights-assistance'],
  ['网店卖假货', 'violation-report'],
  ['买到假货要退钱', 'violation-report'],
  ['我要举报山寨', 'violation-report'],
  ['有人假冒专利', 'violation-report'],
  ['直播间卖高仿紫砂', 'violation-report'],
  ['怎么投诉商家', 'violation-report'],
  ['想办培训证书', 'training-enrolment'],
  ['哪里可以上课学专利', 'training-enrolment'],
  ['知识产权讲座报名', 'training-enrolment'],
  ['培训班什么时候开', 'training-enrolment'],
  ['我想当专家', 'expert-admission'],
  ['专家入库要什么条件', 'expert-admission'],
  ['申请做评审专家', 'expert-admission'],
  ['想建个工作站', 'workstation-setup'],
  ['商标品牌指导站怎么设', 'workstation-setup'],
  ['有什么补贴可以拿', 'grant-application'],
  ['申报战略推进项目', 'grant-application'],
  ['专利奖励怎么领', 'grant-application'],
  ['政策兑现', 'grant-application'],
  ['上大项目怕侵权，做个评议', 'ip-review'],
  ['重大项目知识产权风险评估', 'ip-review'],
  ['想问专家一个问题', 'expert-question'],
  ['找人咨询专利', 'expert-question'],
  ['企业贯标怎么备案', 'standard-adoption'],
  ['29490 体系认证', 'standard-adoption'],
  ['宣传周活动报名', 'event-enrolment'],
  ['带孩子参加开放日活动', 'event-enrolment'],
  ['专利能贷款吗', 'outside:patent-pledge'],
  ['商标贷款', 'outside:trademark-pledge'],
  ['怎么注册商标', 'outside:trademark-filing'],
  ['新壶想登记版权', 'outside:work-registration'],
  ['年费忘了交费', 'outside:annual-fee'],
  ['软著怎么办', 'outside:software-registration'],
  ['海关备案', 'outside:customs-recordal'],
  ['请不起律师', 'outside:legal-aid'],
  ['产品出口到美国被告', 'outside:overseas-guidance'],
]

const firstTwo = (asked: string) =>
  searchHouse(asked, declaredServices, serviceHouse)
    .services.slice(0, 2)
    .map(({ id }) => id)

describe('finding in ordinary words', () => {
  it.each(sentences)('%s → %s', (asked, wanted) => {
    const found = searchHouse(asked, declaredServices, serviceHouse)
    if (wanted.startsWith('outside:')) {
      const [first] = found.outside
      expect(first?.id).toBe(wanted.slice(8))
      // No service of ours is said to fit better than the office that does it.
      expect(found.services.filter(({ score }) => score >= (first?.score ?? 0))).toEqual([])
    } else {
      expect(found.services[0]?.id, JSON.stringify(found)).toBe(wanted)
    }
  })

  it.each(everydayQuestions)('among the first two of %s: %s', (asked, services) => {
    expect(firstTwo(asked)).toEqual(expect.arrayContaining([...services]))
  })

  it('shows where to report right after where to be helped (有人仿我的壶怎么办)', () => {
    expect(firstTwo('有人仿我的壶怎么办')).toEqual(['rights-assistance', 'violation-report'])
  })

  it('finds nine in ten of what nobody thought of', () => {
    const missed = unseenQuestions.filter(([asked, services]) => {
      const found = firstTwo(asked)
      return services.some((service) => !found.includes(service))
    })
    expect(missed.length / unseenQuestions.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.1)
  })

  it('finds no service of ours for a loan on a patent, and says where else to go (专利能贷款吗)', () => {
    const found = searchHouse('专利能贷款吗', declaredServices, serviceHouse)
    expect(found.services).toEqual([])
    expect(found.outside.map(({ id }) => id)).toContain('patent-pledge')
    expect(found.events.map(({ id }) => id)).toContain('finance')
    expect(found.words).toContain('贷款')
  })

  it.each(['怎么办', '你好', '？？？', '', '天气预报', '红烧肉怎么做'])('finds nothing for “%s”', (asked) => {
    expect(searchHouse(asked, declaredServices, serviceHouse).services).toEqual([])
  })

  it('bears any text', () => {
    for (const asked of ['<script>alert(1)</script>', '%_\\', "'; drop table matter; --", '仿'.repeat(200), '🍵']) {
      expect(() => searchHouse(asked, declaredServices, serviceHouse)).not.toThrow()
    }
  })
})

it('leads nowhere in no place', () => {
  expect(houseProblems(serviceHouse, new Set(declaredServices.map(({ id }) => id)))).toEqual([])
})
