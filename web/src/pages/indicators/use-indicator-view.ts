import { useNavigate, useSearch } from '@tanstack/react-router'

/** What stands open on a page of an indicator. It is in the address, so that it can be sent to somebody. */
export interface IndicatorView {
  /** unit whose figure is shown; the county where it is left out */
  readonly unit?: string
  /** part of the formula whose records are open; `all` for the whole of it */
  readonly records?: string
  /** `no`: the records that do not count */
  readonly counts?: 'no'
  /** step of the waterfall whose records are open */
  readonly step?: string
  readonly from?: string
  readonly to?: string
  /** day of the records and of the figures; today where it is left out */
  readonly at?: string
}

export interface ViewControl {
  readonly view: IndicatorView
  readonly set: (part: { readonly [K in keyof IndicatorView]?: IndicatorView[K] | undefined }) => void
  /** opening leaves a step in the history, so that 后退 closes again */
  readonly open: (part: { readonly [K in keyof IndicatorView]?: IndicatorView[K] | undefined }) => void
}

/** Works on the page of an indicator and on the page of a target that shows the same parts. */
export function useIndicatorView(): ViewControl {
  const view: IndicatorView = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = (part: object, replace: boolean) =>
    void navigate({
      to: '.',
      search: Object.fromEntries(
        Object.entries({ ...view, ...part }).filter(([, value]) => value !== undefined && value !== ''),
      ),
      replace,
      resetScroll: false,
    })
  return { view, set: (part) => go(part, true), open: (part) => go(part, false) }
}

/** The names that belong to a view, read from an address. */
export function readIndicatorView(search: Readonly<Record<string, unknown>>): IndicatorView {
  const names = ['unit', 'records', 'step', 'from', 'to', 'at'] as const
  const texts = Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
  return search['counts'] === 'no' ? { ...texts, counts: 'no' } : texts
}
