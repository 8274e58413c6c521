import Type from 'typebox'

/** What operations on indicators are asked with. */
export const Code = Type.String({
  minLength: 1,
  maxLength: 128,
  description: 'id of an indicator, or code of a target that the county holds against one',
})
export const Day = Type.String({ format: 'date' })
export const At = Type.Optional(Day)
export const Unit = Type.Optional(
  Type.String({ maxLength: 200, description: 'id, name or alias of a unit; the county where it is left out' }),
)
