// Printed by scripts/generate.ts from the files of the subjects. Do not edit.
import type { IndicatorDeclaration, QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'
import type { GuardDeclaration, MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import type { Format } from '@qiangxian/kernel/registers/field.types'
import type { RegisterDeclaration } from '@qiangxian/kernel/registers/register.types'
import type { RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'
import { softwareCertificateNoFormat, softwareRegistrationNoFormat, workRegistrationNoFormat } from './creation/copyright/copyright.formats.ts'
import { softwareRegistered, worksPerResidents } from './creation/copyright/copyright.indicators.ts'
import { workCompletedAfter, worksSilent, worksTwice } from './creation/copyright/copyright.quality.ts'
import { copyrightRules } from './creation/copyright/copyright.rules.ts'
import { softwareRegistration } from './creation/copyright/software-registration.register.ts'
import { workRegistration } from './creation/copyright/work-registration.register.ts'
import { cultivationCentre } from './creation/cultivation/cultivation-centre.register.ts'
import { municipalCentres, provincialCentres } from './creation/cultivation/cultivation.indicators.ts'
import { geographicalIndication } from './creation/geographical-indications/geographical-indication.register.ts'
import { agriculturalIndicationNoFormat } from './creation/geographical-indications/geographical-indications.formats.ts'
import { annualSales, authorisedUsers } from './creation/geographical-indications/geographical-indications.indicators.ts'
import { salesJump, salesYear, unusedEighteenMonths, unusedTwentyFourMonths } from './creation/geographical-indications/geographical-indications.quality.ts'
import { geographicalIndicationsRules } from './creation/geographical-indications/geographical-indications.rules.ts'
import { giSales } from './creation/geographical-indications/gi-sales.register.ts'
import { giUser } from './creation/geographical-indications/gi-user.register.ts'
import { layoutDesign } from './creation/layout-designs/layout-design.register.ts'
import { layoutDesignNoFormat } from './creation/layout-designs/layout-designs.formats.ts'
import { layoutDesigns } from './creation/layout-designs/layout-designs.indicators.ts'
import { layoutDesignCheckDigit, layoutDesignOrder } from './creation/layout-designs/layout-designs.quality.ts'
import { layoutDesignsRules } from './creation/layout-designs/layout-designs.rules.ts'
import { grantedAbroad, newPatentAwards, patentAwards } from './creation/patents/abroad-and-awards.indicators.ts'
import { averageClaims, familyAbroadShare, highValueInForce, highValuePerResidents, highValueShare, usedShare } from './creation/patents/high-value.indicators.ts'
import { overseasPatent } from './creation/patents/overseas-patent.register.ts'
import { patentAward } from './creation/patents/patent-award.register.ts'
import { patentEvent } from './creation/patents/patent-event.register.ts'
import { patent } from './creation/patents/patent.register.ts'
import { foreignPublicationNoFormat, ipcFormat, locarnoFormat, officeCodeFormat, patentApplicationNoFormat, pctApplicationNoFormat, pctPublicationNoFormat, publicationNoFormat } from './creation/patents/patents.formats.ts'
import { enterpriseShareOfGrants, enterpriseShareOfInventions, grantedPatents, inventionShareOfGrants, inventionsInForce } from './creation/patents/patents.indicators.ts'
import { overseasFamilyUnknown, patentCheckDigits, patentEndedInForce, patentExpired, patentFeeOverdue, patentFiledDay, patentGrantedDay, patentGrantedFirst, patentOwnerTown, patentOwnerUnknown, patentsAlike, patentsSilent, patentsTwice } from './creation/patents/patents.quality.ts'
import { pctApplication } from './creation/patents/pct-application.register.ts'
import { germplasm } from './creation/plant-varieties/germplasm.register.ts'
import { plantVarietyNoFormat } from './creation/plant-varieties/plant-varieties.formats.ts'
import { plantVarietiesRules } from './creation/plant-varieties/plant-varieties.rules.ts'
import { plantVariety } from './creation/plant-varieties/plant-variety.register.ts'
import { madridRegistration } from './creation/trademarks/madrid-registration.register.ts'
import { trademark } from './creation/trademarks/trademark.register.ts'
import { madridNoFormat, niceClassFormat, similarGroupFormat, trademarkNoFormat } from './creation/trademarks/trademarks.formats.ts'
import { collectiveAndCertificationMarks, madridInForce, marksInForce } from './creation/trademarks/trademarks.indicators.ts'
import { markExpired, markFiledAfter, markOwnerTown, markRegisteredDay } from './creation/trademarks/trademarks.quality.ts'
import { agreement } from './management/approvals/agreement.register.ts'
import { approval } from './management/approvals/approval.register.ts'
import { protectionEvaluations, satisfaction, satisfactionSurveys } from './management/approvals/approvals.indicators.ts'
import { assessmentActivity } from './management/approvals/assessment-activity.register.ts'
import { dataProtectionRules } from './management/data-protection/data-protection.rules.ts'
import { disclosureRules } from './management/disclosure/disclosure.rules.ts'
import { entitiesTwice, entityCode, entityEndedFirst, entityIsTown } from './management/entities/entities.quality.ts'
import { marketEntity } from './management/entities/market-entity.register.ts'
import { fundsRules } from './management/funds/funds.rules.ts'
import { ipcIndustry } from './management/industry-table/ipc-industry.register.ts'
import { conclusionFitsRisk, conditionsNamed } from './management/ip-reviews/ip-review.guards.ts'
import { ipReview as ipReviewMatter } from './management/ip-reviews/ip-review.matter.ts'
import { ipReview as ipReviewRegister } from './management/ip-reviews/ip-review.register.ts'
import { reviewsReported } from './management/ip-reviews/ip-reviews.indicators.ts'
import { parkTitle } from './management/parks/park-title.register.ts'
import { park } from './management/parks/park.register.ts'
import { nationalPilotParks, provincialDemonstrationParks } from './management/parks/parks.indicators.ts'
import { amountIsPositive, applicationPromised, askedWithinMost, blind, inCallTime } from './management/policy-grants/grant-application.guards.ts'
import { grantApplication } from './management/policy-grants/grant-application.matter.ts'
import { grantAward } from './management/policy-grants/grant-award.register.ts'
import { grantCall } from './management/policy-grants/grant-call.register.ts'
import { grantRuleFormat } from './management/policy-grants/grant-rule.formats.ts'
import { awardedAmount, paidShare } from './management/policy-grants/policy-grants.indicators.ts'
import { statistic } from './management/statistics/statistic.register.ts'
import { copyrightShare, patentIntensiveShare, residents } from './management/statistics/statistics.indicators.ts'
import { residentsJump, statisticJump, statisticPublished, statisticSilent } from './management/statistics/statistics.quality.ts'
import { complaintsRules } from './protection/complaints/complaints.rules.ts'
import { creditRules } from './protection/credit/credit.rules.ts'
import { customsRules } from './protection/customs/customs.rules.ts'
import { mediationRules } from './protection/mediation/mediation.rules.ts'
import { patentDisputesRules } from './protection/patent-disputes/patent-disputes.rules.ts'
import { penaltyCaseRules } from './protection/penalties/penalty-case.rules.ts'
import { penaltyHearingRules } from './protection/penalties/penalty-hearing.rules.ts'
import { penaltyPublicationRules } from './protection/penalties/penalty-publication.rules.ts'
import { penaltyRemediesRules } from './protection/penalties/penalty-remedies.rules.ts'
import { branchCentres, rapidRightsCentres } from './protection/rapid-rights/rapid-rights.indicators.ts'
import { rapidRightsRules } from './protection/rapid-rights/rapid-rights.rules.ts'
import { rightsCentre } from './protection/rapid-rights/rights-centre.register.ts'
import { rightsAssistanceCase } from './protection/rights-assistance/rights-assistance-case.register.ts'
import { expertsForOpinion, noCourtDecision } from './protection/rights-assistance/rights-assistance.guards.ts'
import { casesAccepted, satisfiedCallers } from './protection/rights-assistance/rights-assistance.indicators.ts'
import { rightsAssistance } from './protection/rights-assistance/rights-assistance.matter.ts'
import { rightsAssistanceRules } from './protection/rights-assistance/rights-assistance.rules.ts'
import { technicalOfficersRules } from './protection/technical-officers/technical-officers.rules.ts'
import { transfersRules } from './protection/transfers/transfers.rules.ts'
import { bothConsent, forDailyLife, groundInForce, identityKnown, isAnonymous, isBoth, isComplaint, isNamed, isReport, underNewRules } from './protection/violation-reports/violation-report.guards.ts'
import { violationReport as violationReportMatter } from './protection/violation-reports/violation-report.matter.ts'
import { violationReport as violationReportRegister } from './protection/violation-reports/violation-report.register.ts'
import { complaintsAgreed, reportsOpened, reportsReceived } from './protection/violation-reports/violation-reports.indicators.ts'
import { ruralSpeciality } from './region/rural-specialities/rural-speciality.register.ts'
import { expertQuestion as expertQuestionMatter } from './services/expert-questions/expert-question.matter.ts'
import { expertQuestion as expertQuestionRegister } from './services/expert-questions/expert-question.register.ts'
import { questionsAnswered } from './services/expert-questions/expert-questions.indicators.ts'
import { serviceLimitsRules } from './services/one-stop-service/service-limits.rules.ts'
import { agencyYear } from './services/service-agencies/agency-year.register.ts'
import { activeAgencies, agencyRevenue, agencyStaff, nationalInstitutions } from './services/service-agencies/service-agencies.indicators.ts'
import { agencyCode, agencyRevenueJump, agencyStaffJump, agencyUnknown, agencyWithoutOffice } from './services/service-agencies/service-agencies.quality.ts'
import { serviceAgency } from './services/service-agencies/service-agency.register.ts'
import { serviceInstitution } from './services/service-agencies/service-institution.register.ts'
import { dutiesCovered, enoughStaff, twoCheckers } from './services/workstations/workstation-setup.guards.ts'
import { workstationSetup } from './services/workstations/workstation-setup.matter.ts'
import { workstation } from './services/workstations/workstation.register.ts'
import { newWorkstations } from './services/workstations/workstations.indicators.ts'
import { cultureEvent } from './talent/culture/culture-event.register.ts'
import { eventVisitors, lectures } from './talent/culture/culture.indicators.ts'
import { eventAttendance } from './talent/culture/event-attendance.register.ts'
import { eventAhead, eventBegan } from './talent/culture/event-enrolment.guards.ts'
import { eventEnrolment } from './talent/culture/event-enrolment.matter.ts'
import { pilotSchool } from './talent/culture/pilot-school.register.ts'
import { admissionOrReappointment, expertPromised, firstAdmission, leaving, reappointment, termLiesAhead } from './talent/experts/expert-admission.guards.ts'
import { expertAdmission } from './talent/experts/expert-admission.matter.ts'
import { expert } from './talent/experts/expert.register.ts'
import { expertsInPost, newExperts, newTechnicalInvestigators } from './talent/experts/experts.indicators.ts'
import { technicalInvestigator } from './talent/experts/technical-investigator.register.ts'
import { townsman } from './talent/experts/townsman.register.ts'
import { trainingAttendance } from './talent/training/training-attendance.register.ts'
import { sessionAhead, sessionOver } from './talent/training/training-enrolment.guards.ts'
import { trainingEnrolment } from './talent/training/training-enrolment.matter.ts'
import { trainingSession } from './talent/training/training-session.register.ts'
import { timeOfDayFormat } from './talent/training/training.formats.ts'
import { peopleTrained, trained } from './talent/training/training.indicators.ts'
import { attendanceTotal, sessionUnknown } from './talent/training/training.quality.ts'
import { advantageEnterprise } from './utilization/enterprise-ladder/advantage-enterprise.register.ts'
import { advantageEnterprises, certifiedEnterprises, newAdvantageEnterprises, newCertifiedEnterprises } from './utilization/enterprise-ladder/enterprise-ladder.indicators.ts'
import { certificateEnterpriseUnknown, certificateOrder, oldEdition, titleNotReviewed } from './utilization/enterprise-ladder/enterprise-ladder.quality.ts'
import { enterpriseLadderRules } from './utilization/enterprise-ladder/enterprise-ladder.rules.ts'
import { certificateCounts, isCertified, isStarting } from './utilization/enterprise-ladder/standard-adoption.guards.ts'
import { standardAdoption as standardAdoptionMatter } from './utilization/enterprise-ladder/standard-adoption.matter.ts'
import { standardAdoption as standardAdoptionRegister } from './utilization/enterprise-ladder/standard-adoption.register.ts'
import { standardCertificate } from './utilization/enterprise-ladder/standard-certificate.register.ts'
import { instituteSettlement } from './utilization/institutes/institute-settlement.register.ts'
import { settledInstitutes } from './utilization/institutes/institutes.indicators.ts'
import { licence } from './utilization/licensing/licence.register.ts'
import { licensingRules } from './utilization/licensing/licensing.rules.ts'
import { pledge } from './utilization/pledges/pledge.register.ts'
import { pledgedRight } from './utilization/pledges/pledged-right.register.ts'
import { pledgedAmount, pledgedGross, pledgedNet } from './utilization/pledges/pledges.indicators.ts'
import { pledgeOverdue, pledgePartMoreThanWhole, pledgeReleasedFirst, pledgeTotal, pledgeWithoutAmount, pledgedPatentUnknown, pledgesSilent } from './utilization/pledges/pledges.quality.ts'
import { pledgesRules } from './utilization/pledges/pledges.rules.ts'

export const registers: readonly RegisterDeclaration[] = [
  agreement,
  approval,
  assessmentActivity,
  marketEntity,
  ipcIndustry,
  ipReviewRegister,
  parkTitle,
  park,
  grantAward,
  grantCall,
  statistic,
  softwareRegistration,
  workRegistration,
  cultivationCentre,
  geographicalIndication,
  giSales,
  giUser,
  layoutDesign,
  overseasPatent,
  patentAward,
  patentEvent,
  patent,
  pctApplication,
  germplasm,
  plantVariety,
  madridRegistration,
  trademark,
  rightsCentre,
  rightsAssistanceCase,
  violationReportRegister,
  advantageEnterprise,
  standardAdoptionRegister,
  standardCertificate,
  instituteSettlement,
  licence,
  pledge,
  pledgedRight,
  expertQuestionRegister,
  agencyYear,
  serviceAgency,
  serviceInstitution,
  workstation,
  cultureEvent,
  eventAttendance,
  pilotSchool,
  expert,
  technicalInvestigator,
  townsman,
  trainingAttendance,
  trainingSession,
  ruralSpeciality,
]

export const indicators: readonly IndicatorDeclaration[] = [
  protectionEvaluations,
  satisfaction,
  satisfactionSurveys,
  reviewsReported,
  nationalPilotParks,
  provincialDemonstrationParks,
  awardedAmount,
  paidShare,
  copyrightShare,
  patentIntensiveShare,
  residents,
  softwareRegistered,
  worksPerResidents,
  municipalCentres,
  provincialCentres,
  annualSales,
  authorisedUsers,
  layoutDesigns,
  grantedAbroad,
  newPatentAwards,
  patentAwards,
  averageClaims,
  familyAbroadShare,
  highValueInForce,
  highValuePerResidents,
  highValueShare,
  usedShare,
  enterpriseShareOfGrants,
  enterpriseShareOfInventions,
  grantedPatents,
  inventionShareOfGrants,
  inventionsInForce,
  collectiveAndCertificationMarks,
  madridInForce,
  marksInForce,
  branchCentres,
  rapidRightsCentres,
  casesAccepted,
  satisfiedCallers,
  complaintsAgreed,
  reportsOpened,
  reportsReceived,
  advantageEnterprises,
  certifiedEnterprises,
  newAdvantageEnterprises,
  newCertifiedEnterprises,
  settledInstitutes,
  pledgedAmount,
  pledgedGross,
  pledgedNet,
  questionsAnswered,
  activeAgencies,
  agencyRevenue,
  agencyStaff,
  nationalInstitutions,
  newWorkstations,
  eventVisitors,
  lectures,
  expertsInPost,
  newExperts,
  newTechnicalInvestigators,
  peopleTrained,
  trained,
]

export const qualityRules: readonly QualityRuleDeclaration[] = [
  entitiesTwice,
  entityCode,
  entityEndedFirst,
  entityIsTown,
  residentsJump,
  statisticJump,
  statisticPublished,
  statisticSilent,
  workCompletedAfter,
  worksSilent,
  worksTwice,
  salesJump,
  salesYear,
  unusedEighteenMonths,
  unusedTwentyFourMonths,
  layoutDesignCheckDigit,
  layoutDesignOrder,
  overseasFamilyUnknown,
  patentCheckDigits,
  patentEndedInForce,
  patentExpired,
  patentFeeOverdue,
  patentFiledDay,
  patentGrantedDay,
  patentGrantedFirst,
  patentOwnerTown,
  patentOwnerUnknown,
  patentsAlike,
  patentsSilent,
  patentsTwice,
  markExpired,
  markFiledAfter,
  markOwnerTown,
  markRegisteredDay,
  certificateEnterpriseUnknown,
  certificateOrder,
  oldEdition,
  titleNotReviewed,
  pledgeOverdue,
  pledgePartMoreThanWhole,
  pledgeReleasedFirst,
  pledgeTotal,
  pledgeWithoutAmount,
  pledgedPatentUnknown,
  pledgesSilent,
  agencyCode,
  agencyRevenueJump,
  agencyStaffJump,
  agencyUnknown,
  agencyWithoutOffice,
  attendanceTotal,
  sessionUnknown,
]

export const matters: readonly MatterDeclaration[] = [
  ipReviewMatter,
  grantApplication,
  rightsAssistance,
  violationReportMatter,
  standardAdoptionMatter,
  expertQuestionMatter,
  workstationSetup,
  eventEnrolment,
  expertAdmission,
  trainingEnrolment,
]

export const guards: readonly GuardDeclaration[] = [
  conclusionFitsRisk,
  conditionsNamed,
  amountIsPositive,
  applicationPromised,
  askedWithinMost,
  blind,
  inCallTime,
  expertsForOpinion,
  noCourtDecision,
  bothConsent,
  forDailyLife,
  groundInForce,
  identityKnown,
  isAnonymous,
  isBoth,
  isComplaint,
  isNamed,
  isReport,
  underNewRules,
  certificateCounts,
  isCertified,
  isStarting,
  dutiesCovered,
  enoughStaff,
  twoCheckers,
  eventAhead,
  eventBegan,
  admissionOrReappointment,
  expertPromised,
  firstAdmission,
  leaving,
  reappointment,
  termLiesAhead,
  sessionAhead,
  sessionOver,
]

export const rules: readonly RuleDeclaration[] = [
  ...dataProtectionRules,
  ...disclosureRules,
  ...fundsRules,
  ...copyrightRules,
  ...geographicalIndicationsRules,
  ...layoutDesignsRules,
  ...plantVarietiesRules,
  ...complaintsRules,
  ...creditRules,
  ...customsRules,
  ...mediationRules,
  ...patentDisputesRules,
  ...penaltyCaseRules,
  ...penaltyHearingRules,
  ...penaltyPublicationRules,
  ...penaltyRemediesRules,
  ...rapidRightsRules,
  ...rightsAssistanceRules,
  ...technicalOfficersRules,
  ...transfersRules,
  ...enterpriseLadderRules,
  ...licensingRules,
  ...pledgesRules,
  ...serviceLimitsRules,
]

export const formats: readonly Format[] = [
  grantRuleFormat,
  softwareCertificateNoFormat,
  softwareRegistrationNoFormat,
  workRegistrationNoFormat,
  agriculturalIndicationNoFormat,
  layoutDesignNoFormat,
  foreignPublicationNoFormat,
  ipcFormat,
  locarnoFormat,
  officeCodeFormat,
  patentApplicationNoFormat,
  pctApplicationNoFormat,
  pctPublicationNoFormat,
  publicationNoFormat,
  plantVarietyNoFormat,
  madridNoFormat,
  niceClassFormat,
  similarGroupFormat,
  trademarkNoFormat,
  timeOfDayFormat,
]
