import { changeAccount, createAccount, listAccounts } from '@qiangxian/kernel/accounts/account.operations'
import {
  linkAccountIdentity,
  unlinkAccountIdentity,
  unlinkOwnIdentity,
} from '@qiangxian/kernel/accounts/identity.operations'
import { showOwnAccount } from '@qiangxian/kernel/accounts/own-account.operations'
import { changeOwnPassword } from '@qiangxian/kernel/accounts/own-password.operations'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from '@qiangxian/kernel/accounts/second-factor.operations'
import {
  acknowledgeStolenSession,
  endAccountSessions,
  endOtherSessions,
  endOwnSession,
  listAccountSessions,
  listOwnSessions,
} from '@qiangxian/kernel/accounts/session.operations'
import { channelOperations } from '@qiangxian/kernel/channels/channel.operations'
import { textMessages } from '@qiangxian/kernel/channels/text-messages'
import { documentOperations } from '@qiangxian/kernel/documents/document.operations'
import { documentTemplateOperations } from '@qiangxian/kernel/documents/templates/template.operations'
import { drawOperations } from '@qiangxian/kernel/draws/draw.operations'
import { giveEvidence, showEvidence } from '@qiangxian/kernel/evidence/evidence.operations'
import { importOperations } from '@qiangxian/kernel/imports/import.operations'
import { indicatorOperations } from '@qiangxian/kernel/indicators/indicator.operations'
import { jobOperations } from '@qiangxian/kernel/jobs/job.operations'
import { listJournal, verifyJournal } from '@qiangxian/kernel/journal/journal.operations'
import { listParameters } from '@qiangxian/kernel/jurisdiction/county.operations'
import { applyingOperations } from '@qiangxian/kernel/matters/applying/applying-operations'
import { recountLaterMaterials } from '@qiangxian/kernel/matters/applying/recount-later-materials'
import { limitOperations } from '@qiangxian/kernel/matters/limits/limit.operations'
import { matterClockOperations } from '@qiangxian/kernel/matters/limits/matter-clock.operations'
import { recountMatterLimits } from '@qiangxian/kernel/matters/limits/recount-limits'
import { matterOperations } from '@qiangxian/kernel/matters/operations/matter.operations'
import { matterReadingOperations } from '@qiangxian/kernel/matters/reading/reading-operations'
import { recountPublications } from '@qiangxian/kernel/matters/recount-publications'
import { listNotices, readNotices } from '@qiangxian/kernel/notices/notice.operations'
import type { Operation } from '@qiangxian/kernel/operations/operation'
import { changeOrganisation, createOrganisation } from '@qiangxian/kernel/parties/party.operations'
import { qualityOperations } from '@qiangxian/kernel/quality/quality.operations'
import { recountFindings } from '@qiangxian/kernel/quality/recount-findings'
import { ratingOperations } from '@qiangxian/kernel/ratings/rating.operations'
import { recountRatings } from '@qiangxian/kernel/ratings/recount-ratings'
import { registerOperations } from '@qiangxian/kernel/registers/register-operations'
import { registerSheetOperations } from '@qiangxian/kernel/registers/sheets/sheet.operations'
import { recountReviews } from '@qiangxian/kernel/reviews/recount-reviews'
import { askWhoWasDrawn, reviewOperations } from '@qiangxian/kernel/reviews/review.operations'
import { reviewSubject } from '@qiangxian/kernel/reviews/review-panel'
import { calendarYearOperations } from '@qiangxian/kernel/rules/calendar-year.operations'
import { ruleOperations } from '@qiangxian/kernel/rules/rule.operations'
import { frontOperations } from '@qiangxian/kernel/services/service-operations'
import { visitOperations } from '@qiangxian/kernel/visits/visit.operations'
import { windowOperations } from '@qiangxian/kernel/window/window-operations'
import { loadDemonstrationMatters } from '@qiangxian/modules/management/demonstration/matters/load-matters.command'
import { demonstration } from '@qiangxian/modules/management/demonstration/module'
import { loadDemonstrationRegisters } from '@qiangxian/modules/management/demonstration/registers/load-registers.command'
import { identifiers } from '@qiangxian/modules/management/identifiers/module'
import { indicatorMonitoring } from '@qiangxian/modules/management/indicator-monitoring/module'
import { planDecomposition } from '@qiangxian/modules/management/plan-decomposition/module'
import { showEligibility } from '@qiangxian/modules/management/policy-grants/eligibility.query'
import { progressReporting } from '@qiangxian/modules/management/progress-reporting/module'
import { supervision } from '@qiangxian/modules/management/supervision/module'
import { recountDuties } from '@qiangxian/modules/management/supervision/recount-duties'
import { trainingOperations } from '@qiangxian/modules/talent/training/training.operations'
import { indicators, matters, qualityRules, registers, serviceHouse, timeRules } from './declarations.ts'
import { jobs } from './jobs/jobs.ts'

/** Every operation that the platform offers, in the order in which the API page lists them. */
export const operations: readonly Operation[] = [
  ...planDecomposition.operations,
  ...indicatorMonitoring.operations,
  ...progressReporting.operations,
  ...supervision.operations,
  ...demonstration.operations,
  loadDemonstrationRegisters(registers),
  loadDemonstrationMatters(matters),
  ...identifiers.operations,
  listParameters,
  createOrganisation,
  changeOrganisation,
  ...registerOperations(registers, { ruleLabel: (id) => qualityRules.find(id)?.label }),
  ...registerSheetOperations(registers),
  ...importOperations(registers),
  ...indicatorOperations(indicators),
  ...qualityOperations(qualityRules),
  ...ruleOperations(timeRules),
  ...calendarYearOperations({
    recounts: [
      recountMatterLimits(timeRules),
      recountDuties,
      recountPublications(timeRules),
      recountLaterMaterials,
      recountReviews,
      recountRatings,
      recountFindings,
    ],
    jobs: ['matter.clock', 'clock.step'],
  }),
  ...limitOperations({ rules: timeRules }),
  ...matterClockOperations(matters),
  ...matterOperations(matters),
  ...matterReadingOperations(matters),
  ...frontOperations(matters, serviceHouse),
  ...visitOperations(textMessages),
  ...applyingOperations(matters),
  ...windowOperations(matters),
  ...ratingOperations(matters),
  ...drawOperations(registers, { [reviewSubject]: askWhoWasDrawn }),
  ...reviewOperations({ registers }),
  ...trainingOperations(matters),
  showEligibility(registers),
  ...documentOperations,
  ...documentTemplateOperations(matters),
  ...channelOperations,
  giveEvidence,
  showEvidence,
  listNotices,
  readNotices,
  ...jobOperations(jobs),
  listJournal,
  verifyJournal,
  listAccounts,
  createAccount,
  changeAccount,
  listAccountSessions,
  endAccountSessions,
  resetSecondFactor,
  linkAccountIdentity,
  unlinkAccountIdentity,
  showOwnAccount,
  changeOwnPassword,
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  removeSecondFactor,
  unlinkOwnIdentity,
  listOwnSessions,
  endOwnSession,
  endOtherSessions,
  acknowledgeStolenSession,
]
