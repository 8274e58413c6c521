import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { OutsideSettings } from '@qiangxian/kernel/channels/open-outside'
import { defineErrors } from '@qiangxian/kernel/errors/define-errors'
import { isKey } from '@qiangxian/kernel/personal-data/master-key'
import type { OidcSettings } from './identity-service.ts'

/** Everything that can be set from outside, each with a sentence, a safe default and a check. */
export interface Config {
  /** port to listen on; 0 takes a free one */
  readonly port: number
  /** address to listen on; this machine only unless an operator opens it */
  readonly host: string
  /** folder of the embedded database and of the stored files */
  readonly dataDir: string
  /** a PostgreSQL of one's own; undefined for the embedded one */
  readonly databaseUrl: string | undefined
  /** start without demonstration data: the first page creates the administrator */
  readonly empty: boolean
  /** true: the first start of a demonstration leaves the registers empty */
  readonly withoutRecords: boolean
  /** folder of the county */
  readonly countyDir: string
  /** address under which users reach the platform, when a proxy stands before it: cookies are then `Secure` */
  readonly publicUrl: string | undefined
  /** addresses of proxies whose X-Forwarded-For is believed */
  readonly trustedProxies: readonly string[]
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  readonly clamdSocket: string | undefined
  /** the master key of personal data; undefined: a file of the data folder, made at the first start */
  readonly personalDataKey: string | undefined
  /** seal, mail, telephone messages, webhooks, fonts */
  readonly outside: OutsideSettings
  /** an identity service beside our own passwords; undefined where there is none */
  readonly oidc: OidcSettings | undefined
}

export const configErrors = defineErrors('config', {
  wrong: {
    status: 500,
    zh: (e: { problems: readonly string[] }) => `启动参数有误：${e.problems.join('；')}`,
    en: (e) => `The start options cannot be used: ${e.problems.join('; ')}`,
  },
})

const root = fileURLToPath(new URL('..', import.meta.url))

/** What each option is for; `--help` and the documentation print this. */
export const options = {
  port: { type: 'string', env: 'QX_PORT', about: '端口，默认 8320 / port, 8320 by default' },
  host: { type: 'string', env: 'QX_HOST', about: '监听地址，默认 127.0.0.1 / address to listen on' },
  data: { type: 'string', env: 'QX_DATA', about: '数据目录，默认 ./data / folder of database and files' },
  'database-url': {
    type: 'string',
    env: 'DATABASE_URL',
    about: 'PostgreSQL 15+ 地址，缺省用内置数据库 / a PostgreSQL of one’s own',
  },
  empty: { type: 'boolean', env: 'QX_EMPTY', about: '不载入演示数据 / no demonstration data' },
  'without-records': {
    type: 'boolean',
    env: 'QX_WITHOUT_RECORDS',
    about:
      '演示数据不含名录记录，首次启动更快 / a demonstration with empty registers, which starts sooner the first time',
  },
  county: { type: 'string', env: 'QX_COUNTY', about: '县域文件夹，默认 counties/yixing / folder of the county' },
  'public-url': { type: 'string', env: 'QX_PUBLIC_URL', about: '对外网址，有反向代理时填写 / address seen by users' },
  'trusted-proxies': { type: 'string', env: 'QX_TRUSTED_PROXIES', about: '可信代理地址，逗号分隔 / trusted proxies' },
  'log-level': {
    type: 'string',
    env: 'QX_LOG_LEVEL',
    about: '日志级别，默认 info，终端上 warn / log level, info by default and warn at a terminal',
  },
  'clamd-socket': { type: 'string', env: 'CLAMD_SOCKET', about: 'ClamAV 套接字 / socket of clamd' },
  'personal-data-key': {
    type: 'string',
    env: 'QX_PERSONAL_DATA_KEY',
    about:
      '个人信息密钥，64 位十六进制，宜用环境变量；缺省用数据目录中的 personal-data.key / key of personal data, 64 hex digits; better given by the variable',
  },
  'smtp-url': {
    type: 'string',
    env: 'QX_SMTP_URL',
    about:
      '邮件服务器 smtp(s)://账号:密码@主机:端口，宜用环境变量，须同时填写 --mail-from；缺省不发邮件 / mail server; no mail without it',
  },
  'mail-from': {
    type: 'string',
    env: 'QX_MAIL_FROM',
    about: '发件人，如“宜兴知识产权 <no-reply@example.org>” / sender of mail',
  },
  'sms-url': {
    type: 'string',
    env: 'QX_SMS_URL',
    about:
      '短信网关地址，须同时填写 --sms-secret；缺省不发短信，手机验证码只在演示时可用 / gateway of telephone messages; none are sent without it',
  },
  'sms-secret': {
    type: 'string',
    env: 'QX_SMS_SECRET',
    about: '短信网关签名密钥，至少 16 个字符，宜用环境变量 / secret by which posts to the gateway are signed',
  },
  'private-webhooks': {
    type: 'boolean',
    env: 'QX_PRIVATE_WEBHOOKS',
    about: '允许向内网地址和 http 地址推送 / webhooks may lead into the private network and need no https',
  },
  fonts: {
    type: 'string',
    env: 'QX_FONTS',
    about:
      '字体目录，放入仿宋_GB2312、方正小标宋等有授权的字体后 PDF 优先使用；缺省用自带的思源字体 / folder with licensed fonts for PDF',
  },
  'oidc-issuer': {
    type: 'string',
    env: 'QX_OIDC_ISSUER',
    about: '统一身份认证（OIDC）地址，须同时填写以下三项和 --public-url / issuer of an identity service',
  },
  'oidc-client-id': {
    type: 'string',
    env: 'QX_OIDC_CLIENT_ID',
    about: '在统一身份认证登记的应用编号 / client id, registered with the callback PUBLIC-URL/api/oidc/callback',
  },
  'oidc-client-secret': {
    type: 'string',
    env: 'QX_OIDC_CLIENT_SECRET',
    about: '应用密钥，宜用环境变量 / client secret; better given by the variable, where other users cannot read it',
  },
  'oidc-label': {
    type: 'string',
    env: 'QX_OIDC_LABEL',
    about: '登录页按钮上的名称，如“江苏政务服务” / what the button on the sign-in page says',
  },
  help: { type: 'boolean', env: 'QX_HELP', about: '显示本说明 / show this' },
} as const

/** A person at a terminal reads the address and troubles; a log collector gets every request. */
const usualLevel = process.stdout.isTTY ? 'warn' : 'info'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

function isSet(value: string | undefined): boolean {
  return ['', 'true', '1', 'yes'].includes(value ?? 'no')
}

/**
 * The configuration from command line and environment; the command line wins.
 *
 * @throws config.wrong with every problem at once
 */
export function readConfig(argv: readonly string[], env: NodeJS.ProcessEnv): Config | 'help' {
  const values = readValues(argv, env)
  if (values.get('help') !== undefined) return 'help'
  const problems: string[] = []
  const port = Number(values.get('port') ?? 8320)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push(`--port ${values.get('port')}：端口应为 0 至 65535 的整数 / must be 0 to 65535`)
  }
  const databaseUrl = values.get('database-url')
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    problems.push('--database-url：应以 postgres:// 开头 / must begin with postgres://')
  }
  const publicUrl = values.get('public-url')
  if (publicUrl !== undefined && !/^https?:\/\//.test(publicUrl)) {
    problems.push('--public-url：应以 http:// 或 https:// 开头 / must begin with http:// or https://')
  }
  const personalDataKey = values.get('personal-data-key')
  if (personalDataKey !== undefined && !isKey(personalDataKey)) {
    problems.push('--personal-data-key：应为 64 位十六进制，可用 openssl rand -hex 32 生成 / must be 64 hex digits')
  }
  const level = logLevels.find((each) => each === (values.get('log-level') ?? usualLevel))
  if (level === undefined) problems.push(`--log-level：只能是 ${logLevels.join('、')} / unknown level`)
  const oidc = readOidc(values, problems)
  const outside = readOutside(values, problems)
  if (problems.length > 0 || level === undefined) throw configErrors.wrong({ problems })
  return {
    port,
    host: values.get('host') ?? '127.0.0.1',
    dataDir: resolve(values.get('data') ?? `${root}data`),
    databaseUrl,
    empty: isSet(values.get('empty')),
    withoutRecords: isSet(values.get('without-records')),
    countyDir: resolve(values.get('county') ?? `${root}counties/yixing`),
    publicUrl,
    trustedProxies: (values.get('trusted-proxies') ?? '').split(',').filter((part) => part !== ''),
    logLevel: level,
    clamdSocket: values.get('clamd-socket'),
    personalDataKey,
    outside,
    oidc,
  }
}

/** Mail needs server and sender, telephone messages address and secret: half of either is a mistake. */
function readOutside(values: ReadonlyMap<string, string>, problems: string[]): OutsideSettings {
  const [smtpUrl, from] = [values.get('smtp-url'), values.get('mail-from')]
  const [smsUrl, secret] = [values.get('sms-url'), values.get('sms-secret')]
  if ((smtpUrl === undefined) !== (from === undefined)) {
    problems.push('--smtp-url、--mail-from：发邮件须两项都填写 / mail needs both')
  }
  if (smtpUrl !== undefined && !/^smtps?:\/\//.test(smtpUrl)) {
    problems.push('--smtp-url：应以 smtp:// 或 smtps:// 开头 / must begin with smtp:// or smtps://')
  }
  if (from !== undefined && !/^[^\r\n]*[^\s@]@[^\s@]+$/.test(from)) {
    problems.push('--mail-from：应为邮箱，或“名称 <邮箱>” / must be an address, or “name <address>”')
  }
  if ((smsUrl === undefined) !== (secret === undefined)) {
    problems.push('--sms-url、--sms-secret：发短信须两项都填写 / telephone messages need both')
  }
  if (smsUrl !== undefined && !(URL.canParse(smsUrl) && /^https?:\/\//.test(smsUrl))) {
    problems.push('--sms-url：应为 http(s):// 地址 / must be an http(s):// address')
  }
  if (secret !== undefined && secret.length < 16) {
    problems.push('--sms-secret：至少 16 个字符，可用 openssl rand -hex 32 生成 / must have 16 characters or more')
  }
  const fonts = values.get('fonts')
  if (fonts !== undefined && !isFolder(fonts)) {
    problems.push(`--fonts ${fonts}：没有这个文件夹 / there is no such folder`)
  }
  return {
    publicUrl: values.get('public-url'),
    mail: smtpUrl === undefined || from === undefined ? undefined : { url: smtpUrl, from },
    sms: smsUrl === undefined || secret === undefined ? undefined : { url: smsUrl, secret },
    privateWebhooks: isSet(values.get('private-webhooks')),
    fonts: fonts === undefined ? undefined : resolve(fonts),
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** All four or none; with the address of our own, to which the service sends people back. */
function readOidc(values: ReadonlyMap<string, string>, problems: string[]): OidcSettings | undefined {
  const names = ['oidc-issuer', 'oidc-client-id', 'oidc-client-secret', 'oidc-label'] as const
  const [issuer, clientId, clientSecret, label] = names.map((name) => values.get(name))
  if (names.every((name) => values.get(name) === undefined)) return undefined
  const missing = [...names, 'public-url' as const].filter((name) => values.get(name) === undefined)
  if (missing.length > 0) {
    const options = missing.map((name) => `--${name}`).join(' ')
    problems.push(`统一身份认证还缺 ${options}，请一并填写 / an identity service also needs ${options}`)
  }
  if (issuer !== undefined && !isTrustworthy(issuer)) {
    problems.push('--oidc-issuer：应为 https:// 地址 / must be an https:// address')
  }
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || label === undefined)
    return undefined
  return { issuer, clientId, clientSecret, label }
}

/** Over TLS, or on this machine, as in tests. */
function isTrustworthy(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))
}

function readValues(argv: readonly string[], env: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [name, option] of Object.entries(options)) {
    const set = env[option.env]
    if (set !== undefined && set !== '') values.set(name, set)
  }
  try {
    const known = Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]))
    const parsed = parseArgs({ args: [...argv], options: known, strict: true, allowPositionals: false })
    for (const [name, value] of Object.entries(parsed.values)) values.set(name, value === true ? '' : String(value))
  } catch (error) {
    throw configErrors.wrong({ problems: [error instanceof Error ? error.message : String(error)] })
  }
  return values
}
