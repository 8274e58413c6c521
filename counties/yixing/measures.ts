import type { County } from '../county.types.ts'

/** Which indicator each numbered target of the plan is held against. */
export const measures: County['measures'] = {
  // 管理
  M1: 'park-title.national-pilot-new',
  M2: 'park-title.provincial-demonstration-new',
  // 创造
  C1: 'patent.granted',
  C2: 'patent.high-value-per-10k-residents',
  C3: 'patent.granted-enterprise-share',
  C4: 'overseas-patent.granted',
  C5: 'work-registration.per-10k-residents',
  C6: 'madrid-registration.in-force',
  C7: 'trademark.collective-and-certification',
  C8: 'layout-design.registered',
  C9: 'patent-award.all-levels',
  C9b: 'patent-award.new',
  C10: 'cultivation-centre.provincial',
  C11: 'cultivation-centre.municipal',
  // 保护
  P2: 'rights-centre.rapid-rights-new',
  P3: 'rights-centre.branch-new',
  P4: 'assessment-activity.satisfaction-score',
  A1: 'assessment-activity.satisfaction-surveys',
  A2: 'assessment-activity.protection-evaluations',
  // 运用
  U1: 'value-added.patent-intensive-share',
  U2: 'value-added.copyright-share',
  U3: 'gi-sales.annual',
  U5: 'pledge.amount',
  U6: 'standard-certificate.enterprises-new',
  U7: 'advantage-enterprise.in-force',
  U7b: 'advantage-enterprise.new',
  U8: 'institute-settlement.new',
  // 服务
  S3: 'workstation.new',
  S4: 'service-institution.national-new',
  S5: 'service-agency.active',
  S6: 'agency-year.staff',
  S7: 'agency-year.revenue',
  // 人才
  T1: 'expert.new',
  T1b: 'expert.in-post',
  T2: 'technical-investigator.new',
  T3: 'training-attendance.total',
  T4: 'culture-event.lectures',
}
