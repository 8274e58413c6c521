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

// biome-ignore lint/suspicious/noExplicitAny: the details differ from error to error; each caller sees its own type
type Declarations = Record<string, ErrorDeclaration<any>>

type Factories<D extends Declarations> = {
  readonly [K in keyof D]: D[K] extends ErrorDeclaration<infer Details>
    ? (
        details: Details,
        extra?: { problems?: readonly FieldProblem[]; retryAfterSeconds?: number; cause?: unknown },
      ) => QxError
    : never
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
export function defineErrors<const D extends Declarations>(area: string, declarations: D): Factories<D> {
  const factories = Object.entries(declarations).map(([name, declaration]) => [
    name,
    (details: unknown, extra?: ConstructorParameters<typeof QxError>[3]) =>
      new QxError(
        `${area}.${name}`,
        declaration.status,
        { zh: declaration.zh(details), en: declaration.en(details) },
        extra,
      ),
  ])
  return Object.fromEntries(factories) as Factories<D>
}
