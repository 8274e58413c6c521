import { noticesEffect } from '@qiangxian/kernel/channels/notices-effect'
import { documentsEffect } from '@qiangxian/kernel/documents/documents-effect'
import { assembleIndicators } from '@qiangxian/kernel/indicators/define-indicator'
import { assembleMatters } from '@qiangxian/kernel/matters/assemble-matters'
import { limitsEffect } from '@qiangxian/kernel/matters/limits/limits-effect'
import { publicationEffect } from '@qiangxian/kernel/matters/publication'
import { registerEntriesEffect } from '@qiangxian/kernel/matters/register-entries'
import { assembleQualityRules } from '@qiangxian/kernel/quality/quality-rules'
import { assembleRegisters } from '@qiangxian/kernel/registers/define-register'
import { generalFormats } from '@qiangxian/kernel/registers/formats/general-formats'
import { assembleRules } from '@qiangxian/kernel/rules/define-rule'
import { assembleServiceHouse } from '@qiangxian/kernel/services/define-service-house'
import { quantityCautions } from '@qiangxian/modules/creation/patents/quantity-cautions'
import {
  registers as declared,
  indicators as declaredIndicators,
  matters as declaredMatters,
  rules as declaredRules,
  formats,
  guards,
  qualityRules as rules,
} from '@qiangxian/modules/declarations.gen'
import { grantMoneyEffect } from '@qiangxian/modules/management/policy-grants/grant-money.effect'
import { serviceHouse as declaredHouse } from '@qiangxian/modules/services/one-stop-service/house'
import { trainingEffect } from '@qiangxian/modules/talent/training/training-places.effect'

/** The registers of all subjects, checked together when the program starts. */
export const registers = assembleRegisters({ registers: declared, formats: [...generalFormats, ...formats] })

/** The indicators of all subjects, with what deserves a warning when somebody defines another. */
export const indicators = assembleIndicators({
  registers,
  indicators: declaredIndicators,
  cautions: quantityCautions,
})

/** The rules of data quality of all subjects. */
export const qualityRules = assembleQualityRules({ registers, indicators: declaredIndicators, rules })

/** The rules of time 时限规则 of all subjects. */
export const timeRules = assembleRules(declaredRules)

/** The matters of all subjects, with what an act of theirs does elsewhere, in the order in which it is done. */
export const matters = assembleMatters({
  matters: declaredMatters,
  guards,
  rules: timeRules,
  registers,
  effects: [
    limitsEffect,
    documentsEffect,
    registerEntriesEffect,
    trainingEffect,
    grantMoneyEffect,
    publicationEffect,
    noticesEffect,
  ],
})

/** What stands at the front of the house, every path of which ends in a way that is there. */
export const serviceHouse = assembleServiceHouse(declaredHouse, new Set(matters.all.map(({ id }) => id)))
