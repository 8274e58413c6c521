import { assembleQualityRules } from '@qiangxian/kernel/quality/quality-rules'
import { assembleRegisters } from '@qiangxian/kernel/registers/define-register'
import { generalFormats } from '@qiangxian/kernel/registers/formats/general-formats'
import { registers as declared, formats, indicators, qualityRules as rules } from '@qiangxian/modules/declarations.gen'

/** The registers of all subjects, checked together when the program starts. */
export const registers = assembleRegisters({ registers: declared, formats: [...generalFormats, ...formats] })

/** The rules of data quality of all subjects. */
export const qualityRules = assembleQualityRules({ registers, indicators, rules })
