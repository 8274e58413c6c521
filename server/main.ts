import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { defineErrors, QxError } from '@qiangxian/kernel/errors/define-errors'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { type Config, options, readConfig } from './config.ts'
import type { RunningJobs } from './jobs/job-runner.ts'
import type { OpenPlatform } from './open-platform.ts'

const listenErrors = defineErrors('listen', {
  portInUse: {
    status: 500,
    zh: (e: { port: number }) => `端口 ${e.port} 已被占用。请关闭占用它的程序，或用 --port 换一个端口。`,
    en: (e) => `Port ${e.port} is in use. Stop what uses it, or choose another with --port.`,
  },
  notAllowed: {
    status: 500,
    zh: (e: { port: number; host: string }) => `不能在 ${e.host}:${e.port} 上监听。请用 --port 和 --host 换一个地址。`,
    en: (e) => `Cannot listen on ${e.host}:${e.port}. Choose another with --port and --host.`,
  },
})

const packageJson = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

await run()

async function run(): Promise<void> {
  try {
    const config = readConfig(process.argv.slice(2), process.env)
    if (config === 'help') return printHelp()
    await serve(config)
  } catch (error) {
    fail(error)
  }
}

async function serve(config: Config): Promise<void> {
  const logger = pino({
    level: config.logLevel,
    // A second fence: what must never be written is not passed to the log in the first place.
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token'],
  })
  // Loaded only now: whoever asks for help, or typed an option wrong, does not wait for all of the program.
  const [{ openPlatform }, { buildApp }, { openIdentityService }, { startJobs }, { jobs }] = await Promise.all([
    import('./open-platform.ts'),
    import('./build-app.ts'),
    import('./identity-service.ts'),
    import('./jobs/job-runner.ts'),
    import('./jobs/jobs.ts'),
  ])
  const platform = await openPlatform(config, { holder: 'server', log: (line) => logger.debug(line) })
  let app: FastifyInstance | undefined
  try {
    const setupCode = randomBytes(5).toString('hex').toUpperCase()
    app = await buildApp(platform, {
      logger: logger as FastifyBaseLogger,
      trustedProxies: config.trustedProxies,
      secure: config.publicUrl?.startsWith('https://') ?? false,
      identityService:
        config.oidc === undefined
          ? undefined
          : openIdentityService(config.oidc, new URL('/api/oidc/callback', config.publicUrl).href),
      setupCode,
      version: packageJson.version,
    })
    await listen(app, config)
    await greet(platform, config, addressOf(app), setupCode)
  } catch (error) {
    await app?.close()
    await platform.close()
    throw error
  }
  const sweeping = sweepNowAndThen(platform, logger as FastifyBaseLogger)
  // After the address is announced: whoever waits for the first page does not wait for jobs.
  const running = startJobs(platform, jobs, { logger })
  stopOnSignal(app, platform, logger as FastifyBaseLogger, { sweeping, running })
}

/** Files of refused uploads go at the start and every six hours; that this fails for once disturbs nobody. */
function sweepNowAndThen(platform: OpenPlatform, logger: FastifyBaseLogger): NodeJS.Timeout {
  const sweep = async () => {
    try {
      const removed = await platform.sweepFiles(platform.now())
      if (removed > 0) logger.info({ removed }, 'removed files that no row knows')
    } catch (error) {
      logger.warn({ err: error }, 'files were not swept')
    }
  }
  void sweep()
  return setInterval(() => void sweep(), 6 * 3_600_000).unref()
}

async function listen(app: FastifyInstance, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EADDRINUSE') throw listenErrors.portInUse({ port }, { cause })
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') throw listenErrors.notAllowed({ port, host }, { cause })
    throw cause
  }
}

function addressOf(app: FastifyInstance): string {
  const [address] = app.addresses()
  if (address === undefined || typeof address === 'string') return String(address)
  const host = address.address === '0.0.0.0' || address.address === '::' ? 'localhost' : address.address
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}

async function greet(platform: OpenPlatform, config: Config, address: string, setupCode: string): Promise<void> {
  const { county, database } = platform
  const { hasAnyAccount } = await import('@qiangxian/kernel/accounts/account.queries')
  const hasAccounts = await database.inJurisdiction(county.jurisdiction, 'read', (tx) =>
    hasAnyAccount(tx, county.jurisdiction),
  )
  const lines = [
    '',
    `  强县 Qiangxian ${packageJson.version}　${county.label}`,
    `  ${config.publicUrl ?? address}`,
    ...(county.demonstration ? demonstrationLines(platform) : []),
    ...(hasAccounts ? [] : [`  首次设置管理员 / first administrator: ${address}/setup?code=${setupCode}`]),
    '  按 Ctrl+C 停止 / Ctrl+C stops',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function demonstrationLines({ county }: OpenPlatform): string[] {
  const accounts = county.demonstrationAccounts.filter((account) => account.roles.some(({ role }) => role !== 'public'))
  return [
    '  演示数据：人物均为虚构 / demonstration data, invented people. 可试用的账号 / accounts to try:',
    ...accounts.map(({ login, password, displayName }) => `    ${login}　${password}　${displayName}`),
  ]
}

function stopOnSignal(
  app: FastifyInstance,
  platform: OpenPlatform,
  logger: FastifyBaseLogger,
  { sweeping, running }: { readonly sweeping: NodeJS.Timeout; readonly running: Promise<RunningJobs> },
): void {
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    logger.info({ signal }, 'stopping')
    clearInterval(sweeping)
    // Requests in hand are answered; what takes longer than ten seconds is cut off, and its transaction undone.
    const limit = setTimeout(() => process.exit(1), 10_000)
    // A browser keeps its connection open after the answer, and the server would wait for it for more than a minute.
    const hangingUp = setInterval(() => app.server.closeIdleConnections(), 100)
    const stopJobs = async () => (await running).stop()
    await Promise.all([app.close(), stopJobs()])
    clearInterval(hangingUp)
    await platform.close()
    clearTimeout(limit)
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
}

function printHelp(): void {
  const lines = Object.entries(options).map(([name, { env, about }]) => `  --${name.padEnd(18)}${about}（${env}）`)
  process.stdout.write(`npm start -- [...]\n${lines.join('\n')}\n`)
}

/** One clear line, and an exit code that is not 0. What is not our own error is a mistake of ours: it shows its stack. */
function fail(error: unknown): void {
  if (error instanceof QxError) {
    process.stderr.write(`${error.messageIn('zh')}\n${error.messageIn('en')}\n`)
    for (const { path, message } of error.problems) process.stderr.write(`  ${path} ${message.zh} / ${message.en}\n`)
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
  process.exitCode = 1
}
