import type { Source } from '../matters/matter.types.ts'

/**
 * What stands at the front of the house beside the services themselves, as data that a subject provides: everyday words,
 * questions by occasion, offices elsewhere, policies.
 */
export interface ServiceHouse {
  readonly words: EverydayWords
  readonly lifeEvents: readonly LifeEvent[]
  readonly outside: readonly OutsideOffice[]
  readonly policies: readonly Policy[]
  /** questions, answers and names of ways in English, by their words; what is not there stays as it is */
  readonly english?: Readonly<Record<string, string>>
}

/** How people say what offices call otherwise. */
export interface EverydayWords {
  /** words of one meaning, in any order: whoever says one means what is written with another */
  readonly alike: readonly (readonly string[])[]
  /** what is said of nearly everything here: it ranks what is found by other words, and finds nothing by itself */
  readonly general: readonly string[]
  /** what says nothing of what is wanted: 怎么办、我想 */
  readonly empty: readonly string[]
}

/** An occasion, and the three to five questions that lead from it to ways. */
export interface LifeEvent {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly about: string
  readonly words: readonly string[]
  /** id of the first question */
  readonly start: string
  readonly questions: Readonly<Record<string, LifeQuestion>>
  readonly ways: Readonly<Record<string, LifeWay>>
}

export interface LifeQuestion {
  readonly ask: string
  readonly help?: string
  readonly choices: readonly LifeChoice[]
}

/** An answer leads to the next question, or to ways, the most fitting one first. */
export type LifeChoice = { readonly label: string } & ({ readonly ask: string } | { readonly ways: readonly string[] })

/**
 * One way to go: a service here, an office elsewhere, or a page of this site. Of a service, time, cost and likely outcome
 * are its own where they are left out.
 */
export interface LifeWay {
  readonly label: string
  readonly what: string
  readonly to: { readonly service: string } | { readonly outside: string } | { readonly page: `/${string}` }
  readonly time?: string
  readonly cost?: string
  readonly likelyOutcome?: string
  readonly bring?: readonly string[]
}

/** Who does what is not done here. What is not known is left out, and shown as 待填. */
export interface OutsideOffice {
  readonly id: string
  readonly label: string
  readonly about: string
  readonly office: string
  readonly phone?: string
  readonly address?: string
  readonly site?: string
  readonly time?: string
  readonly cost?: string
  readonly words: readonly string[]
  readonly sources: readonly Source[]
}

export interface Policy {
  readonly id: string
  readonly title: string
  readonly issuer: string
  readonly number?: string
  readonly inForceFrom?: string
  readonly level: 'nation' | 'province' | 'city' | 'county'
  readonly about: string
  readonly words: readonly string[]
  /** ids of services that stand on it */
  readonly services: readonly string[]
  readonly source: Source
}
