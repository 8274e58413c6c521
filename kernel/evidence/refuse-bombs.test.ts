import { createHash } from 'node:crypto'
import { constants, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ByteSource, bytesSource } from './byte-source.ts'
import { evidenceLimits } from './evidence-limits.ts'
import { judgeZip } from './refuse-bombs.ts'
import { type TestMember, zipForTests } from './zip-for-tests.ts'

const mebibyte = 1024 * 1024
const limits = evidenceLimits()

const judge = (zip: Uint8Array, set: Parameters<typeof evidenceLimits>[0] = {}) =>
  judgeZip(bytesSource(zip), evidenceLimits(set))
const judgeMembers = (...members: TestMember[]) => judge(zipForTests(members))

describe('zip bombs (压缩炸弹) are refused', () => {
  it('a member that swells a thousand times', async () => {
    const verdict = await judgeMembers({ name: '数据/zeros.bin', content: Buffer.alloc(4 * mebibyte) })
    expect(verdict).toEqual({
      kind: 'bomb',
      why: {
        zh: '其中“zeros.bin”解开后超过原大小的 200 倍',
        en: '“zeros.bin” inside unpacks to more than 200 times its size',
      },
    })
  })

  it('many members that are harmless alone and too much together', async () => {
    // Below the ratio each: the noise does not pack.
    const noise = createHash('shake256', { outputLength: 20_000 }).update('演示').digest()
    const content = Buffer.concat([noise, Buffer.alloc(mebibyte)])
    const zip = zipForTests(Array.from({ length: 8 }, (_, i) => ({ name: `${i}`, content })))
    expect(await judge(zip, { inflatedBytes: 6 * mebibyte })).toMatchObject({
      kind: 'bomb',
      why: { en: expect.stringContaining('takes the total beyond 6 MB') },
    })
    expect(await judge(zip)).toMatchObject({ kind: 'acceptable', contents: { inflatedBytes: 8 * content.length } })
  })

  it('members that share packed bytes by the same header', async () => {
    const verdict = await judgeMembers(
      { name: 'kernel', content: 'x'.repeat(1000) },
      { name: 'again', content: 'x'.repeat(1000), sharesHeaderOf: 'kernel' },
    )
    expect(verdict).toMatchObject({ kind: 'bomb', why: { zh: '其中“again”与另一成员共用数据' } })
  })

  it('members nested in the packed bytes of another', async () => {
    // The first member is stored and contains the whole second member, header and all.
    const inner = zipForTests([{ name: 'inner', content: 'y'.repeat(500) }])
    const innerMember = inner.subarray(0, inner.readUInt32LE(inner.length - 22 + 16))
    const outer = zipForTests([{ name: 'outer', content: innerMember, method: 0 }])
    const directoryAt = outer.readUInt32LE(outer.length - 22 + 16)
    const outerEntry = outer.subarray(directoryAt, outer.length - 22)
    const innerEntry = Buffer.from(inner.subarray(innerMember.length, inner.length - 22))
    innerEntry.writeUInt32LE(30 + 'outer'.length, 42)
    const end = Buffer.from(outer.subarray(outer.length - 22))
    end.writeUInt32LE(outerEntry.length + innerEntry.length, 12)
    const quoted = Buffer.concat([outer.subarray(0, directoryAt), outerEntry, innerEntry, end])
    expect(await judge(quoted)).toMatchObject({ kind: 'bomb', why: { zh: '其中“inner”与另一成员共用数据' } })
  })

  it('a member that declares less than it holds', async () => {
    const verdict = await judgeMembers({ name: 'small.txt', content: 'z'.repeat(5000), declaredBytes: 10 })
    expect(verdict).toMatchObject({ kind: 'bomb', why: { zh: '其中“small.txt”比它声称的大' } })
  })

  it('too many members, whatever number the end of the zip states', async () => {
    const zip = zipForTests(Array.from({ length: 20 }, (_, i) => ({ name: `${i}` })))
    zip.writeUInt16LE(1, zip.length - 22 + 10)
    expect(await judge(zip, { members: 19 })).toMatchObject({ kind: 'bomb', why: { zh: '成员多于 19 个' } })
    expect(await judge(zip, { members: 20 })).toMatchObject({ kind: 'acceptable' })
  })

  it('a directory that is too large to be read', async () => {
    const zip = zipForTests(Array.from({ length: 40 }, (_, i) => ({ name: `${i}` })))
    expect(await judge(zip, { directoryBytes: 1024 })).toMatchObject({
      kind: 'bomb',
      why: { en: 'a directory of 1910 bytes' },
    })
  })

  it('is stopped at the limit and not at the end', async () => {
    const packedZeros = deflateRawSync(Buffer.alloc(mebibyte), { finishFlush: constants.Z_FULL_FLUSH })
    const packed = Buffer.concat(Array.from({ length: 1024 }, () => packedZeros))
    const source = bytesSource(zipForTests([{ name: 'x', packed, declaredBytes: 1024 * mebibyte }]))
    let bytesRead = 0
    const counted: ByteSource = {
      size: source.size,
      read(position, length) {
        bytesRead += length
        return source.read(position, length)
      },
    }
    const verdict = await judgeZip(counted, evidenceLimits({ inflatedBytes: 16 * mebibyte }))
    expect(verdict).toMatchObject({ kind: 'bomb', why: { zh: '其中“x”使总大小超过 16 MB' } })
    expect(bytesRead).toBeLessThan(packed.length / 2)
  })
})

describe('broken zips are refused while they can still be mended', () => {
  const content = '第一条 '.repeat(2000)
  const whole = zipForTests([{ name: '办法.txt', content }])

  it.each([
    ['cut off', whole.subarray(0, whole.length - 30), '找不到目录区'],
    ['a directory beyond its end', zipForTests([{ name: 'a' }], { directoryAt: 9999 }), '目录区位置不对'],
    ['a directory elsewhere', zipForTests([{ name: 'a' }], { directoryAt: 0 }), '目录区有无法识别的内容'],
    [
      'a member that runs into the directory',
      zipForTests([{ name: 'a', content, packedBytes: 9999 }]),
      '其中“a”的位置不对',
    ],
    ['a wrong checksum', zipForTests([{ name: '办法.txt', content, crc: 1 }]), '其中“办法.txt”校验码不符'],
    ['a wrong length', zipForTests([{ name: '办法.txt', content, declaredBytes: 1e6 }]), '其中“办法.txt”长度不符'],
    ['no deflate data', zipForTests([{ name: '办法.txt', packed: Buffer.alloc(50, 0xff) }]), '其中“办法.txt”解不开'],
    [
      'packed data that end early',
      zipForTests([{ name: 'a', content, packed: deflateRawSync(content).subarray(0, 20) }]),
      '其中“a”解不开',
    ],
  ])('%s', async (_, zip, zh) => {
    expect(await judge(zip)).toMatchObject({ kind: 'broken', why: { zh: expect.stringContaining(zh) } })
  })
})

describe('honest zips are kept', () => {
  it('counts what is inside and opens no archive in it', async () => {
    const bomb = zipForTests([{ name: 'zeros', content: Buffer.alloc(4 * mebibyte) }])
    const verdict = await judgeMembers(
      { name: '附件/', method: 0 },
      { name: '附件/内层.zip', content: bomb },
      { name: '附件/说明.txt', content: '演示' },
      { name: 'word/vbaProject.bin', content: 'x' },
      { name: '加密.pdf', method: 8, encrypted: true, packed: Buffer.from('noise') },
      { name: '少见.bin', method: 14, packed: Buffer.from('lzma') },
    )
    expect(verdict).toEqual({
      kind: 'acceptable',
      contents: {
        members: 6,
        inflatedBytes: bomb.length + 6 + 1,
        nestedArchives: 1,
        encrypted: 1,
        unknownMethod: 1,
        hasMacros: true,
      },
    })
  })

  it('small repetitive members may swell as they like', async () => {
    expect(await judgeMembers({ name: 'a', content: Buffer.alloc(limits.ratioFromBytes) })).toMatchObject({
      kind: 'acceptable',
    })
  })

  it('whatever was packed is accepted, and counted to the byte', async () => {
    const member = fc.record({
      content: fc.uint8Array({ maxLength: 3000 }),
      method: fc.constantFrom(0, 8),
      wide: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(member, { maxLength: 6 }), async (members) => {
        const zip = zipForTests(members.map((made, i) => ({ ...made, name: `${i}.bin` })))
        const inflatedBytes = members.reduce((sum, made) => sum + made.content.length, 0)
        expect(await judge(zip)).toMatchObject({
          kind: 'acceptable',
          contents: { inflatedBytes, members: members.length },
        })
      }),
      { numRuns: 100 },
    )
  })

  it('no change of a byte makes it throw', async () => {
    const original = zipForTests([
      { name: 'a', content: 'x'.repeat(300) },
      { name: 'b', content: 'y'.repeat(50), method: 0, wide: true },
    ])
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: original.length - 1 }), fc.integer({ min: 0, max: 255 }), async (at, value) => {
        const changed = Buffer.from(original)
        changed[at] = value
        expect((await judge(changed)).kind).toMatch(/acceptable|bomb|broken/)
      }),
      { numRuns: 1500 },
    )
  })

  it('10,000 members take a few seconds at most', async () => {
    const zip = zipForTests(Array.from({ length: 10_000 }, (_, i) => ({ name: `${i}.txt`, content: `第 ${i} 件` })))
    const started = performance.now()
    expect(await judge(zip)).toMatchObject({ kind: 'acceptable', contents: { members: 10_000 } })
    expect(performance.now() - started).toBeLessThan(8000)
  })
})
