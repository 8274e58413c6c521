import type { DemoStory } from '../../county.types.ts'

type Milestone = DemoStory['milestones'][number]
type Part = Milestone['parts'][number]

/** Invented numbers of documents: no office issues under 演示发. */
function done(on: string, number: number, title: string): Part {
  return {
    status: 'done',
    on,
    documentNo: `演示发〔${on.slice(0, 4)}〕${number}号`,
    documentTitle: `${title}（演示）`,
  }
}

const open: Part = { status: 'open', on: null, documentNo: null, documentTitle: null }

function applied(on: string): Part {
  return { status: 'applied', on, documentNo: null, documentTitle: null }
}

function milestone(code: string, ...parts: Part[]): Milestone {
  return { code, parts }
}

const promised: Milestone[] = [
  milestone('G1', done('2024-03-28', 12, '强县建设实施方案'), done('2024-05-15', 19, '保护示范区建设方案')),
  milestone('G2', done('2024-06-20', 27, '创建工作细则'), done('2024-07-31', 33, '考核细则')),
  milestone('G3', done('2026-11-12', 58, '评估报告'), open),
  milestone('G4', open, open),
  milestone('M3', open),
  milestone('M6', done('2024-07-31', 33, '镇（园区、街道）考核指标'), done('2024-07-31', 34, '考核体系')),
  milestone('M7', done('2024-09-10', 41, '战略推进项目'), done('2025-03-18', 15, '政策修订')),
  milestone('M8', done('2024-11-25', 52, '评议制度'), done('2026-05-22', 28, '评议报告')),
  milestone('M9', done('2025-06-12', 24, '一地六县合作协议')),
  milestone('C12', done('2024-12-18', 57, '专利质量监管办法')),
  milestone('C13', done('2025-08-20', 39, '培育与审核平台验收意见')),
  milestone('P1', done('2026-06-30', 36, '保护示范区验收通知')),
  milestone(
    'P5',
    done('2024-08-15', 35, '专家咨询委员会'),
    done('2024-10-16', 46, '侵权鉴定专家团队'),
    done('2025-04-22', 20, '执法信息共享办法'),
    done('2025-09-05', 42, '两法衔接办法'),
  ),
  milestone('P6', done('2025-12-24', 60, '保护平台上线')),
  milestone('P7', done('2025-05-20', 22, '快速应对机制'), done('2025-05-20', 23, '双随机监管')),
  milestone('P8', done('2026-03-16', 11, '保护名录'), done('2026-08-14', 44, '智慧监管')),
  milestone(
    'P9',
    done('2025-07-18', 31, '监测预警机制'),
    done('2025-11-06', 50, '涉外纠纷预案'),
    open,
    done('2026-04-08', 17, '海外维权专家团队'),
  ),
  milestone(
    'P10',
    done('2024-11-08', 49, '维权援助中心'),
    done('2025-03-05', 13, '人民调解委员会'),
    done('2025-10-14', 47, '消保委平台'),
    done('2026-02-26', 8, '纠纷调解平台'),
  ),
  milestone(
    'P13',
    done('2025-06-25', 26, '信用分类监管'),
    done('2025-06-25', 27, '守法褒奖'),
    done('2025-08-05', 37, '失信惩戒'),
  ),
  milestone(
    'P14',
    done('2026-06-15', 32, '剑网行动'),
    done('2026-06-15', 33, '昆仑行动'),
    done('2026-07-06', 38, '霹雳行动'),
    done('2026-07-06', 39, '龙腾行动'),
    done('2026-08-03', 43, '蓝天行动'),
  ),
  milestone('U4', done('2026-07-22', 41, '运营服务平台验收')),
  milestone('U9', done('2025-04-10', 18, '风险补偿机制'), done('2025-04-10', 19, '苏知贷工作方案')),
  milestone('U15', done('2026-01-20', 4, '知识产权保险合作协议')),
  milestone('U11', done('2025-12-05', 55, '优势单位名单')),
  milestone('U12', done('2026-04-29', 22, '经开区产业导航'), done('2026-11-13', 59, '环科园产业导航')),
  milestone('U13', done('2024-12-27', 59, '软件正版化机制'), done('2026-03-30', 14, '版权交易平台'), open),
  milestone(
    'S1',
    done('2025-09-28', 45, '一站式服务体'),
    done('2026-05-11', 25, '综合服务中心'),
    done('2026-05-11', 26, '公共服务平台'),
  ),
  milestone('S2', open),
  milestone('S8', done('2025-11-19', 53, '宁杭协作备忘录'), done('2026-06-04', 30, '苏浙皖协作备忘录')),
  milestone('T5', done('2024-10-08', 45, '技术调查官办法'), done('2025-02-18', 9, '专家库管理办法')),
  milestone('T6', done('2026-02-10', 6, '乡贤数据库'), done('2025-12-11', 56, '人才激励政策')),
  milestone('T7', done('2025-04-24', 21, '试点示范学校名单')),
  milestone('T8', done('2026-04-23', 20, '2025 年度典型案例')),
  milestone('R1', done('2026-07-15', 40, '合作示范区方案'), done('2026-08-26', 48, '先试区方案')),
  milestone('R2', done('2025-10-29', 48, '陶瓷商标品牌'), done('2026-06-09', 31, '商业秘密保护指引')),
  milestone('R3', done('2026-05-27', 29, '品种权基地'), done('2025-08-13', 38, '特色农产品名录')),
]

/** 争创: applied for, awarded, or not even applied for, and never late. */
const striven: Milestone[] = [
  milestone('M4', applied('2025-09-12')),
  milestone('M5', applied('2026-05-08')),
  milestone('M10', done('2026-03-19', 12, 'TISC 设立通知')),
  milestone('C14', applied('2026-06-30')),
  milestone('P11', done('2025-10-30', 49, '裁决规范化试点名单')),
  milestone('P12', done('2026-06-18', 34, '保护规范化市场名单')),
  milestone('S2b', open),
  milestone('U10', done('2025-12-19', 58, '首单知识产权 ABS')),
  milestone('U14', done('2026-08-20', 46, '军民融合试点名单')),
]

export const milestones: Milestone[] = [...promised, ...striven]
