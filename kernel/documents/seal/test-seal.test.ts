import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldSecrets } from '../../personal-data/field-secrets.ts'
import { signedBytes, testSeal } from './test-seal.ts'

const secrets = fieldSecrets(Buffer.alloc(32, 7))
const request = { digest: 'a'.repeat(64), office: '演示县图书馆', at: new Date('2026-11-25T02:00:00Z') }

describe('the test seal (测试印章, SM2)', () => {
  it('fits what it sealed and nothing else', async () => {
    const service = testSeal(secrets)
    const seal = await service.seal(request)
    expect(service.check(request.digest, seal)).toBe('valid')
    expect(service.check('b'.repeat(64), seal)).toBe('broken')
    expect(service.check(request.digest, { ...seal, office: '演示县公安局' })).toBe('broken')
    expect(service.check(request.digest, { ...seal, sealedAt: '2025-01-01T00:00:00.000Z' })).toBe('broken')
    for (const signature of ['', '30', 'xyz', '3044'.padEnd(140, '0')]) {
      expect(service.check(request.digest, { ...seal, signature })).toBe('broken')
    }
  })

  it('is the same key after a restart, and another one with another master key', async () => {
    const seal = await testSeal(secrets).seal(request)
    expect(testSeal(fieldSecrets(Buffer.alloc(32, 7))).check(request.digest, seal)).toBe('valid')
    expect(testSeal(fieldSecrets(Buffer.alloc(32, 8))).check(request.digest, seal)).toBe('otherKey')
  })

  it.skipIf(!knowsSm2())('is verified by openssl, with the id of GB/T 32918', async () => {
    const seal = await testSeal(secrets).seal(request)
    const folder = mkdtempSync(join(tmpdir(), 'qx-seal-'))
    const file = (name: string, content: Uint8Array | string) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    // SubjectPublicKeyInfo of SM2 (RFC 8998) before the point
    const der = Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d034200${seal.publicKey}`, 'hex')
    const pem = `-----BEGIN PUBLIC KEY-----\n${der
      .toString('base64')
      .match(/.{1,64}/g)
      ?.join('\n')}\n-----END PUBLIC KEY-----\n`
    const message = signedBytes({ digest: request.digest, office: seal.office, sealedAt: seal.sealedAt })
    const verify = (bytes: Uint8Array) =>
      execFileSync(
        'openssl',
        [
          ...['pkeyutl', '-verify', '-pubin', '-inkey', file('key.pem', pem), '-in', file('message', bytes), '-rawin'],
          ...['-digest', 'sm3', '-sigfile', file('signature', Buffer.from(seal.signature, 'hex'))],
          ...['-pkeyopt', `distid:${seal.userId}`],
        ],
        { encoding: 'utf8', stdio: 'pipe' },
      )
    expect(verify(message)).toContain('Verified Successfully')
    expect(() => verify(Buffer.concat([message, Buffer.of(0)]))).toThrow()
    rmSync(folder, { recursive: true })
  })
})

function knowsSm2(): boolean {
  try {
    return execFileSync('openssl', ['list', '-public-key-algorithms'], { encoding: 'utf8', stdio: 'pipe' }).includes(
      'SM2',
    )
  } catch {
    return false
  }
}
