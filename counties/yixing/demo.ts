import type { DemoAccount } from '../county.types.ts'

/**
 * Invented people. The passwords are public, so a server must create these accounts in demonstration only. Their names
 * run through 天干 and 地支, so that nobody is taken for somebody.
 */
export const demoAccounts: DemoAccount[] = [
  account('bangongshi', '甲办公（演示）', 'Office Alpha (demo)', 'office', 'ip-office'),
  account('fuhe', '丁复核（演示）', 'Second Officer Delta (demo)', 'office', 'ip-office'),
  account('guanliyuan', '乙管理（演示）', 'Administrator Beta (demo)', 'administrator', 'ip-office'),
  account('lingdao', '戊领导（演示）', 'Leader Epsilon (demo)', 'leader', 'city-government'),
  account('shenji', '己审计（演示）', 'Auditor Zeta (demo)', 'auditor', 'city-government'),
  ...unit('market-supervision-bureau', 'shijian', ['庚', 'Eta'], ['辛', 'Theta']),
  ...unit('science-bureau', 'keji', ['壬', 'Iota'], ['癸', 'Kappa']),
  ...unit('dingshu', 'dingshu', ['子', 'Lambda'], ['丑', 'Mu']),
  ...unit('ip-office', 'zhishi', ['寅', 'Nu'], ['卯', 'Xi']),
  ...unit('development-reform-commission', 'fagai', ['辰', 'Omicron'], ['巳', 'Pi']),
  account('chengban', '未承办（演示）', 'Case Officer Sigma (demo)', 'caseOfficer', 'market-supervision-bureau'),
  account('chengban2', '申承办（演示）', 'Case Officer Tau (demo)', 'caseOfficer', 'market-supervision-bureau'),
  account('keji-chengban', '酉承办（演示）', 'Case Officer Upsilon (demo)', 'caseOfficer', 'science-bureau'),
  account('chuangkou', '戌窗口（演示）', 'Window Clerk Phi (demo)', 'windowClerk', 'data-bureau'),
  account('chuangkou2', '亥窗口（演示）', 'Window Clerk Chi (demo)', 'windowClerk', 'data-bureau'),
  account('zhuanjia', '甲专家（演示）', 'Expert Alpha (demo)', 'expert', null),
  account('zhuanjia2', '乙专家（演示）', 'Expert Beta (demo)', 'expert', null),
  account('zhuanjia3', '丙专家（演示）', 'Expert Gamma (demo)', 'expert', null),
  account('geren', '丁个人（演示）', 'Citizen Delta (demo)', 'citizen', null),
  account('qiye', '午企业（演示）', 'Enterprise Rho (demo)', 'enterprise', null),
  account('gongzhong', '丙公众（演示）', 'Citizen Gamma (demo)', 'public', null),
]

type Role = DemoAccount['roles'][number]['role']

function account(
  login: string,
  displayName: string,
  displayNameEn: string,
  role: Role,
  organisation: string | null,
): DemoAccount {
  return { login, displayName, displayNameEn, roles: [{ role, organisation }], password: `yanshi-${login}-2026` }
}

/** The one who fills in (填报人) and the one who signs (负责人) of a unit. */
function unit(
  organisation: string,
  login: string,
  [reporter, reporterEn]: readonly [string, string],
  [head, headEn]: readonly [string, string],
): DemoAccount[] {
  return [
    account(
      `${login}-tianbao`,
      `${reporter}填报（演示）`,
      `Reporter ${reporterEn} (demo)`,
      'unitReporter',
      organisation,
    ),
    account(`${login}-fuze`, `${head}负责（演示）`, `Head ${headEn} (demo)`, 'unitHead', organisation),
  ]
}
