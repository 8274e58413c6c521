import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesSource } from './byte-source.ts'
import { judgeType } from './judge-type.ts'
import { zipForTests } from './zip-for-tests.ts'

const judge = (content: Uint8Array | string) => judgeType(bytesSource(Buffer.from(content)))
const latin = (letters: string) => Buffer.from(letters, 'latin1')
const zipOf = (...names: string[]) => zipForTests(names.map((name) => ({ name, content: name })))

/** GB18030 as old Windows programs write it; Node decodes it and does not encode it. */
const gb18030 = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')
const patentInGb = 'd7a8 c0fb' // 专利

async function mediaTypeOf(content: Uint8Array | string): Promise<string> {
  const judgement = await judge(content)
  return judgement.kind === 'known' ? judgement.mediaType : `executable: ${judgement.what.en}`
}

/** A compound file with one directory sector per four names, chained through one table sector. */
function compoundFile(names: readonly string[], rootClass = '00000000000000000000000000000000'): Buffer {
  const entries = ['Root Entry', ...names]
  const sectors = Math.ceil(entries.length / 4)
  const file = Buffer.alloc(512 * (2 + sectors))
  latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1').copy(file, 0)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 48)
  file.fill(0xff, 76, 512)
  file.writeUInt32LE(0, 76)
  const table = 512
  file.fill(0xff, table, table + 512)
  for (let sector = 1; sector <= sectors; sector += 1) {
    file.writeUInt32LE(sector === sectors ? 0xfffffffe : sector + 1, table + sector * 4)
  }
  entries.forEach((name, index) => {
    const at = 1024 + index * 128
    file.write(name, at, 'utf16le')
    file.writeUInt16LE((name.length + 1) * 2, at + 64)
    if (index === 0) Buffer.from(rootClass, 'hex').copy(file, at + 80)
  })
  return file
}

function mp3(frames: number): Buffer {
  const frame = Buffer.alloc(417)
  frame.writeUInt32BE(0xfffb9064, 0) // MPEG-1 layer III, 128 kbit/s, 44.1 kHz
  return Buffer.concat(Array.from({ length: frames }, () => frame))
}

function bitmap(): Buffer {
  const file = Buffer.alloc(58)
  file.write('BM', 0, 'latin1')
  file.writeUInt32LE(58, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  return file
}

describe('the type of a file by its content', () => {
  const openDocument = zipForTests([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 },
    { name: 'content.xml', content: '<x/>' },
  ])
  const office = 'application/vnd.openxmlformats-officedocument.'

  it.each<[string, Uint8Array | string, string]>([
    ['PDF', '%PDF-1.7\n…', 'application/pdf'],
    ['PDF after a byte-order mark', '\ufeff\r\n%PDF-1.4\n', 'application/pdf'],
    ['PNG', latin('\x89PNG\r\n\x1a\n\0\0'), 'image/png'],
    ['JPEG', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'image/jpeg'],
    ['GIF', latin('GIF89a\x01\0'), 'image/gif'],
    ['WebP', latin('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp'],
    ['BMP', bitmap(), 'image/bmp'],
    ['TIFF', latin('II*\0\x08\0\0\0'), 'image/tiff'],
    ['HEIC', latin('\0\0\0\x18ftypheic\0\0\0\0'), 'image/heic'],
    ['MP4', latin('\0\0\0\x18ftypisom\0\0\0\0'), 'video/mp4'],
    ['MOV', latin('\0\0\0\x14ftypqt  \0\0\0\0'), 'video/quicktime'],
    ['WAV', latin('RIFF\x10\0\0\0WAVEfmt '), 'audio/wav'],
    ['MP3 with a tag', latin('ID3\x03\0\0\0\0\0\0'), 'audio/mpeg'],
    ['MP3 without one', mp3(2), 'audio/mpeg'],
    ['one MP3 frame and no second', mp3(1), 'application/octet-stream'],
    ['7z', latin("7z\xbc\xaf'\x1c\0\x04"), 'application/x-7z-compressed'],
    ['RAR', latin('Rar!\x1a\x07\x01\0'), 'application/vnd.rar'],
    ['gzip', latin('\x1f\x8b\x08\0'), 'application/gzip'],
    ['DWG drawing', latin('AC1032\0\0\0'), 'image/vnd.dwg'],
    ['zip', zipOf('作品样本.txt'), 'application/zip'],
    ['empty zip', zipOf(), 'application/zip'],
    ['Word', zipOf('[Content_Types].xml', 'word/document.xml'), `${office}wordprocessingml.document`],
    ['Excel', zipOf('[Content_Types].xml', 'xl/workbook.xml'), `${office}spreadsheetml.sheet`],
    ['PowerPoint', zipOf('[Content_Types].xml', 'ppt/presentation.xml'), `${office}presentationml.presentation`],
    [
      'Word with macros',
      zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
      'application/vnd.ms-word.document.macroenabled.12',
    ],
    [
      'binary Excel',
      zipOf('[Content_Types].xml', 'xl/workbook.bin'),
      'application/vnd.ms-excel.sheet.binary.macroenabled.12',
    ],
    ['OFD (版式文件)', zipOf('OFD.xml', 'Doc_0/Document.xml'), 'application/ofd'],
    ['OpenDocument', openDocument, 'application/vnd.oasis.opendocument.text'],
    ['zip64', zipForTests([{ name: 'OFD.xml', content: 'x', wide: true }]), 'application/ofd'],
    [
      'zip with a comment like an end',
      zipForTests([{ name: 'OFD.xml' }], { comment: `PK\x05\x06${' '.repeat(30)}` }),
      'application/ofd',
    ],
    ['zip64 with an end record of its own', zipForTests([{ name: 'OFD.xml' }], { wideEnd: true }), 'application/ofd'],
    ['old Word', compoundFile(['WordDocument']), 'application/msword'],
    [
      'old Excel, named in a later sector',
      compoundFile(['a', 'b', 'c', 'd', 'e', 'Workbook']),
      'application/vnd.ms-excel',
    ],
    ['old PowerPoint', compoundFile(['PowerPoint Document']), 'application/vnd.ms-powerpoint'],
    ['compound file of another kind', compoundFile(['something']), 'application/x-ole-storage'],
    ['text', '第一条　为了加强知识产权保护', 'text/plain; charset=utf-8'],
    ['GB18030 text', gb18030(`${patentInGb} 0d0a ${patentInGb}`), 'text/plain; charset=gb18030'],
    ['UTF-16 text of Notepad', Buffer.from('\ufeff专利\r\n', 'utf16le'), 'text/plain; charset=utf-16le'],
    ['CSV', '专利号,名称\n1,"甲,乙"\n2,丙\n', 'text/csv; charset=utf-8'],
    ['GB18030 CSV', gb18030(`${patentInGb} 2c 61 0d0a ${patentInGb} 2c 62 0d0a`), 'text/csv; charset=gb18030'],
    ['prose with commas is text', 'One, two.\nAnd three, four, five.\n', 'text/plain; charset=utf-8'],
    ['JSON', '{"名称": "演示"}', 'application/json; charset=utf-8'],
    ['lines of JSON', '{"a": 1, "b": 2}\n{"a": 3, "b": 4}\n', 'text/plain; charset=utf-8'],
    ['a text in another encoding', latin('MOLI\xc8RE N\xc9 \xc0 PARIS'), 'application/octet-stream'],
    ['brackets that are not JSON', '[附件一] 说明', 'text/plain; charset=utf-8'],
    ['XML', '<?xml version="1.0"?>\n<资料/>', 'application/xml; charset=utf-8'],
    ['HTML', '  <!DOCTYPE html><title>x</title>', 'text/html; charset=utf-8'],
    ['HTML after a comment', '<!-- x -->\n<HTML onload=alert(1)>', 'text/html; charset=utf-8'],
    ['HTML that begins with a script', '<script>alert(1)</script>', 'text/html; charset=utf-8'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'text/html; charset=utf-8'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml; charset=utf-8'],
    [
      'SVG behind declaration, comment and doctype',
      '<?xml version="1.0"?><!-- > --><!DOCTYPE svg [<!ENTITY a "x>">]>\n<s:svg xmlns:s="http://www.w3.org/2000/svg"/>',
      'image/svg+xml; charset=utf-8',
    ],
    ['bytes of no known kind', latin('\0\x01\x02\x03'), 'application/octet-stream'],
  ])('%s', async (_, content, mediaType) => {
    expect(await mediaTypeOf(content)).toBe(mediaType)
  })

  it.each<[string, Uint8Array | string]>([
    ['a Linux program', latin('\x7fELF\x02\x01\x01\0')],
    ['a Windows program', latin(`MZ\x90\0\x03\0${'\0'.repeat(60)}`)],
    ['a Windows shortcut', latin('L\0\0\0\x01\x14\x02\0')],
    ['a macOS program', latin('\xcf\xfa\xed\xfe\x07\0')],
    ['a script that runs', '#!/usr/bin/env python3\nprint(1)\n'],
    ['a script that runs', '\ufeff#! /bin/sh\n'],
    ['a Windows batch script', '@ECHO OFF\r\ndel *.*\r\n'],
    ['a Windows internet shortcut', '[InternetShortcut]\r\nURL=http://a.example/\r\n'],
    ['a Windows registry script', Buffer.from('\ufeffWindows Registry Editor Version 5.00\r\n', 'utf16le')],
    ['a Windows installer', compoundFile(['x'], '84100c0000000000c000000000000046')],
    ['an Android package', zipOf('AndroidManifest.xml', 'classes.dex')],
    ['a Java program', zipOf('META-INF/MANIFEST.MF', 'a/Main.class')],
  ])('%s is executable', async (what, content) => {
    expect(await mediaTypeOf(content)).toContain(`executable: ${what}`)
  })

  it.each([
    ['a text that begins with MZ', 'MZ 系列产品清单'],
    ['a text that begins with BM', 'BM 类商标一览，共三件'],
    ['a heading like a comment', '#!重要'],
    ['a text that speaks of <html>', '用 <html> 标签开头的文件是网页'],
  ])('%s stays a text', async (_, content) => {
    expect(await mediaTypeOf(content)).toBe('text/plain; charset=utf-8')
  })

  it('says when an Office document is under a password', async () => {
    expect(await judge(compoundFile(['EncryptionInfo', 'EncryptedPackage']))).toMatchObject({ isEncrypted: true })
  })

  it('reads a long text whose beginning ends in the middle of a character', async () => {
    for (const shift of ['', 'a', 'ab']) {
      expect(await mediaTypeOf(shift + '专利'.repeat(30_000))).toBe('text/plain; charset=utf-8')
    }
  })

  it('a long table whose last line is cut in the middle is a table', async () => {
    expect(await mediaTypeOf(`${'名称,数量\n'.repeat(20)}${'x'.repeat(70_000)}`)).toBe('text/csv; charset=utf-8')
  })

  it('a compound file is read along its chain, not in the order on the disk', async () => {
    const file = compoundFile(['a', 'b', 'c', 'WordDocument', 'e', 'f', 'g', 'Workbook'])
    // The first directory sector is followed by the third, and that is the end: the second was given up.
    file.writeUInt32LE(3, 512 + 4)
    expect(await mediaTypeOf(file)).toBe('application/vnd.ms-excel')
  })

  it('a chain of sectors that goes in circles ends', async () => {
    const circling = compoundFile(['a'])
    circling.writeUInt32LE(1, 512 + 4)
    expect(await mediaTypeOf(circling)).toBe('application/x-ole-storage')
  })
})

describe('no bytes make it throw', () => {
  const marks = [
    'PK\x03\x04',
    'PK\x05\x06',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\xff\xfb\x90\x64',
    'BM',
    'RIFF',
    '\xff\xfe',
    '<?xml ',
    '<!DOCTYPE ',
    '{"',
  ]

  it('random bytes, also behind a known beginning', async () => {
    const bytes = fc.tuple(fc.constantFrom('', ...marks), fc.uint8Array({ maxLength: 2000 }))
    await fc.assert(
      fc.asyncProperty(bytes, async ([mark, rest]) => {
        const judgement = await judge(Buffer.concat([latin(mark), rest]))
        if (judgement.kind === 'known')
          expect(judgement.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(; charset=[a-z0-9-]+)?$/)
      }),
      { numRuns: 2000 },
    )
  })

  it('a zip or a compound file with any byte changed', async () => {
    const originals = [zipOf('[Content_Types].xml', 'word/document.xml'), compoundFile(['a', 'b', 'c', 'Workbook'])]
    const change = fc.tuple(fc.constantFrom(...originals), fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat())
    await fc.assert(
      fc.asyncProperty(change, async ([original, at, value, cut]) => {
        const changed = Buffer.from(original)
        changed[at % changed.length] = value
        expect((await judge(changed.subarray(0, changed.length - (cut % 64)))).kind).toMatch(/known|executable/)
      }),
      { numRuns: 2000 },
    )
  })
})
