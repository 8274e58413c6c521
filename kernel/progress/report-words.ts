import { figure, figureBeside } from '@qiangxian/engines/indicator/figures'
import type { Localized } from '../errors/define-errors.ts'
import type { ReportContent, ValueState } from './progress.schemas.ts'
import type { ReportSubject } from './report-subject.ts'

export const valueStateWords: Readonly<Record<ValueState, Localized>> = {
  value: { zh: '有值', en: 'value' },
  missing: { zh: '缺数', en: 'missing' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
  suppressed: { zh: '不公开', en: 'suppressed' },
}

/** The value or the progress in a few words, for lists and notices. */
export function summaryOf(content: ReportContent, subject: ReportSubject | undefined): Localized {
  if (content.parts !== null) {
    const all = content.parts.length
    const done = content.parts.filter(({ status }) => status === 'done').length
    return { zh: `${all} 项中 ${done} 项已完成`, en: `${done} of ${all} done` }
  }
  if (content.valueState === 'value' && content.value !== null) {
    const unit = subject?.kind === 'target' ? subject.target.unit : ''
    const { numerator, denominator } = content
    const quotient =
      numerator === null || denominator === null ? '' : `（${figure(numerator)} ÷ ${figure(denominator)}）`
    return {
      zh: `${figureBeside(content.value, [])}${unit}${quotient}`,
      en: `${figureBeside(content.value, [])} ${unit}${quotient.replace('（', ' (').replace('）', ')')}`.trim(),
    }
  }
  if (content.valueState !== null) {
    const words = valueStateWords[content.valueState]
    const reason = content.valueReason ?? ''
    return reason === '' ? words : { zh: `${words.zh}：${reason}`, en: `${words.en}: ${reason}` }
  }
  if (content.progress !== null) {
    return { zh: `进度 ${figure(content.progress)}%`, en: `${figure(content.progress)}% done` }
  }
  return { zh: '还没有填写', en: 'nothing entered yet' }
}
