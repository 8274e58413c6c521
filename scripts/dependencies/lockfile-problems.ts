import { isAcceptable } from './dependency-problems.ts'

export interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly license?: string
  readonly engines?: Readonly<Record<string, string>>
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/**
 * Packages that claim to need a newer Node than ours and do run on it, by name and version.
 *
 * Each was tried: our own tests go through it on Node 20. A new version is a new claim and asks for a new trial.
 */
const TRIED_ON_NODE_20: ReadonlySet<string> = new Set(['content-disposition@3.1.0', 'cookie@2.0.2', 'nanoid@6.0.2'])

/** What is wrong with package-lock.json: everything that npm installs, not only what we ask for by name. */
export function lockfileProblems({ packages }: Lockfile): string[] {
  return Object.entries(packages)
    .filter(([place]) => place.split('/').includes('node_modules'))
    .filter(([, entry]) => entry.link !== true)
    .flatMap(([place, entry]) => packageProblems(place, entry))
}

function packageProblems(place: string, entry: LockedPackage): string[] {
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const shipped = entry.dev !== true && entry.devOptional !== true
  return [
    ...(entry.resolved === undefined
      ? []
      : [`${name} carries an address (${entry.resolved}): it would tie everybody to one registry; remove "resolved"`]),
    ...(entry.integrity === undefined ? [`${name} has no integrity: nobody would notice another content`] : []),
    ...(entry.license === undefined || isAcceptable(entry.license, shipped)
      ? []
      : [`${name} is under ${entry.license}, which is not permissive`]),
    ...(refusesNode20(entry) && !TRIED_ON_NODE_20.has(`${name}@${entry.version}`)
      ? [
          `${name}@${entry.version} asks for Node ${entry.engines?.['node']}: take an older version, or try it on Node 20`,
        ]
      : []),
  ]
}

/** No alternative of the range lets Node 20 in. Ranges of this kind are short; npm's full grammar is not needed. */
export function refusesNode20({ engines }: LockedPackage): boolean {
  const range = engines?.['node']
  if (range === undefined) return false
  return !range.split('||').some((alternative) =>
    [...alternative.matchAll(/(>=|>|<=|<|\^|~|=)?\s*v?(\d+)(?:\.[\dx*]+)*/g)].every(([, operator, digits]) => {
      const major = Number(digits)
      if (operator === '>=' || operator === '>') return major <= 20
      if (operator === '<' || operator === '<=') return major > 20 || (operator === '<=' && major === 20)
      return major === 20
    }),
  )
}
