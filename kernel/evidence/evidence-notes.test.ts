import { describe, expect, it } from 'vitest'
import { notesOf } from './evidence-notes.ts'

const usual = {
  fileName: '证据.pdf',
  mediaType: 'application/pdf',
  isEncrypted: false,
  zip: undefined,
  scan: undefined,
}
const zip = {
  members: 3,
  inflatedBytes: 100,
  nestedArchives: 0,
  encrypted: 0,
  unknownMethod: 0,
  hasMacros: false,
}
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('notes on a kept file', () => {
  it.each([
    { name: 'a PDF named so', facts: {}, codes: [] },
    { name: 'a PDF named .docx', facts: { fileName: '合同.docx' }, codes: ['nameDisagrees'] },
    { name: 'a name without a known ending', facts: { fileName: '合同.dat' }, codes: [] },
    { name: 'an ending in capitals', facts: { fileName: '合同.PDF' }, codes: [] },
    { name: 'a Word document', facts: { fileName: '合同.docx', mediaType: docx, zip }, codes: [] },
    {
      name: 'a Word document under a password',
      facts: { fileName: '合同.docx', mediaType: 'application/x-ole-storage', isEncrypted: true },
      codes: ['encrypted'],
    },
    {
      name: 'a zip with a member under a password',
      facts: { fileName: '材料.zip', mediaType: 'application/zip', zip: { ...zip, encrypted: 1 } },
      codes: ['encrypted'],
    },
    {
      name: 'a zip with everything in it',
      facts: {
        fileName: '材料.zip',
        mediaType: 'application/zip',
        zip: { ...zip, nestedArchives: 2, unknownMethod: 1, hasMacros: true },
      },
      codes: ['nestedArchives', 'notInspected', 'macros'],
    },
    { name: 'a clean scan', facts: { scan: { verdict: 'clean', by: 'ClamAV' } as const }, codes: [] },
    {
      name: 'a scanner that failed',
      facts: { scan: { verdict: 'unavailable', why: { zh: '正在重启', en: 'it restarts' } } as const },
      codes: ['scannerUnavailable'],
    },
  ])('$name: $codes', ({ facts, codes }) => {
    expect(notesOf({ ...usual, ...facts }).map((note) => note.code)).toEqual(codes)
  })

  it('says how many archives were not opened', () => {
    const [note] = notesOf({ ...usual, zip: { ...zip, nestedArchives: 2 } })
    expect(note?.message.zh).toBe('其中还有 2 个压缩包或 Office 文档，没有逐层展开检查。')
  })
})
