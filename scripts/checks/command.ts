import { spawn } from 'node:child_process'
import { constants } from 'node:os'

export interface CommandOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMinutes: number
  /** `live` shows the output as it comes, for what takes minutes; `kept` returns it, for what is silent when all is well */
  readonly output: 'live' | 'kept'
}

export interface CommandResult {
  readonly code: number
  readonly output: string
}

/**
 * Runs a program to its end, without input.
 *
 * It leads a group of its own: what it started goes with it, when it takes too long and when we are stopped.
 */
export function runCommand(program: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const child = spawn(program, args, {
    cwd: options.cwd,
    // What is kept may be shown in a log, where colours are noise.
    env: { ...process.env, ...(options.output === 'kept' ? { NO_COLOR: '1', FORCE_COLOR: '0' } : {}), ...options.env },
    stdio: ['ignore', options.output === 'live' ? 'inherit' : 'pipe', options.output === 'live' ? 'inherit' : 'pipe'],
    detached: true,
  })
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))

  const stopGroup = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal)
    } catch {
      // It has just ended by itself.
    }
  }
  let stoppedBy: NodeJS.Signals | undefined
  const passOn = (signal: NodeJS.Signals) => {
    stoppedBy = signal
    stopGroup(signal)
  }
  process.on('SIGINT', passOn).on('SIGTERM', passOn)

  let tooLong = false
  const timer = setTimeout(() => {
    tooLong = true
    stopGroup('SIGTERM')
    setTimeout(() => stopGroup('SIGKILL'), 10_000).unref()
  }, options.timeoutMinutes * 60_000)

  return new Promise((resolve) => {
    const end = (code: number, lastWords = '') => {
      clearTimeout(timer)
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      if (stoppedBy !== undefined) process.exit(128 + constants.signals[stoppedBy])
      const note = tooLong
        ? `${program} took longer than ${options.timeoutMinutes} minutes and was stopped\n`
        : lastWords
      if (options.output === 'live' && note !== '') console.log(note.trimEnd())
      resolve({ code: tooLong ? 1 : code, output: output + note })
    }
    child.on('error', (error) => end(1, `${program} could not be started: ${error.message}\n`))
    child.on('close', (code, signal) => end(code ?? 1, signal === null ? '' : `${program} was ended by ${signal}\n`))
  })
}
