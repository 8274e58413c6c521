import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { Crash, NotFound } from './crash.tsx'
import { Frame } from './frame.tsx'

/** What every file of routes hangs its pages on. */
export const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: Crash })

export type Search = Readonly<Record<string, unknown>>

export const text = (search: Search, key: string) => (typeof search[key] === 'string' ? search[key] : undefined)

/** Leaves out what is not set, so that the address stays short. */
export const present = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

export const page = <P extends string>(
  path: P,
  load: () => Promise<Record<string, React.ComponentType>>,
  name: string,
) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) })
