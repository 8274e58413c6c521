import type { PrintedBlock, PrintedContent } from '../content.types.ts'
import type { PrintSheet } from './sheet.ts'

/** A document that nobody issued, for tests of its form. */
export function inventedSheet(changes: Partial<PrintedContent> = {}, sheet: Partial<PrintSheet> = {}): PrintSheet {
  const content: PrintedContent = {
    shape: 1,
    form: 'letter',
    office: '演示市市场监督管理局',
    label: '函',
    title: '演示市市场监督管理局关于商请协助核实紫砂壶外观设计专利侵权线索的函',
    number: '演市监函〔2026〕17号',
    addressee: '演示市丁山镇人民政府',
    blocks: paragraphs,
    issuedOn: '2026-06-12',
    isSealed: true,
    notes: ['此件公开发布'],
    verificationCode: 'ABCD-2345-EFGH-6789',
    matterNumber: 'YX-IP-20260612-000317',
    isDemonstration: false,
    salt: 'salt',
    ...changes,
  }
  return {
    content,
    seal: content.isSealed ? { office: content.office, caution: testCaution } : null,
    revoked: null,
    qrText: `https://demo.example/verify?code=${content.verificationCode}`,
    ...sheet,
  }
}

const testCaution = '本件电子印章由测试服务签发，可验证内容未被改动，不具有法律效力；正式文本以加盖印章的纸质件为准。'

const paragraphs: readonly PrintedBlock[] = [
  {
    kind: 'paragraph',
    text: '我局于2026年6月8日收到演示陶艺有限公司（演示）提交的维权援助申请，反映贵镇辖区内有商户销售与其外观设计专利相近的“仿古如意壶”。为查清有关情况，根据《中华人民共和国专利法》第六十八条的规定，现商请协助如下事项：',
  },
  { kind: 'heading', text: '一、协助核实的内容', level: 1 },
  {
    kind: 'list',
    items: [
      '涉案商户的登记名称、经营地址和联系方式；',
      '现场在售产品的照片，每件不少于3张；',
      '近12个月的进货凭证和销售台账。',
    ],
  },
  { kind: 'heading', text: '二、回复的时间和方式', level: 1 },
  { kind: 'paragraph', text: '请于2026年6月26日前书面回复。涉及商业秘密的材料，请密封后由专人送达。' },
]
