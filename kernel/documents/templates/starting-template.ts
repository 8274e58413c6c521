import { Paragraph } from 'docx'
import type { DocumentTemplate } from '../../matters/matter.types.ts'
import { line, paragraph, run } from '../print/docx-type.ts'
import { twips } from '../print/geometry.ts'
import { wordFile } from '../print/word-file.ts'

/**
 * A template to begin with: our own form of GB/T 9704 with placeholders where the words of a document stand. Filled
 * unchanged it is what the platform prints without a template.
 */
export function startingTemplate(template: DocumentTemplate, on: Date): Promise<Uint8Array> {
  const { form, addressee, label, notes } = template
  const isCertificate = form === 'certificate'
  const hasSmallNotes = isCertificate || form === 'receipt'
  const hasNotes = (notes ?? []).length > 0
  const atTheRight = (text: string, before: number) =>
    new Paragraph({ indent: { left: twips(130) }, spacing: { before }, children: [run(text, { points: 18 })] })
  return wordFile({
    ...{ form, office: '{发文机关}', number: '{文号}', titles: ['{标题}'], date: '{成文日期}', code: '{核验码}' },
    addressee: addressee === undefined ? null : '{主送}：',
    body: [paragraph([run('{正文}', isCertificate ? { points: 20 } : {})])],
    signature: isCertificate
      ? [atTheRight('{发文机关}', twips(16)), atTheRight('{成文日期}', 120)]
      : [line([run('{署名}')]), ...(hasNotes ? [paragraph([run('{附注}')])] : [])],
    notes: hasSmallNotes && hasNotes ? ['{附注}'] : [],
    warning: '{警示}',
    qr: () => run('{二维码}', { face: 'songti', points: 7.5 }),
    ...{
      qrSays: form === 'receipt' ? '扫码查询办理进度' : '扫码或在平台“文书核验”输入核验码，可核验真伪',
      sentences: ['{核验说明}'],
    },
    // A mark whose length nobody knows yet: ten characters fit in full height.
    markHeight: 15,
    about: { title: `${label}模板`, subject: label, on },
  })
}
