import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WORKSPACES } from '../source/source-files.ts'

/** A package of others that a workspace asks for by name. */
export interface DirectDependency {
  readonly name: string
  /** as package.json has it */
  readonly version: string
  /** the package.json that asks */
  readonly askedBy: string
  /** goes to those who run the platform, and is not only a tool of those who build it */
  readonly shipped: boolean
  /** the licence field of the installed package; undefined when it has none or is not installed */
  readonly licence: string | undefined
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly license?: unknown
}

/** What the root and every workspace ask for, except each other. */
export function directDependencies(root: string): DirectDependency[] {
  return ['', ...WORKSPACES].flatMap((folder) => {
    const askedBy = join(folder, 'package.json')
    const manifest = readManifest(join(root, askedBy))
    const shipped = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies }
    return [
      ...Object.entries(shipped).map(([name, version]) => ({ name, version, shipped: true })),
      ...Object.entries(manifest.devDependencies ?? {}).map(([name, version]) => ({ name, version, shipped: false })),
    ]
      .filter(({ name }) => !name.startsWith('@qiangxian/'))
      .map((dependency) => ({ ...dependency, askedBy, licence: installedLicence(root, folder, dependency.name) }))
  })
}

function installedLicence(root: string, folder: string, name: string): string | undefined {
  const places = [join(root, folder, 'node_modules', name), join(root, 'node_modules', name)]
  const place = places.find((each) => existsSync(join(each, 'package.json')))
  if (place === undefined) return undefined
  const { license } = readManifest(join(place, 'package.json'))
  return typeof license === 'string' ? license : undefined
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}
