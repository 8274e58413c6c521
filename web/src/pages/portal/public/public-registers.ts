/** Registers whose public part the portal shows as people and places to ask. */
export const publicRegisters = ['expert', 'technical-investigator', 'workstation', 'service-agency'] as const
export type PublicRegister = (typeof publicRegisters)[number]
