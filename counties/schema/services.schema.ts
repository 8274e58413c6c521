import { Type } from 'typebox'
import { nullable, record, text, unitKey } from './base.schema.ts'

/**
 * Who runs which service here, where and until when: what a guide says besides what is the same in every county.
 * Places and telephones that nobody has confirmed are null, and the guide says 待填.
 */
const length = record({
  n: Type.Integer({ minimum: 0 }),
  unit: Type.Enum(['workingDay', 'calendarDay', 'month', 'year', 'hour']),
  /** key of the parameter under which the county may set another number */
  parameter: Type.Optional(text),
})

const service = record({
  /** id of the matter type: rights-assistance */
  matter: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
  /** who handles it */
  organisation: unitKey,
  /** 发文机关标志: the full name under which its documents go out, where the plan calls it by a shorter one */
  letterhead: Type.Optional(text),
  /** 实施编码 of 31, or 业务办理项编码 of 33 characters; null where none was given yet */
  itemCode: Type.Optional(nullable(Type.String({ pattern: '^[0-9A-Z]{31}([0-9A-Z]{2})?$' }))),
  address: nullable(text),
  hours: nullable(text),
  phone: nullable(text),
  complaints: nullable(text),
  /** limit of the declaration → what is promised here; may not be longer than the law's */
  promised: Type.Optional(Type.Record(Type.String(), length)),
})

const hall = record({
  id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
  name: text,
  address: nullable(text),
  hours: nullable(text),
  phone: nullable(text),
  /** names of the windows */
  desks: Type.Array(text, { minItems: 1 }),
})

export const services = record({
  halls: Type.Array(hall),
  /** a matter that is not listed here is not offered in this county */
  matters: Type.Array(service),
})
