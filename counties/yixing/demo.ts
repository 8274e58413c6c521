import type { DemoAccount } from '../county.types.ts'

/** Invented people. The passwords are public, so a server must create these accounts in demonstration only. */
export const demoAccounts: DemoAccount[] = [
  {
    login: 'bangongshi',
    displayName: '甲办公（演示）',
    displayNameEn: 'Office Alpha (demo)',
    roles: [{ role: 'office', organisation: 'ip-office' }],
    password: 'yanshi-bangongshi-2026',
  },
  {
    login: 'guanliyuan',
    displayName: '乙管理（演示）',
    displayNameEn: 'Administrator Beta (demo)',
    roles: [{ role: 'administrator', organisation: 'ip-office' }],
    password: 'yanshi-guanliyuan-2026',
  },
  {
    login: 'gongzhong',
    displayName: '丙公众（演示）',
    displayNameEn: 'Citizen Gamma (demo)',
    roles: [{ role: 'public', organisation: null }],
    password: 'yanshi-gongzhong-2026',
  },
]
