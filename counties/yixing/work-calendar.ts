import type { WorkCalendarYear } from '../county.types.ts'

const year2024: WorkCalendarYear = {
  year: 2024,
  status: 'official',
  holidays: [
    { name: '元旦', from: '2024-01-01', to: '2024-01-01' },
    { name: '春节', from: '2024-02-10', to: '2024-02-17' }, // 除夕 02-09 is a working day by the notice
    { name: '清明节', from: '2024-04-04', to: '2024-04-06' },
    { name: '劳动节', from: '2024-05-01', to: '2024-05-05' },
    { name: '端午节', from: '2024-06-10', to: '2024-06-10' },
    { name: '中秋节', from: '2024-09-15', to: '2024-09-17' },
    { name: '国庆节', from: '2024-10-01', to: '2024-10-07' },
  ],
  makeUpDays: [
    { date: '2024-02-04', holiday: '春节' },
    { date: '2024-02-18', holiday: '春节' },
    { date: '2024-04-07', holiday: '清明节' },
    { date: '2024-04-28', holiday: '劳动节' },
    { date: '2024-05-11', holiday: '劳动节' },
    { date: '2024-09-14', holiday: '中秋节' },
    { date: '2024-09-29', holiday: '国庆节' },
    { date: '2024-10-12', holiday: '国庆节' },
  ],
  source: {
    title: '国务院办公厅关于2024年部分节假日安排的通知',
    documentNo: '国办发明电〔2023〕7号',
    issuedOn: '2023-10-25',
  },
}

const year2025: WorkCalendarYear = {
  year: 2025,
  status: 'official',
  holidays: [
    { name: '元旦', from: '2025-01-01', to: '2025-01-01' },
    { name: '春节', from: '2025-01-28', to: '2025-02-04' },
    { name: '清明节', from: '2025-04-04', to: '2025-04-06' },
    { name: '劳动节', from: '2025-05-01', to: '2025-05-05' },
    { name: '端午节', from: '2025-05-31', to: '2025-06-02' },
    { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
  ],
  makeUpDays: [
    { date: '2025-01-26', holiday: '春节' },
    { date: '2025-02-08', holiday: '春节' },
    { date: '2025-04-27', holiday: '劳动节' },
    { date: '2025-09-28', holiday: '国庆节、中秋节' },
    { date: '2025-10-11', holiday: '国庆节、中秋节' },
  ],
  source: {
    title: '国务院办公厅关于2025年部分节假日安排的通知',
    documentNo: '国办发明电〔2024〕12号',
    issuedOn: '2024-11-12',
  },
}

const year2026: WorkCalendarYear = {
  year: 2026,
  status: 'official',
  holidays: [
    { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
    { name: '春节', from: '2026-02-15', to: '2026-02-23' },
    { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
    { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
    { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
    { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
    { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUpDays: [
    { date: '2026-01-04', holiday: '元旦' },
    { date: '2026-02-14', holiday: '春节' },
    { date: '2026-02-28', holiday: '春节' },
    { date: '2026-05-09', holiday: '劳动节' },
    { date: '2026-09-20', holiday: '国庆节' },
    { date: '2026-10-10', holiday: '国庆节' },
  ],
  source: {
    title: '国务院办公厅关于2026年部分节假日安排的通知',
    documentNo: null, // the copies at hand print no number
    issuedOn: '2025-11-04',
  },
}

/**
 * 2027 is not published: only the statutory days are certain, so no due date may rest on this year. It serves a
 * preview, always labelled provisional. Replace it as a whole when the notice is out; a notice may also change the
 * last days of the year before.
 */
const year2027: WorkCalendarYear = {
  year: 2027,
  status: 'provisional',
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
    { name: '春节', from: '2027-02-05', to: '2027-02-08' },
    { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
  ],
  makeUpDays: [],
  source: {
    title: '全国年节及纪念日放假办法（2024年11月10日修订）第二条',
    documentNo: null,
    issuedOn: '2024-11-10',
  },
}

export const workCalendar: WorkCalendarYear[] = [year2024, year2025, year2026, year2027]
