import { describe, expect, it } from 'vitest'
import { compilePlan } from './compile-plan.ts'
import { sourceFromText } from './source-from-text.ts'

/** One sentence inside the goal chapter, or inside a task, of a plan for 2025–2027. */
const planWith = (sentence: string, where: 'goals' | 'task') =>
  compilePlan(
    sourceFromText(
      [
        '演示县知识产权工作方案（2025—2027年）',
        '一、工作目标',
        where === 'goals' ? `到2027年，实现以下目标。${sentence}` : '到2027年，水平明显提升。',
        '二、重点任务',
        `（一）推进工作。${where === 'task' ? sentence : '做好工作。'}（责任单位：县市场监管局牵头，县科技局配合）`,
      ].join('\n'),
    ),
  )
const targets = (sentence: string, where: 'goals' | 'task' = 'task') =>
  planWith(sentence, where).indicators.map(({ name, op, value, unit, kind }) => [name, op, value, unit, kind])
const reasons = (sentence: string, where: 'goals' | 'task' = 'task') =>
  planWith(sentence, where).unread.map(({ reason }) => reason)

describe('targets (指标)', () => {
  it.each([
    [
      '有效发明专利拥有量达到1.2万件以上，年均增长10%以上，每万人发明专利突破15件。',
      [
        ['有效发明专利拥有量', '>=', 1.2, '万件', 'stock'],
        ['有效发明专利拥有量年均增长', '>=', 10, '%', 'growth'],
        ['每万人发明专利', '>', 15, '件', 'stock'],
      ],
    ],
    ['集体商标、证明商标达10件。', [['集体商标、证明商标', '>=', 10, '件', 'stock']]],
    [
      '新增快速维权中心1家、保护中心分中心2家。',
      [
        ['快速维权中心', '>=', 1, '家', 'new'],
        ['保护中心分中心', '>=', 2, '家', 'new'],
      ],
    ],
    [
      '新增1个国家知识产权试点园区、1个省级知识产权示范园区。',
      [
        ['国家知识产权试点园区', '>=', 1, '个', 'new'],
        ['省级知识产权示范园区', '>=', 1, '个', 'new'],
      ],
    ],
    [
      '省级、国家级示范企业分别达5家、3家。',
      [
        ['省级示范企业', '>=', 5, '家', 'stock'],
        ['国家级示范企业', '>=', 3, '家', 'stock'],
      ],
    ],
    [
      '专利、商标、版权质押融资额分别达到10亿元、5亿元、1亿元。',
      [
        ['专利质押融资额', '>=', 10, '亿元', 'stock'],
        ['商标质押融资额', '>=', 5, '亿元', 'stock'],
        ['版权质押融资额', '>=', 1, '亿元', 'stock'],
      ],
    ],
    ['建成省级高价值专利培育中心不少于1家。', [['省级高价值专利培育中心', '>=', 1, '家', 'build']]],
    ['建设特色小镇3—5个。', [['特色小镇', 'range', [3, 5], '个', 'build']]],
    ['组织不少于12场次培训活动。', [['培训活动', '>=', 12, '场次', null]]],
    ['力争每年新增专精特新企业20家左右。', [['专精特新企业', '=', 20, '家', 'annual']]],
    ['培育产值超10亿元的龙头企业8家。', [['产值超10亿元的龙头企业', '>=', 8, '家', null]]],
    ['15岁以上人群吸烟率控制在22%以内。', [['15岁以上人群吸烟率', '<=', 22, '%', 'ratio']]],
    ['预留份额由30%提高至40%以上。', [['预留份额', '>=', 40, '%', 'ratio']]],
    ['平均办理时限压缩至3个工作日。', [['平均办理时限', '<=', 3, '个工作日', 'stock']]],
    ['核心产业规模较2023年翻一番。', [['核心产业规模', '>=', 1, '番', 'growth']]],
    ['累计培训各类人才1000人次。', [['培训各类人才', '>=', 1000, '人次', 'cumulative']]],
    ['在产业园区设立工作站40个。', [['工作站', '>=', 40, '个', 'build']]],
    ['设立总规模20亿元的产业基金。', [['产业基金', '>=', 20, '亿元', 'build']]],
    [
      '建成两个示范园区，培育一百二十家企业。',
      [
        ['示范园区', '>=', 2, '个', 'build'],
        ['企业', '>=', 120, '家', null],
      ],
    ],
    [
      '培育链主企业16家（其中省级5家）、配套企业200家。',
      [
        ['链主企业', '>=', 16, '家', null],
        ['省级链主企业', '>=', 5, '家', null],
        ['配套企业', '>=', 200, '家', null],
      ],
    ],
    [
      '新增入库企业、备案企业各10家。',
      [
        ['入库企业', '>=', 10, '家', 'new'],
        ['备案企业', '>=', 10, '家', 'new'],
      ],
    ],
    [
      '专利转化率提高5个百分点，达到45%。',
      [
        ['专利转化率提高', '>=', 5, '个百分点', 'growth'],
        ['专利转化率', '>=', 45, '%', 'ratio'],
      ],
    ],
    ['培育营收超1000万元OPC100家以上。', [['营收超1000万元OPC', '>=', 100, '家', null]]],
    ['有效发明专利拥有量从800件增加到1500件。', [['有效发明专利拥有量', '>=', 1500, '件', 'stock']]],
    ['万元GDP能耗下降到0.4吨标准煤。', [['万元GDP能耗', '<=', 0.4, '吨标准煤', 'stock']]],
    [
      '规上农产品加工企业达到120家，其中亿元以上30家、10亿元以上3家。',
      [
        ['规上农产品加工企业', '>=', 120, '家', 'stock'],
        ['亿元以上规上农产品加工企业', '>=', 30, '家', 'stock'],
        ['10亿元以上规上农产品加工企业', '>=', 3, '家', 'stock'],
      ],
    ],
  ])('%s', (sentence, wanted) => expect(targets(sentence)).toEqual(wanted))

  it.each([
    ['截至2024年底，有效发明专利已达1268件。', '已有成绩'],
    ['2024年全县专利授权量达2万件，较上年增长15%。', '已有成绩'],
    ['对认定的企业给予最高200万元补贴。', '奖励'],
    ['按合同金额的30%给予补助。', '奖励'],
    ['对全年登记10个以上的，给予奖励。', '门槛'],
    ['应当自受理之日起5个工作日内办结。', '时限'],
    ['紧扣三个方面，实施五项行动，推动八项任务落地。', '列举'],
    ['围绕3+3+N产业体系布局。', '名称'],
    ['明确1名分管负责人。', '人员组成'],
    ['每季度召开1次会议。', '频次'],
    ['推进全长38.6公里的公路建设。', '规模'],
    ['实现行政村全覆盖。', '全覆盖'],
    ['到2024年底，全县累计建成工作站35个。', '已有成绩'],
    ['专利产业化率低于10%的单位不得申报。', '门槛'],
    ['预备金为项目总额的5%。', '标准'],
    ['县财政每年安排专项资金3000万元。', '投入'],
    ['对年度考核前3名的单位予以表扬。', '奖励'],
  ])('%s is no target, and the ledger says why (%s)', (sentence, reason) => {
    expect(targets(sentence)).toEqual([])
    expect(reasons(sentence).join()).toContain(reason)
  })

  it.each(['推进“一地六县”合作，鼓励第三方参与，实施ISO56005标准。', '开展“一园区、一产业、一导航”，培育一批企业。'])(
    '%s has no quantity at all',
    (sentence) => {
      expect(targets(sentence)).toEqual([])
      expect(reasons(sentence)).toEqual([])
    },
  )

  it.each([
    ['到2025年，建成基地5个；到2026年6月底，建成基地8个。', ['2025-12-31', '2026-06-30']],
    ['2026年底前，建成基地5个。', ['2026-12-31']],
    ['建设期内新增融资超30亿元。', ['2027-12-31']],
    ['2025年、2026年融资额分别达到60亿元、75亿元。', ['2025-12-31', '2026-12-31']],
    ['到2026年达到2023年的2.5倍。', ['2026-12-31']],
    ['建成基地5个。', [null]],
  ])('%s is due on %j', (sentence, dates) =>
    expect(planWith(sentence, 'task').indicators.map(({ deadline }) => deadline)).toEqual(dates),
  )

  it('the date of the opening paragraph holds for the whole goal chapter', () => {
    expect(planWith('授权量达5件。登记量达6件。', 'goals').indicators.map(({ deadline }) => deadline)).toEqual([
      '2027-12-31',
      '2027-12-31',
    ])
  })
})

describe('what does not agree (疑问)', () => {
  const plan = compilePlan(
    sourceFromText(
      [
        '演示县知识产权工作方案（2025—2027年）',
        '一、工作目标',
        '——创造。新增专家库成员20人，专利奖超70项，建成服务网点5个。',
        '3、重点任务',
        '（一）第一项。专家库达50人，建成服务网点5个。每年举办主题讲座。（责任单位：县科技局牵头）',
        '（二）第二项。获专利奖不少于5项。（责任单位：县科技局、县财政局）',
        '（四）第四项。',
        '（四）第四项。',
        '做好工作。（责任单位：县科技局牵头）',
        '四、时序进度',
        '（一）启动阶段（2025年13月-2025年2月）',
      ].join('\n'),
    ),
  )
  const kinds = plan.questions.map(({ kind }) => kind)

  it('links what is said twice and asks about the rest', () => {
    expect(plan.indicators.filter(({ sameAs }) => sameAs !== null).map(({ name }) => name)).toEqual(['服务网点'])
    expect(kinds.filter((kind) => kind === 'contradiction')).toHaveLength(2)
    expect(kinds).toContain('noLead')
    expect(kinds).toContain('frequencyWithoutNumber')
    expect(kinds).toContain('repeatedHeading')
    expect(kinds).toContain('impossibleDate')
    expect(kinds.filter((kind) => kind === 'numbering')).toHaveLength(2)
  })

  it('says in Chinese which thing, what is wrong and what to decide', () => {
    for (const { message } of plan.questions) expect(message).toMatch(/请|已按/)
  })
})
