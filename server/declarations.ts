import { assembleRegisters } from '@qiangxian/kernel/registers/define-register'
import { generalFormats } from '@qiangxian/kernel/registers/formats/general-formats'
import { registers as declared, formats } from '@qiangxian/modules/declarations.gen'

/** The registers of all subjects, checked together when the program starts. */
export const registers = assembleRegisters({ registers: declared, formats: [...generalFormats, ...formats] })
