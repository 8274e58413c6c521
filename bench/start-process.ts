import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { benchKey } from './bench-platform.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A program of the house as a child process; resolves when its output has the words waited for. */
export async function startProgram(
  script: string,
  args: readonly string[],
  ready: RegExp,
): Promise<{ match: RegExpExecArray; child: ChildProcess; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [...(script.endsWith('.ts') ? ['--import', 'tsx'] : []), script, ...args], {
    cwd: root,
    env: { ...process.env, QX_PERSONAL_DATA_KEY: benchKey },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
      const found = ready.exec(output)
      if (found !== null) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${output}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { match, child, stop }
}
