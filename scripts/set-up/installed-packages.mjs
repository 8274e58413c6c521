import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './npm.mjs'
import { SetUpError } from './set-up-error.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 * @typedef {{ platform: string, arch: string, libc?: string | undefined }} Machine
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Does node_modules hold what package-lock.json asks for?
 *
 * npm itself keeps the answer in node_modules/.package-lock.json, which it writes last: an interrupted installation
 * has none, and somebody who ran `npm install` by hand is believed.
 *
 * @param {string} root
 */
export function packagesAreInstalled(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  return missingPackages(readLockfile(join(root, 'package-lock.json')), readLockfile(installedFile)).length === 0
}

/**
 * Places in node_modules where something else is installed than the lockfile says.
 *
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 * @param {Machine} machine
 */
export function missingPackages(wanted, installed, machine = thisMachine()) {
  return Object.entries(wanted.packages ?? {})
    .filter(([place]) => place.split('/').includes('node_modules'))
    .filter(([place, entry]) => {
      const found = installed.packages?.[place]
      if (found === undefined) return !mayBeMissing(entry, machine)
      return found.version !== entry.version || found.integrity !== entry.integrity || found.link !== entry.link
    })
    .map(([place]) => place)
}

/** @param {string} root */
export async function installPackages(root) {
  console.log('正在安装依赖，首次需要一两分钟 / installing the packages, a minute or two the first time')
  // NODE_ENV=production would leave out tsx, which runs the server, and vite, which builds its pages.
  const code = await runNpm(root, [
    'ci',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
  ])
  if (code !== 0) {
    throw new SetUpError(
      '依赖安装失败（npm ci），原因见上；请检查网络与 npm 镜像设置后再试 / npm ci failed, see above: check the network and the registry setting of npm, then try again',
    )
  }
}

/**
 * npm leaves out optional packages for other systems, and what only they need.
 * One that names this very system must be there, or a checkout carried over from another computer would seem complete.
 *
 * @param {LockedPackage} entry
 * @param {Machine} machine
 */
function mayBeMissing({ optional, os, cpu, libc }, machine) {
  const namesThisMachine =
    os?.includes(machine.platform) === true &&
    cpu?.includes(machine.arch) === true &&
    (libc === undefined || machine.libc === undefined || libc.includes(machine.libc))
  return optional === true && !namesThisMachine
}

/** @returns {Machine} */
function thisMachine() {
  const { platform, arch } = process
  if (platform !== 'linux') return { platform, arch }
  const isMusl = readdirSync('/lib').some((name) => name.startsWith('ld-musl-'))
  return { platform, arch, libc: isMusl ? 'musl' : 'glibc' }
}

/**
 * @param {string} file
 * @returns {Lockfile}
 */
function readLockfile(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
