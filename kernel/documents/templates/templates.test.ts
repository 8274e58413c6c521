import { readDocument } from '@qiangxian/engines/plan-document/read/read-document'
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assembleMatters } from '../../matters/assemble-matters.ts'
import { limitsEffect } from '../../matters/limits/limits-effect.ts'
import type { MatterDeclaration } from '../../matters/matter.types.ts'
import {
  gardenAdoption,
  inventedGuards,
  inventedMatterRegisters,
  inventedRules,
} from '../../matters/testing/invented-matters.ts'
import { type MatterKernel, openMatterKernel, putEvidence } from '../../matters/testing/matter-kernel.ts'
import { execute } from '../../operations/execute.ts'
import type { FileAnswer } from '../../operations/file-answer.ts'
import { requestAs } from '../../testing/test-kernel.ts'
import { documentsEffect } from '../documents-effect.ts'
import { showDocumentFile } from '../operations/document-file.query.ts'
import { packageProblems } from '../print/package-problems.fixture.ts'
import { documentTemplateOperations } from './template.operations.ts'
import type { MatterTemplates } from './template.schemas.ts'

const declared = (body: MatterDeclaration['documents'][string]['body']): MatterDeclaration => ({
  ...gardenAdoption,
  documents: {
    ...gardenAdoption.documents,
    acceptance: {
      ...{ label: '受理通知书', form: 'letter', title: '{fact.typeLabel}受理通知书', number: '园受〔{year}〕{n}号' },
      ...{ body, addressee: '{form.applicant}', signedBy: 'unit', sealed: true, notes: ['此件公开发布'] },
    },
  },
})

const matters = assembleMatters({
  matters: [declared([{ paragraph: '{form.applicant}申请认养{form.bed}，现予受理。' }, { list: 'materials' }])],
  ...{ guards: inventedGuards, rules: inventedRules, registers: inventedMatterRegisters },
  effects: [limitsEffect, documentsEffect],
})
const operations = documentTemplateOperations(matters)
const of = { type: 'garden-adoption', document: 'acceptance' }

describe('Word templates of a county (文书模板)', () => {
  let kernel: MatterKernel
  let starting: Uint8Array
  const office = requestAs('office')
  const run = async <Answer>(id: string, input: Record<string, unknown> = {}, request = office): Promise<Answer> => {
    const operation = operations.find((each) => each.id === id)
    if (operation === undefined) throw new Error(`${id} is not there`)
    return (await execute(kernel, operation, request, { ...of, ...input })) as Answer
  }
  const fileOf = async (id: string, version?: number) =>
    (await run<FileAnswer>(id, version === undefined ? {} : { version: String(version) })).content
  const upload = async (content: Uint8Array, fileName = '受理通知书.docx', mediaType?: string) => {
    async function* whole() {
      yield content
    }
    const received = await kernel.store().receive(whole(), { fileName })
    return run<{ version: number; cautions: string[]; placeholders: string[] }>(
      'documentTemplate.upload',
      { reason: '按本局版式' },
      { ...office, upload: { ...received, mediaType: mediaType ?? received.mediaType } },
    )
  }
  const choose = (version: number | 'builtin', reason = '领导同意启用') =>
    run('documentTemplate.choose', { version: String(version), reason })
  const list = async () => {
    const operation = operations.find(({ id }) => id === 'documentTemplate.list')
    if (operation === undefined) throw new Error('no list')
    const { documents } = (await execute(kernel, operation, office, { type: of.type })) as MatterTemplates
    return documents
  }
  let begun = 0
  const issue = async (values: Record<string, unknown> = {}) => {
    begun += 1
    const matter = await kernel.begin('resident', {
      type: 'garden-adoption',
      values: {
        ...{ applicant: '张三丰', phone: '13800001234', bed: '一号花圃', kind: 'flowers', hasTools: true, ...values },
      },
      materials: [
        {
          ...{ material: 'sketch', fileName: '图.txt', origin: 'applicant' as const },
          evidenceId: await putEvidence(kernel, `sketch-${begun}`),
        },
      ],
    })
    const outcome = await kernel.act('officer', { matterId: matter.id, act: 'accept', revision: matter.revision })
    return outcome.documents[0]?.id ?? ''
  }
  const print = async (documentId: string, format = 'docx') =>
    ((await execute(kernel, showDocumentFile, office, { documentId, format })) as FileAnswer).content

  beforeAll(async () => {
    kernel = await openMatterKernel({ matters })
    starting = await fileOf('documentTemplate.start')
  })
  afterAll(() => kernel.close())

  describe('a template to begin with', () => {
    it('is a Word file with the placeholders that every document has, in our own form', async () => {
      expect(packageProblems(starting)).toEqual([])
      for (const name of ['文号', '标题', '主送', '正文', '署名', '附注', '核验码', '核验说明', '二维码', '警示']) {
        expect(allText(starting), name).toContain(`{${name}}`)
      }
      // Readers other than Word open it, too.
      expect(await read(starting)).toContain('{正文}')
    })

    it('comes for each document that a matter issues, the receipt among them, with what may stand in it', async () => {
      const documents = await list()
      expect(documents.map(({ document }) => document)).toEqual(['receipt', ...Object.keys(gardenAdoption.documents)])
      for (const { document, placeholders } of documents) {
        const file = (await run<FileAnswer>('documentTemplate.start', { document })).content
        expect(packageProblems(file), document).toEqual([])
        expect(new Set(placeholders.map(({ name }) => name)).size, document).toBe(placeholders.length)
      }
      const [acceptance] = documents.filter(({ document }) => document === 'acceptance')
      const keys = acceptance?.placeholders.map(({ key }) => key) ?? []
      expect(keys).toEqual(expect.arrayContaining(['文号', 'form.bed', 'fact.number', 'limit.decide.due']))
      // What the declaration seals is opened by no document.
      expect(keys).not.toContain('form.whisper')
      const receipt = documents[0]?.placeholders.map(({ key }) => key).filter((key) => key.includes('.'))
      expect(receipt).toEqual(['fact.number', 'fact.applicant', 'fact.submittedOn', 'fact.typeLabel', 'fact.unit'])
    })

    it('can be uploaded as it is, and makes what the platform prints without it', async () => {
      expect(await upload(starting)).toMatchObject({ version: 1, cautions: [] })
      const trial = await fileOf('documentTemplate.trial', 1)
      expect(packageProblems(trial)).toEqual([])
      expect(allText(trial)).toMatch(/园受〔2026〕0号[\s\S]*XXXX-XXXX-XXXX-XXXX/)
      expect(allText(trial)).toContain('【演示】')
      expect(allText(trial)).not.toMatch(/[{}]/)
    })
  })

  describe('a file that cannot be a template', () => {
    it.each([
      ['oldWord', '受理.doc', 'application/msword', /另存为.*docx/],
      ['locked', '加密.docx', 'application/x-ole-storage', /密码/],
      ['notWord', '受理.pdf', 'application/pdf', /不是 Word 文档/],
      ['notWord', '说明.txt', 'text/plain', /起始模板/],
    ])('%s: %s', async (code, name, mediaType, message) => {
      // By its content, which is judged where files come in (evidence/judge-type.test.ts).
      await expect(upload(starting, name, mediaType)).rejects.toMatchObject({
        ...{ code: `documentTemplate.${code}`, status: 422, message: expect.stringMatching(message) },
      })
    })

    it('has macros, whatever it is called', async () => {
      const parts = { ...unzipSync(starting), 'word/vbaProject.bin': strToU8('vba') }
      await expect(upload(zipSync(parts), '改名.docx')).rejects.toMatchObject({ code: 'documentTemplate.hasMacros' })
      const typed = changed(starting, '[Content_Types].xml', (xml) =>
        xml.replace(
          'openxmlformats-officedocument.wordprocessingml.document.main',
          'ms-word.document.macroEnabled.main',
        ),
      )
      await expect(upload(typed)).rejects.toMatchObject({ code: 'documentTemplate.hasMacros' })
    })

    it('fetches something from elsewhere: a linked template, a linked picture, a field', async () => {
      const linked = changed(starting, 'word/_rels/document.xml.rels', (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://203.0.113.9/x.png" TargetMode="External"/></Relationships>',
        ),
      )
      await expect(upload(linked)).rejects.toMatchObject({
        code: 'documentTemplate.reachesOut',
        message: expect.stringContaining('http://203.0.113.9/x.png'),
      })
      const field = changed(starting, 'word/document.xml', (xml) =>
        xml.replace('<w:t xml:space="preserve">{正文}', '<w:instrText> DDEAUTO c:\\x </w:instrText>$&'),
      )
      await expect(upload(field)).rejects.toMatchObject({ code: 'documentTemplate.reachesOut' })
    })

    it('is cut off, or its XML is broken or swells', async () => {
      const half = starting.slice(0, starting.length >> 1)
      await expect(upload(half)).rejects.toMatchObject({ code: expect.stringMatching(/evidence\.|unreadable|notWord/) })
      const broken = changed(starting, 'word/document.xml', (xml) => xml.slice(0, xml.length - 40))
      await expect(upload(broken)).rejects.toMatchObject({ code: 'documentTemplate.unreadable' })
      const swelling = changed(starting, 'word/document.xml', (xml) =>
        xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa">]>'),
      )
      await expect(upload(swelling)).rejects.toMatchObject({ code: 'documentTemplate.unreadable' })
    })

    it('says wrong words: all of it is told at once, with place and remedy', async () => {
      const wrong = await written([
        '{文号 ',
        '{标题}',
        '{主送}：',
        '事由：{正文}',
        '{署名}',
        '{附注}',
        '{花浦}和{不知所云的东西}',
        '｛核验码｝',
        '{#花圃}只开不关',
        '{/申请人}',
      ])
      const failed = await upload(wrong).catch((error: Error) => error)
      expect(failed).toMatchObject({ code: 'documentTemplate.faulty', status: 422 })
      const { message } = failed as Error
      for (const said of [
        /正文第 1 段“\{文号”的花括号不成对/,
        /\{正文\} 要单独成段/,
        /正文第 7 段的 \{花浦\} 不认识，是不是 \{花圃\}/,
        /\{不知所云的东西\} 不认识，请从占位符清单里选/,
        /全角花括号/,
        /\{#花圃\} 后面没有 \{\/花圃\}/,
        /\{\/申请人\} 前面没有/,
        /缺 \{文号\}（发文字号/,
        /缺 \{核验码\}/,
        /缺 \{核验说明\}/,
      ]) {
        expect(message).toMatch(said)
      }
      expect(message).toContain('有 10 处要改，没有保存')
    })

    it('names no obligatory thing as missing where name and date stand by themselves', async () => {
      const both = await written([
        '{文号}',
        '{标题}',
        '{主送}',
        '{正文}',
        '{发文机关}',
        '{附注}',
        '{核验码}',
        '{核验说明}',
      ])
      await expect(upload(both)).rejects.toMatchObject({
        message: expect.stringMatching(/有 1 处要改.*缺 \{成文日期\}/),
      })
    })
  })

  it('are made with what is in force, from then on; what was issued before and after keeps its bytes', async () => {
    const before = await issue()
    const builtIn = await print(before)
    const given = await countyTemplate()
    const { version } = await upload(given)
    await expect(run('documentTemplate.choose', { version: '99', reason: '试试看' })).rejects.toMatchObject({
      code: 'documentTemplate.unknownVersion',
    })
    await choose(version)
    const after = await issue({ bed: '二号花圃 <&> {文号}' })
    const made = await print(after)
    expect(packageProblems(made)).toEqual([])
    const text = allText(made)
    expect(text).toMatch(/演示县园林局专用笺[\s\S]*园受〔2026〕\d+号/)
    // Words of a form are words, whatever they look like.
    expect(text).toContain('认养二号花圃 &lt;&amp;&gt; {文号}，现予受理')
    expect(text).toContain(`按本单位模板第${version}版排版`)
    expect(text).toContain('1.种植示意图')
    // A condition whose field is empty leaves nothing behind, one whose field is filled its words.
    expect(text).toContain('花圃名：二号花圃')
    expect(text).not.toContain('电话：')
    expect(await read(made)).toContain('张三丰申请认养')
    // Body and heading are in the county's face.
    expect(runOf(made, '现予受理')).toContain('华文中宋')
    expect(Buffer.from(await print(before)).equals(Buffer.from(builtIn))).toBe(true)

    await choose('builtin', '新模板有误')
    expect(Buffer.from(await print(after)).equals(Buffer.from(made))).toBe(true)
    expect(allText(await print(await issue()))).not.toContain('演示县园林局专用笺')
    const [kind] = (await list()).filter(({ document }) => document === 'acceptance')
    expect(kind).toMatchObject({ inForce: null, choices: [{ version: null, reason: '新模板有误' }, { version }] })
    expect(kind?.versions.find((each) => each.version === version)).toMatchObject({ documents: 1, isInForce: false })
    expect(Buffer.from(await fileOf('documentTemplate.file', version)).equals(Buffer.from(given))).toBe(true)
  })

  it('say in Word what the PDF says, and the PDF keeps the form of the platform', async () => {
    await choose((await upload(await countyTemplate())).version)
    const id = await issue()
    const { getDocumentProxy, extractText } = await import('unpdf')
    const pdf = await extractText(await getDocumentProxy(new Uint8Array(await print(id, 'pdf'))), { mergePages: true })
    const inPdf = pdf.text.replaceAll(/\s/g, '')
    const inWord = allText(await print(id)).replaceAll(/\s/g, '')
    for (const said of [
      '花圃认养受理通知书',
      '张三丰申请认养一号花圃，现予受理。',
      '（此件公开发布）',
      '1.种植示意图',
    ]) {
      expect(inPdf).toContain(said)
      expect(inWord).toContain(said)
    }
    const number = /园受〔2026〕\d+号/.exec(inPdf)?.[0] ?? 'no number'
    expect(inWord).toContain(number)
    await choose('builtin', '恢复')
  })

  it('refuse an act whose template asks for what is not there, unless it stands under a condition', async () => {
    const asks = await written([...everything, '电话：{承办单位电话}'])
    const uploaded = await upload(asks)
    expect(uploaded.cautions).toEqual([expect.stringContaining('{#承办单位电话}')])
    await choose(uploaded.version)
    await expect(issue()).rejects.toMatchObject({
      code: 'document.placeholderMissing',
      message: expect.stringContaining('{fact.unitPhone}'),
    })
    await choose('builtin', '电话还没有')
    await expect(issue()).resolves.toBeDefined()
  })

  it('choose nothing twice, and journal each change with its reason', async () => {
    const count = async () =>
      Number((await kernel.test.tamper('select count(*) as n from journal')).rows[0]?.n ?? Number.NaN)
    const { version } = await upload(starting)
    await choose(version)
    const before = await count()
    await choose(version)
    expect(await count()).toBe(before)
    await choose('builtin', '到此为止')
    expect(await count()).toBe(before + 1)
    const { rows } = await kernel.test.tamper('select command, reason from journal order by sequence desc limit 1')
    expect(rows[0]).toMatchObject({ command: 'documentTemplate.choose', reason: '到此为止' })
  })

  it('are not put in force when the matter no longer knows what they say, and cases before keep the form of the program', async () => {
    const { version } = await upload(starting)
    const stale = JSON.stringify([{ written: '旧字段', key: 'form.gone', isNeeded: true }])
    await kernel.test.tamper(
      `update document_template set placeholders = $1 where matter_type = 'garden-adoption' and version = $2`,
      [stale, version],
    )
    await expect(choose(version)).rejects.toMatchObject({
      code: 'documentTemplate.outOfDate',
      message: expect.stringContaining('{旧字段}'),
    })
    const good = await upload(starting)
    await choose(good.version)
    await kernel.test.tamper(
      `update document_template set placeholders = $1 where matter_type = 'garden-adoption' and version = $2`,
      [stale, good.version],
    )
    expect(allText(await print(await issue()))).not.toContain('按本单位模板')
    await choose('builtin', '恢复')
  })

  it('refuse to print with a template that was changed in the database', async () => {
    const { version } = await upload(await countyTemplate())
    await choose(version)
    const id = await issue()
    await kernel.test.tamper(`update document_template set file = 'other'::bytea where version = $1`, [version])
    await expect(print(id)).rejects.toMatchObject({ code: 'documentTemplate.changed' })
    await expect(print(id, 'pdf')).resolves.toBeDefined()
    await choose('builtin', '恢复')
  })

  it('of one version each, though two are uploaded at once', async () => {
    const versions = await Promise.all([upload(starting, '甲.docx'), upload(starting, '乙.docx')])
    expect(new Set(versions.map(({ version }) => version)).size).toBe(2)
  })
})

const everything = ['{文号}', '{标题}', '{主送}：', '{正文}', '{署名}', '{附注}', '核验码：{核验码}', '{核验说明}']

/** A template as a county would make one in Word: words torn into several runs, faces of its own, a text box and a table. */
function countyTemplate(): Promise<Uint8Array> {
  return written([
    '演示县园林局专用笺',
    ...everything,
    '{#花圃}花圃名：{ 花圃 }{/花圃}',
    '{#承办单位电话}电话：{承办单位电话}{/承办单位电话}',
  ])
}

async function written(texts: readonly string[]): Promise<Uint8Array> {
  const document = new Document({
    creator: '演示',
    sections: [
      {
        children: texts.map(
          (text, index) =>
            new Paragraph({
              ...(index === 0 ? { heading: HeadingLevel.TITLE } : {}),
              // Word tears what was typed at different times, a placeholder too.
              children: [...text].map((character) => new TextRun({ text: character, font: '华文中宋', size: 30 })),
            }),
        ),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function changed(file: Uint8Array, name: string, to: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file)
  const before = strFromU8(parts[name] ?? new Uint8Array())
  const after = to(before)
  if (after === before) throw new Error(`${name} was not changed`)
  return zipSync({ ...parts, [name]: strToU8(after) })
}

/** As a reader that is not ours to write with finds it: the one that reads plans. */
async function read(file: Uint8Array): Promise<string> {
  const reading = await readDocument(file)
  return JSON.stringify(reading)
}

/** Words of body, headers and footers. */
function allText(file: Uint8Array): string {
  return Object.entries(unzipSync(file))
    .filter(([name]) => /^word\/(document|header\d|footer\d)\.xml$/.test(name))
    .map(([, bytes]) =>
      strFromU8(bytes)
        .replaceAll('</w:p>', '\n')
        .replaceAll('<w:br/>', '')
        .replaceAll(/<[^>]+>/g, ''),
    )
    .join('\n')
}

function runOf(file: Uint8Array, text: string): string {
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array())
  return xml.split('<w:r>').find((each) => each.includes(text)) ?? ''
}
