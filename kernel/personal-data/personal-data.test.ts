import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { createMigratedDatabase } from '../testing/test-database.ts'
import { onServer } from '../testing/test-server.ts'
import { fieldSecrets } from './field-secrets.ts'
import { refuseOtherKey, secretsOfDatabase } from './key-of-database.ts'
import { mask } from './mask.ts'
import { keyFileIn, masterKey } from './master-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'qx-key-'))
const now = new Date('2026-11-25T02:00:00Z')
afterAll(() => rmSync(folder, { recursive: true }))

describe('personal data at rest (个人信息加密)', () => {
  const secrets = fieldSecrets(Buffer.alloc(32, 1))

  it('opens again for whom it belongs to, and is never the same twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (clear, owner) => {
        const sealed = secrets.seal(clear, owner)
        expect(secrets.open(sealed, owner)).toBe(clear)
        expect(sealed.equals(secrets.seal(clear, owner))).toBe(false)
      }),
    )
  })

  it('does not open in another record, with another key, or when a bit of it was changed', () => {
    const sealed = secrets.seal('13800001234', 'yanshi/r1')
    const attempt = (open: () => string) => expect(open).toThrow(/无法解密/)
    attempt(() => secrets.open(sealed, 'yanshi/r2'))
    attempt(() => fieldSecrets(Buffer.alloc(32, 2)).open(sealed, 'yanshi/r1'))
    for (let at = 0; at < sealed.length; at += 1) {
      const broken = Buffer.from(sealed)
      broken.writeUInt8(broken.readUInt8(at) ^ 1, at)
      attempt(() => secrets.open(broken, 'yanshi/r1'))
    }
    attempt(() => secrets.open(Buffer.alloc(0), 'yanshi/r1'))
  })

  it('is found by its blind index, whatever the width and spaces, and in its own county only', () => {
    expect(secrets.blind('１３８ 0000-1234', 'yanshi')).toBe(secrets.blind('13800001234', 'yanshi'))
    expect(secrets.blind('32028219900101123x', 'yanshi')).toBe(secrets.blind('32028219900101123X', 'yanshi'))
    expect(secrets.blind('13800001234', 'other')).not.toBe(secrets.blind('13800001234', 'yanshi'))
  })
})

describe('what is shown of personal data (脱敏)', () => {
  it.each([
    ['13800001234', 'phone', '138****1234'],
    ['320282199001011234', 'idCard', '320282**********34'],
    ['张三', 'name', '张*'],
    ['欧阳小明', 'name', '欧***'],
    ['zhang@example.org', 'email', 'z***@example.org'],
    ['12345', 'phone', '******'],
    ['@', 'email', '******'],
    ['随便什么', undefined, '******'],
  ] as const)('%s as %s is %s', (clear, how, shown) => {
    expect(mask(clear, how)).toBe(shown)
  })
})

describe('the key (密钥)', () => {
  it('is made at the first start for its owner only, and is the same at the next', () => {
    const file = keyFileIn(folder)
    const key = masterKey(undefined, file)
    expect(key).toHaveLength(32)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(masterKey(undefined, file)).toEqual(key)
    expect(masterKey(readFileSync(file, 'utf8'), '/nowhere')).toEqual(key)
  })

  it('is refused with words when it is none, or cannot be read', () => {
    const file = join(folder, 'short.key')
    writeFileSync(file, 'abc')
    expect(() => masterKey(undefined, file)).toThrow(/64 位十六进制，现为 3 个字符/)
    expect(() => masterKey(undefined, join(folder, 'missing', 'key'))).toThrow(/ENOENT/)
  })

  it('of another database is refused before anything is written with it', async () => {
    const own = await createMigratedDatabase()
    const use = (byte: number) =>
      onServer(own.url, (client) => refuseOtherKey(client, fieldSecrets(Buffer.alloc(32, byte)), { where: 'X', now }))
    await use(1)
    await use(1)
    await expect(use(2)).rejects.toMatchObject({ code: 'personalData.otherKey' })
    await own.drop()
  })

  it('stays where it is: from another folder the rest works, and no second key is made', async () => {
    const own = await createMigratedDatabase()
    const [here, there] = [join(folder, 'here.key'), join(folder, 'there.key')]
    const open = (file: string) =>
      onServer(own.url, (client) => secretsOfDatabase(client, { configured: undefined, file, now }))
    const secrets = await open(here)
    const sealed = secrets.seal('13900000000', 'a')
    const locked = await open(there)
    expect(existsSync(there)).toBe(false)
    expect(locked.fingerprint).toBe(secrets.fingerprint)
    for (const act of [() => locked.open(sealed, 'a'), () => locked.seal('x', 'a'), () => locked.blind('x', 'a')]) {
      expect(act).toThrow(/个人信息密钥/)
    }
    expect((await open(here)).open(sealed, 'a')).toBe('13900000000')
    await own.drop()
  })
})
