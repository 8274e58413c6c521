import type { GuardDeclaration, MatterDeclaration } from './matter.types.ts'

/**
 * Declares a matter. What it says is checked when all matters are put together (`assembleMatters`), where the rules,
 * registers and guards that it names are known; here the types hold it.
 *
 * @example
 * export const readingCard = defineMatter({
 *   id: 'reading-card', area: 'services', label: '阅览证办理', …
 *   initial: 'received',
 *   states: {
 *     received: { label: '待受理', labelEn: 'Received', forApplicant: '…', acts: { accept: { …, to: 'accepted' } } },
 *     …
 *   },
 * })
 */
export function defineMatter<const Declaration extends MatterDeclaration>(declaration: Declaration): Declaration {
  return declaration
}

/** Declares a guard: a pure function that says why an act may not be done yet, or nothing. */
export function defineGuard(guard: GuardDeclaration): GuardDeclaration {
  return guard
}
