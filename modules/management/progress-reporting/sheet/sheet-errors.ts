import { defineErrors, type Localized } from '@qiangxian/kernel/errors/define-errors'

export const sheetErrors = defineErrors('sheet', {
  unreadable: {
    status: 422,
    zh: (e: { fileName: string; why: Localized }) => `“${e.fileName}”读不出来：${e.why.zh}`,
    en: (e) => `“${e.fileName}” cannot be read: ${e.why.en}`,
  },
  nothingToFill: {
    status: 409,
    zh: (e: { unit: string }) => `${e.unit}现在没有要填报的事项。新的报送期开始后再下载，或指明报送期。`,
    en: (e) => `${e.unit} has nothing to fill in now. Come back when a new period opens, or name the period.`,
  },
  decided: {
    status: 409,
    zh: (e: { taken: boolean }) => `这份表格已经${e.taken ? '存为草稿' : '作废'}，不能再办理。需要的话请重新上传。`,
    en: (e) => `This sheet was ${e.taken ? 'taken' : 'discarded'} already. Upload it again if it is needed.`,
  },
  moved: {
    status: 409,
    zh: (e: { count: number }) => `上传之后有 ${e.count} 项被改动，因此一行也没有存。请重新上传表格，对照后再确认。`,
    en: (e) => `${e.count} reports changed after the upload, so no row was taken. Upload the sheet again and compare.`,
  },
})
