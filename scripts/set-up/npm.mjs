import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { basename } from 'node:path'

/**
 * Runs npm with its output on ours and returns its exit code. Nothing of it is left running when we are stopped.
 *
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runNpm(root, args) {
  const [program, ...before] = npmCommand()
  const child = spawn(program, [...before, ...args], {
    cwd: root,
    env: environmentForNpm(),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && before.length === 0,
  })
  /** @type {NodeJS.Signals | undefined} */
  let stoppedBy
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    stoppedBy = signal
    child.kill(signal)
  }
  process.on('SIGINT', passOn).on('SIGTERM', passOn)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      // npm puts back what it had begun and ends with a code of its own; we end as a shell expects it.
      if (stoppedBy !== undefined) process.exit(128 + constants.signals[stoppedBy])
      resolve(code ?? 1)
    })
  })
}

/**
 * The npm that started us, else the one in the path.
 *
 * @returns {[string, ...string[]]}
 */
function npmCommand() {
  const npm = process.env['npm_execpath']
  return npm !== undefined && basename(npm) === 'npm-cli.js' ? [process.execPath, npm] : ['npm']
}

/** Our own options, which npm puts into the environment of a script (`npm start --port=8080`), are not npm's. */
function environmentForNpm() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'npm_config_port'))
}
