import { type TSchema, Type } from 'typebox'

/** Text with something in it. The examples of a pattern are what its error shows. */
export const text = Type.String({ pattern: '\\S', examples: ['文字'] })

/** 2024-06-12: a civil date in the county, without a time zone. A date that does not exist is refused. */
export const plainDate = Type.String({ format: 'date' })

/** `science-bureau`: how one part of the county's data names another. */
export const key = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', examples: ['science-bureau'] })

/** The key of a unit declared elsewhere. Any text has this shape: the check across parts knows which unit is meant. */
export const unitKey = text

/** `C9b`: the code of a target or a milestone, unique within the plan. */
export const itemCode = Type.String({ pattern: '^[A-Z][0-9]{1,3}[a-z]?$', examples: ['C9b'] })

export const year = Type.Integer({ minimum: 1949, maximum: 2200 })

/** A value that may be known to be absent: absence is said, never left out. */
export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** An object with exactly these properties: a misspelt name is an error, not an ignored one. */
export function record<P extends Record<string, TSchema>>(properties: P) {
  return Type.Object(properties, { additionalProperties: false })
}

/** The seven areas that the platform is divided into, the plan's own division of the work. */
export const areas = ['management', 'creation', 'protection', 'utilization', 'services', 'talent', 'region'] as const

/** Where an official name or figure was taken from: the plan's own words, or memory that a person has to confirm. */
export const nameSources = ['plan', 'recalled'] as const

/** First and last day, both counted. */
export const dateRange = record({ start: plainDate, end: plainDate })

/** 行政区划代码, six digits by GB/T 2260. */
export const areaCode = Type.String({ pattern: '^[0-9]{6}$', examples: ['320282'] })
