import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicActor } from '../../accounts/actor.ts'
import { execute } from '../../operations/execute.ts'
import { openTestKernel, requestAs, type TestKernel } from '../../testing/test-kernel.ts'
import { certificate, issueAs } from '../issuing.fixture.ts'
import { listBadgeKeys, showBadge, showBadgeIssuer } from './badge.operations.ts'

interface Badge {
  // biome-ignore lint/suspicious/noExplicitAny: a credential of another specification, looked at by its path
  readonly credential: any
  readonly jws: string
}

describe('badges of certificates (Open Badges 3.0)', () => {
  let kernel: TestKernel
  beforeAll(async () => {
    kernel = await openTestKernel({}, { outside: { publicUrl: 'https://demo.example' } })
  })
  afterAll(() => kernel.close())

  const everybody = { ...requestAs('public'), actor: publicActor('203.0.113.9') }
  const badgeOf = async ({ id, verificationCode }: { id: string; verificationCode: string }) =>
    (await execute(kernel, showBadge, everybody, { documentId: id, code: verificationCode })) as Badge

  it('have what the specification asks for, and the holder’s name as a salted digest only', async () => {
    const { credential, jws } = await badgeOf(await issueAs(kernel, { template: certificate }))
    expect(credential['@context'][0]).toBe('https://www.w3.org/ns/credentials/v2')
    expect(credential).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: '阅览员培训结业证书',
      issuer: { id: 'https://demo.example/api/badge-issuer', type: ['Profile'], name: '演示县图书馆' },
      credentialSubject: {
        type: ['AchievementSubject'],
        achievement: { type: ['Achievement'], criteria: { narrative: expect.stringContaining('16学时') } },
      },
    })
    expect(Date.parse(credential.validFrom)).toBe(Date.parse('2026-11-25T00:00:00+08:00'))
    const [holder] = credential.credentialSubject.identifier
    const digest = createHash('sha256').update(`张三丰（演示）${holder.salt}`).digest('hex')
    expect(holder).toMatchObject({ type: 'IdentityObject', hashed: true, identityHash: `sha256$${digest}` })
    const payload = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()
    expect(JSON.stringify(credential) + payload).not.toContain('张三丰')
  })

  it('are verified by another program, with the published keys and nothing else', async () => {
    const { jws, credential } = await badgeOf(await issueAs(kernel, { template: certificate }))
    const keys = await execute(kernel, listBadgeKeys, everybody, {})
    const verified = verifyElsewhere(jws, keys)
    expect(verified).toMatchObject({
      iss: 'https://demo.example/api/badge-issuer',
      jti: credential.id,
      name: credential.name,
    })
    const [head, payload, signature] = jws.split('.')
    const forged = Buffer.from(payload ?? '', 'base64url')
      .toString()
      .replace('阅览员', '管理员')
    const wrong = `${head}.${Buffer.from(forged).toString('base64url')}.${signature}`
    expect(() => verifyElsewhere(wrong, keys)).toThrow(/signature verification failed/)
    const issuer = await execute(kernel, showBadgeIssuer, everybody, {})
    expect(issuer).toMatchObject({ id: 'https://demo.example/api/badge-issuer', type: ['Profile'] })
  })

  it('are of certificates only, for who holds them, and gone with a revocation', async () => {
    const paper = await issueAs(kernel, { template: certificate })
    await expect(badgeOf({ ...paper, verificationCode: 'x' })).rejects.toMatchObject({ code: 'document.unknown' })
    await expect(badgeOf(await issueAs(kernel))).rejects.toMatchObject({ code: 'document.noBadge' })
    await kernel.test.tamper(`update matter_document set revoked_at = now(), revoked_reason = '误发' where id = $1`, [
      paper.id,
    ])
    await expect(badgeOf(paper)).rejects.toMatchObject({ code: 'document.badgeRevoked', status: 410 })
  })
})

/** In a process of its own, which knows none of our code: jose, the signature and the keys. */
function verifyElsewhere(jws: string, keys: unknown): unknown {
  const jose = pathToFileURL(createRequire(import.meta.url).resolve('jose')).href
  const program = `
    import { compactVerify, createLocalJWKSet } from ${JSON.stringify(jose)}
    const { jws, keys } = JSON.parse(process.argv[1])
    const kid = JSON.parse(Buffer.from(jws.split('.')[0], 'base64url')).kid
    const key = createLocalJWKSet(keys)
    const { payload } = await compactVerify(jws, (header, token) => key({ ...header, kid: kid.split('#')[1] }, token))
    console.log(new TextDecoder().decode(payload))`
  const args = ['--input-type=module', '-e', program, JSON.stringify({ jws, keys })]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' }))
}
