import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCommand } from './command.ts'

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin']
const MAC_PROGRAM = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/**
 * The browser for the journeys as CHROMIUM_PATH, from where Playwright's launcher takes it.
 *
 * On Debian and its kin root gets the packages that are missing: the browser, and a Chinese font, without which every
 * text would be boxes and every width wrong.
 */
export async function provideChromium(): Promise<{ env: { CHROMIUM_PATH: string } } | { problem: string }> {
  const missing = [
    ...(findChromium() === undefined ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ]
  if (missing.length > 0 && canInstall()) await install(missing)

  const path = findChromium()
  if (path !== undefined) return { env: { CHROMIUM_PATH: path } }
  return {
    problem:
      '找不到浏览器：请安装 Chromium，或用 CHROMIUM_PATH 指明其位置 / no browser found: install Chromium (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH',
  }
}

/** CHROMIUM_PATH where it is set, even if nothing is there: somebody who names a browser wants that one. */
export function findChromium(
  env: Readonly<Record<string, string | undefined>> = process.env,
  isProgram: (path: string) => boolean = isExecutable,
): string | undefined {
  const named = env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''), ...USUAL_FOLDERS]
  const paths = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)))
  return [...paths, MAC_PROGRAM].find(isProgram)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Only where fontconfig can be asked or installed; elsewhere (macOS, Windows) the system brings Chinese fonts. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  const list = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return list.status === 0 && list.stdout.trim() !== ''
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
}

async function install(names: readonly string[]): Promise<void> {
  console.log(`正在安装 ${names.join('、')} / installing ${names.join(', ')}`)
  const options = { cwd: '/', env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMinutes: 15, output: 'kept' } as const
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']
  const update = await runCommand('apt-get', [...wait, 'update'], options)
  const installation = await runCommand(
    'apt-get',
    [...wait, 'install', '--yes', '--no-install-recommends', ...names],
    options,
  )
  // A failed update matters only when the installation then fails too.
  if (installation.code !== 0) console.log(`${update.output}${installation.output}`)
}
