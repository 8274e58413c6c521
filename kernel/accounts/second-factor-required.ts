import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { Actor } from './actor.ts'
import { type Role, roleNames } from './roles.ts'

/** Key of the county's parameter; its choices are named groups of roles, the narrowest first. */
export const secondFactorParameter = 'account.second-factor-required'

const rolesOfChoice: Readonly<Record<string, readonly Role[]>> = {
  nobody: [],
  administrators: ['administrator'],
  administratorsAndOffice: ['administrator', 'office'],
  everyone: roleNames.filter((role) => role !== 'public'),
}

/** Roles that may be used with a second factor only; none where the county's folder says nothing. */
export function rolesWithSecondFactor(county: Pick<CountyFacts, 'parameters'>): readonly Role[] {
  const value = county.parameters.find(({ key }) => key === secondFactorParameter)?.value
  return (typeof value === 'string' ? rolesOfChoice[value] : undefined) ?? []
}

/** Whether somebody in these roles has to set up a second factor. */
export function needsSecondFactor(county: Pick<CountyFacts, 'parameters'>, held: Actor['roles']): boolean {
  const needing = rolesWithSecondFactor(county)
  return held.some(({ role }) => needing.includes(role))
}
