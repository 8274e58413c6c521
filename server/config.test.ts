import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Config, options, readConfig } from './config.ts'

const read = (argv: readonly string[], env: Record<string, string> = {}) => readConfig(argv, env) as Config

describe('start options (启动参数)', () => {
  it('have safe values where nothing is said: this machine only, the embedded database, the demonstration', () => {
    expect(read([])).toMatchObject({
      ...{ port: 8320, host: '127.0.0.1', databaseUrl: undefined, empty: false, publicUrl: undefined },
      ...{ trustedProxies: [], clamdSocket: undefined, oidc: undefined },
      dataDir: resolve(import.meta.dirname, '../data'),
      countyDir: resolve(import.meta.dirname, '../counties/yixing'),
    })
  })

  it('come from the environment, and the command line wins', () => {
    expect(read([], { QX_PORT: '9000', QX_HOST: '0.0.0.0' })).toMatchObject({ port: 9000, host: '0.0.0.0' })
    expect(read(['--port', '9001'], { QX_PORT: '9000' }).port).toBe(9001)
    expect(read([], { QX_PORT: '' }).port).toBe(8320)
  })

  it.each([
    [[], {}, false],
    [['--empty'], {}, true],
    [[], { QX_EMPTY: 'true' }, true],
    [[], { QX_EMPTY: '1' }, true],
    [[], { QX_EMPTY: 'false' }, false],
    [[], { QX_EMPTY: '0' }, false],
  ])('%j with %j starts empty: %s', (argv, env, empty) => {
    expect(read(argv, env).empty).toBe(empty)
  })

  it('list proxies by commas', () => {
    expect(read(['--trusted-proxies', '10.0.0.1,10.0.0.2']).trustedProxies).toEqual(['10.0.0.1', '10.0.0.2'])
  })

  it('of mail and telephone messages come in pairs, and nothing leaves the machine without them', () => {
    expect(read([]).outside).toEqual({
      ...{ publicUrl: undefined, mail: undefined, sms: undefined, privateWebhooks: false, fonts: undefined },
    })
    const env = { QX_SMTP_URL: 'smtp://mail.example:587', QX_MAIL_FROM: '平台 <a@example.org>' }
    expect(read(['--private-webhooks'], env).outside).toMatchObject({
      mail: { url: 'smtp://mail.example:587', from: '平台 <a@example.org>' },
      privateWebhooks: true,
    })
    const wrong =
      (...argv: string[]) =>
      () =>
        readConfig(argv, {})
    expect(wrong('--smtp-url', 'smtp://mail.example')).toThrow(/--mail-from：发邮件须两项都填写/)
    expect(wrong('--smtp-url', 'http://x', '--mail-from', 'nobody')).toThrow(/应以 smtp:\/\/.*应为邮箱/s)
    expect(wrong('--sms-url', 'https://sms.example')).toThrow(/--sms-secret：发短信须两项都填写/)
    expect(wrong('--sms-url', 'sms', '--sms-secret', 'short')).toThrow(/应为 http\(s\).*至少 16 个字符/s)
    expect(wrong('--fonts', '/no/such/folder')).toThrow(/没有这个文件夹/)
  })

  it('that cannot be used are all named at once, with option and remedy, and no password', () => {
    const wrong = ['--port', '-1', '--database-url', 'mysql://u:geheim@x/y', '--public-url', 'example.org']
    const attempt = () => readConfig(wrong.with(1, '70000'), { QX_LOG_LEVEL: 'loud' })
    for (const words of [/--port 70000/, /--database-url/, /--public-url/, /--log-level/, /启动参数有误/]) {
      expect(attempt).toThrow(words)
    }
    expect(attempt).not.toThrow(/geheim/)
  })

  const identityService = [
    '--oidc-issuer',
    'https://id.example',
    '--oidc-client-id',
    'qiangxian',
    '--oidc-label',
    '政务',
  ]

  it('take an identity service whole: issuer, client, secret, label, and the address of our own', () => {
    const whole = [...identityService, '--public-url', 'https://county.example']
    expect(read(whole, { QX_OIDC_CLIENT_SECRET: 'geheim' }).oidc).toEqual({
      ...{ issuer: 'https://id.example', clientId: 'qiangxian', clientSecret: 'geheim', label: '政务' },
    })
  })

  it('refuse half an identity service, and say what is missing', () => {
    expect(() => read(identityService)).toThrow('--oidc-client-secret --public-url')
    expect(() => read([], { QX_OIDC_CLIENT_SECRET: 'geheim' })).toThrow(/--oidc-issuer/)
    expect(() => read([], { QX_OIDC_CLIENT_SECRET: 'geheim' })).not.toThrow(/geheim/)
  })

  it.each(['http://id.example', 'id.example', 'ftp://id.example'])('refuse the issuer %s: it has no TLS', (issuer) => {
    const whole = [...identityService.with(1, issuer), '--public-url', 'https://county.example']
    expect(() => read(whole, { QX_OIDC_CLIENT_SECRET: 'geheim' })).toThrow(/--oidc-issuer：应为 https/)
  })

  it('ask for help by themselves', () => {
    expect(readConfig(['--help'], {})).toBe('help')
  })

  it('each have an own variable and say what they are for, in both languages', () => {
    const all = Object.values(options)
    expect(new Set(all.map(({ env }) => env)).size).toBe(all.length)
    for (const { about } of all) expect(about).toMatch(/[\u4e00-\u9fff].*\/ .*[a-z]/)
  })
})
