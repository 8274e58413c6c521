import type { DemoStory } from '../../county.types.ts'

type Task = DemoStory['tasks'][number]
type Part = Task['parts'][number]

/** A task that only its lead units carry. */
function led(number: number, progress: number, cycle: Task['cycle'] = 'quarter'): Task {
  return { number, cycle, progress, leadWeight: null, parts: [] }
}

function part(
  organisation: string,
  content: string,
  weight: number | null,
  dueOn: string | null,
  progress: number,
  status: Part['status'] = 'ongoing',
  statusOn: string | null = null,
): Part {
  return {
    organisation,
    content,
    standard: `${content}，有文件、名册或照片佐证`,
    person: null,
    weight,
    startsOn: '2024-03-01',
    dueOn,
    progress,
    status,
    statusOn,
  }
}

export const tasks: Task[] = [
  {
    number: 1,
    cycle: 'month',
    progress: 96,
    leadWeight: 40,
    parts: [
      part('dingshu', '建好镇知识产权工作站，配专职人员 2 名', 15, '2026-06-30', 100, 'closed', '2026-07-09'),
      part('guanlin', '建好镇知识产权工作站，配专职人员 2 名', 15, '2026-06-30', 100, 'done', '2026-07-20'),
      part('xushe', '建好镇知识产权工作站，配专职人员 1 名', 10, '2026-11-27', 72),
      part('economic-development-zone', '设立园区商标品牌指导站', 20, '2026-12-15', 88),
    ],
  },
  led(2, 90),
  led(3, 88),
  {
    number: 4,
    cycle: 'month',
    progress: 84,
    leadWeight: 50,
    parts: [
      part('economic-development-zone', '组织 60 家企业开展专利挖掘', 20, '2026-10-31', 81),
      part('environmental-science-park', '环保装备专利导航成果落地', 20, '2026-12-20', 90),
      part('education-bureau', '组织高校院所专利与企业对接', 10, '2026-12-20', 100, 'reported', '2026-11-23'),
    ],
  },
  led(5, 94),
  {
    number: 6,
    cycle: 'quarter',
    progress: 82,
    leadWeight: 60,
    parts: [
      part('dingshu', '紫砂企业马德里商标注册辅导', 20, '2026-12-10', 86),
      part('commerce-bureau', '出口企业商标海外布局清单', 20, '2026-12-10', 91),
    ],
  },
  led(7, 79),
  led(8, 95, 'month'),
  {
    number: 9,
    cycle: 'month',
    progress: 78,
    leadWeight: 70,
    parts: [
      part('dingshu', '快速维权中心场地改造并通过消防验收', 20, '2026-11-16', 66),
      part('finance-bureau', '快速维权中心建设经费安排', 10, '2026-05-31', 100, 'closed', '2026-06-12'),
    ],
  },
  led(10, 97),
  led(11, 92),
  led(12, 74),
  {
    number: 13,
    cycle: 'quarter',
    progress: 93,
    leadWeight: 60,
    parts: [
      part('court', '知识产权纠纷诉调对接', 20, '2026-09-30', 100, 'done', '2026-10-16'),
      part('justice-bureau', '知识产权纠纷人民调解委员会建设', 20, '2026-09-30', 100, 'done', '2026-10-20'),
    ],
  },
  {
    number: 14,
    cycle: 'month',
    progress: 86,
    leadWeight: 50,
    parts: [
      part('financial-office', '组织银行与企业质押融资对接 12 场', 20, '2026-12-18', 92),
      part('finance-bureau', '质押融资风险补偿资金到位', 20, '2026-12-18', 80),
      { ...part('yicheng', '街道企业融资需求摸底', 10, '2026-12-25', 0, 'waiting'), startsOn: '2026-11-16' },
    ],
  },
  led(15, 89),
  led(16, 83),
  {
    number: 17,
    cycle: 'quarter',
    progress: 87,
    leadWeight: 60,
    parts: [
      part('dingshu', '紫砂版权集聚区入驻作者登记', 25, '2026-12-05', 95),
      part('culture-tourism-bureau', '软件正版化检查', 15, '2026-12-05', 93),
    ],
  },
  led(18, 81),
  led(19, 93),
  led(20, 70),
  {
    number: 21,
    cycle: 'quarter',
    progress: 98,
    leadWeight: 70,
    parts: [
      part('human-resources-bureau', '知识产权专员培训 6 期', 15, '2026-08-31', 100, 'closed', '2026-09-11'),
      part('education-bureau', '中小学知识产权课 40 节', 15, '2026-12-20', 96),
    ],
  },
  led(22, 96),
  led(23, 85),
  led(24, 88),
  led(25, 90),
]
