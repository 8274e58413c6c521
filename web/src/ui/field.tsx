import { cloneElement, type ReactElement, type ReactNode, useId } from 'react'
import { useCommon } from '../i18n/common.texts.ts'

interface ControlProps {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
}

interface FieldProps {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | undefined
  /** one native control */
  readonly children: ReactElement<ControlProps>
  readonly id?: string
}

/** Label above, help below, the error beside the control that it belongs to. */
export function Field({ label, help, error, children, id }: FieldProps) {
  const own = useId()
  const control = id ?? own
  const described = [help === undefined ? '' : `${control}-help`, error === undefined ? '' : `${control}-error`]
    .filter((part) => part !== '')
    .join(' ')
  const props: ControlProps = {
    id: control,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(error === undefined ? {} : { 'aria-invalid': true }),
  }
  return (
    <div className={error === undefined ? 'field' : 'field bad'}>
      <label htmlFor={control}>{label}</label>
      {cloneElement(children, props)}
      {help === undefined ? null : (
        <p className="field-help" id={`${control}-help`}>
          {help}
        </p>
      )}
      {error === undefined ? null : (
        <p className="field-error" id={`${control}-error`}>
          <i aria-hidden="true">■</i> {error}
        </p>
      )}
    </div>
  )
}

export interface FieldError {
  readonly id: string
  readonly message: string
}

/** All errors of a form on top, each a link to its field. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const common = useCommon()
  if (errors.length === 0) return null
  return (
    <div className="refusal" role="alert">
      <p>{common.problemsTitle(errors.length)}</p>
      <ul>
        {errors.map((error) => (
          <li key={error.id}>
            <a
              href={`#${error.id}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(error.id)?.focus()
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
