import { spawn } from 'node:child_process'
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
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    child.kill(signal)
  }
  process.on('SIGINT', passOn).on('SIGTERM', passOn)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      // Stopped together with it: go as a shell expects it, so that the locks of this process are dropped.
      if (signal === 'SIGINT') process.exit(130)
      if (signal === 'SIGTERM') process.exit(143)
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
