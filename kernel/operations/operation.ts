import type { Static, TSchema } from 'typebox'
import type { Permission } from '../accounts/roles.ts'
import type { Localized } from '../errors/define-errors.ts'
import type { CommandContext, Preparation, QueryContext } from './context.ts'

/**
 * An operation is one capability of the platform, declared once.
 *
 * From the declaration come the HTTP route with its OpenAPI page, the `qx` command, the permission table that the
 * tests walk, and the input check. All ways in call the same `run`.
 *
 * - a *query* reads, and never writes
 * - a *command* runs in one transaction and writes the row and its journal entry, or changes nothing and says so
 */
interface OperationDeclaration<Input extends TSchema, Output extends TSchema> {
  /** stable, `subject.verb`: it stands in the journal, in logs and in the CLI */
  readonly id: string
  readonly label: Localized
  /** what it is for, for the API page and `qx help` */
  readonly about: Localized
  /** who may try; what they may see is decided again where things are looked up */
  readonly permission: Permission
  readonly route: Route
  /** words of the command line: `plan show` */
  readonly cli?: string
  /** path parameters, query and body in one object; a name is unique among them */
  readonly input: Input
  readonly output: Output
}

export interface UploadDeclaration {
  readonly maximumBytes: number
  /** a table to be imported, which may be larger than other files (evidence-limits.ts) */
  readonly kind?: 'table'
  /**
   * Asked before the first byte is received, with the parameters of the path: throws where nothing is taken from this
   * person. Where everybody may try, it keeps the disk from being filled for a thing that is not theirs.
   */
  readonly admits?: (context: QueryContext, parameters: Readonly<Record<string, unknown>>) => Promise<void>
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** below /api, parameters as `:name` */
  readonly path: `/${string}`
}

export interface QueryDeclaration<Input extends TSchema, Output extends TSchema>
  extends OperationDeclaration<Input, Output> {
  /**
   * What it finds can be guessed, and wrong guesses are counted (kernel/throttles): its transaction may write, and a count
   * stays where it refuses by `KeptRefusal`. It changes nothing else.
   */
  readonly countsGuesses?: true
  readonly run: (context: QueryContext, input: Static<Input>) => Promise<Static<Output>>
}

export interface CommandDeclaration<Input extends TSchema, Output extends TSchema, Prepared = undefined>
  extends OperationDeclaration<Input, Output> {
  /** set when the command takes one file; it is received and judged before anything else happens */
  readonly upload?: UploadDeclaration
  /** slow work on the input before the transaction begins, such as reading a document; it changes nothing */
  readonly prepare?: (preparation: Preparation, input: Static<Input>) => Promise<Prepared>
  readonly run: (context: CommandContext, input: Static<Input>, prepared: Prepared) => Promise<Static<Output>>
}

export interface Query<Input extends TSchema = TSchema, Output extends TSchema = TSchema>
  extends QueryDeclaration<Input, Output> {
  readonly kind: 'query'
}

export interface Command<Input extends TSchema = TSchema, Output extends TSchema = TSchema, Prepared = unknown>
  extends CommandDeclaration<Input, Output, Prepared> {
  readonly kind: 'command'
}

/** Operations of any input and output, as lists hold them; the types of each are checked where it is defined. */
export type Operation =
  // biome-ignore lint/suspicious/noExplicitAny: a list of operations with different inputs has no common input type
  Query<any, any> | Command<any, any, any>

/** Declares a reading operation. */
export function defineQuery<Input extends TSchema, Output extends TSchema>(
  declaration: QueryDeclaration<Input, Output>,
): Query<Input, Output> {
  return { kind: 'query', ...declaration }
}

/** Declares a changing operation: one transaction, with its journal entry. */
export function defineCommand<Input extends TSchema, Output extends TSchema, Prepared = undefined>(
  declaration: CommandDeclaration<Input, Output, Prepared>,
): Command<Input, Output, Prepared> {
  return { kind: 'command', ...declaration }
}
