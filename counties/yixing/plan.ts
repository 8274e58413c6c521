import type { CountyPlan } from '../county.types.ts'
import { creationAndProtectionMilestones } from './milestones/creation-and-protection.ts'
import { managementMilestones } from './milestones/management.ts'
import { servicesTalentRegionMilestones } from './milestones/services-talent-region.ts'
import { utilizationMilestones } from './milestones/utilization.ts'
import { phases } from './phases.ts'
import { programme } from './programme.ts'
import { questions } from './questions.ts'
import { safeguards } from './safeguards.ts'
import { creationTargets } from './targets/creation.ts'
import { managementTargets } from './targets/management.ts'
import { protectionTargets } from './targets/protection.ts'
import { servicesTargets } from './targets/services.ts'
import { talentTargets } from './targets/talent.ts'
import { utilizationTargets } from './targets/utilization.ts'
import { groups, tasks } from './tasks.ts'

export const plan: CountyPlan = {
  title: '宜兴市国家知识产权强县建设示范县工作方案（2024—2026年）',
  titleEn: 'Work plan of Yixing as a National IP-Strong Demonstration County (2024–2026)',
  issuer: '宜兴市人民政府办公室',
  documentNo: null,
  issuedOn: '2024-06-12',
  period: programme,
  source: {
    label: '市政府办公室关于印发《宜兴市国家知识产权强县建设示范县工作方案（2024-2026年）》的通知',
    note: '所据文本未印发文字号，待补录。',
  },
  goalText:
    '用三年时间，让宜兴在管理、创造、保护、运用、服务、人才六个方面达到国家级示范县的要求，各方面都有可量化的目标。',
  groups,
  tasks,
  targets: [
    ...managementTargets,
    ...creationTargets,
    ...protectionTargets,
    ...utilizationTargets,
    ...servicesTargets,
    ...talentTargets,
  ],
  milestones: [
    ...managementMilestones,
    ...creationAndProtectionMilestones,
    ...utilizationMilestones,
    ...servicesTalentRegionMilestones,
  ],
  safeguards,
  phases,
  questions,
}
