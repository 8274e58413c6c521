/**
 * Errors that tell the reader what to do next.
 *
 * An area declares its errors once, with a stable code (`plan.alreadyAdopted`), an HTTP status and a message in both
 * languages. Expected outcomes of a decision are values; these are for acts that cannot be done.
 */

export type Language = 'zh' | 'en'
export type Localized = Readonly<Record<Language, string>>

/** A thing wrong with one field of the input: where it stands, and what to do about it. */
export interface FieldProblem {
  /** JSON pointer into the input, `/effectiveFrom` */
  readonly path: string
  readonly message: Localized
}

export class QxError extends Error {
  readonly code: string
  readonly status: number
  readonly localized: Localized
  readonly problems: readonly FieldProblem[]
  /** seconds after which another try may succeed; set for throttling */
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: string,
    status: number,
    localized: Localized,
    extra: { problems?: readonly FieldProblem[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(localized.zh, extra.cause === undefined ? undefined : { cause: extra.cause })
    this.name = 'QxError'
    this.code = code
    this.status = status
    this.localized = localized
    this.problems = extra.problems ?? []
    this.retryAfterSeconds = extra.retryAfterSeconds
  }

  messageIn(language: Language): string {
    return this.localized[language]
  }
}

interface ErrorDeclaration<Details> {
  readonly status: number
  readonly zh: (details: Details) => string
  readonly en: (details: Details) => string
}

type Extra = NonNullable<ConstructorParameters<typeof QxError>[3]>

type Factories<Details> = {
  readonly [Name in keyof Details]: (details: Details[Name], extra?: Extra) => QxError
}

/**
 * Declares the errors of one area; each becomes a function that makes the error.
 *
 * @example
 * const planErrors = defineErrors('plan', {
 *   alreadyAdopted: {
 *     status: 409,
 *     zh: (e: { title: string }) => `《${e.title}》已经采纳。如需改动，请新建修订。`,
 *     en: (e: { title: string }) => `“${e.title}” is already adopted. Start an amendment to change it.`,
 *   },
 * })
 * throw planErrors.alreadyAdopted({ title })
 */
export function defineErrors<Details extends Record<string, unknown>>(
  area: string,
  declarations: { readonly [Name in keyof Details]: ErrorDeclaration<Details[Name]> },
): Factories<Details> {
  const factories = Object.entries<ErrorDeclaration<never>>(declarations).map(([name, { status, zh, en }]) => [
    name,
    (details: never, extra?: Extra) =>
      new QxError(`${area}.${name}`, status, { zh: zh(details), en: en(details) }, extra),
  ])
  return Object.fromEntries(factories) as Factories<Details>
}
