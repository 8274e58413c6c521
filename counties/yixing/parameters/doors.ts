import type { Parameter } from '../../county.types.ts'
import { limit, local } from './limit-parameter.ts'

/** The doors by which people come: codes by telephone, drafts, queue tickets, ratings (办事入口参数). */
export const doorParameters: Parameter[] = [
  // 手机验证码
  number('visit.codes-per-number-an-hour', '同一手机号每小时验证码', 'Codes to one number an hour', 5, '条'),
  number('visit.codes-per-number-a-day', '同一手机号每天验证码', 'Codes to one number a day', 10, '条'),
  number('visit.codes-per-address-an-hour', '同一网络地址每小时验证码', 'Codes from one address an hour', 30, '条'),
  number('visit.codes-in-county-an-hour', '全市每小时验证码', 'Codes in the county an hour', 1_000, '条'),
  number('visit.seconds-between-codes', '两次获取验证码的间隔', 'Between two codes', 60, '秒'),
  number('visit.code-minutes', '验证码有效', 'A code is valid for', 10, '分钟'),
  number('visit.guesses-per-code', '每个验证码可以输错', 'Wrong guesses of a code', 5, '次'),
  number('visit.visit-hours', '手机验证后可以办理', 'A visit lasts', 2, '小时'),
  // 草稿和材料
  number('draft.kept-days-of-visits', '手机验证办理的草稿保留', 'Drafts of visits are kept', 30, '日'),
  number('draft.kept-days-of-anonymous', '匿名办理的草稿保留', 'Anonymous drafts are kept', 1, '日'),
  number('draft.kept-days-at-the-window', '窗口未提交的表保留', 'Forms at the window are kept', 15, '日'),
  number('draft.most-of-one-person', '一人未提交的草稿', 'Drafts of one person', 50, '份'),
  number('draft.most-files-of-a-material', '一份材料的文件', 'Files of one material', 20, '个'),
  // 上传：从第一个文件起一天之内
  number('upload.files-of-a-draft', '一份申请的文件', 'Files of one application', 200, '个'),
  number('upload.mebibytes-of-a-draft', '一份申请的文件合计', 'Size of the files of one application', 1_024, 'MB'),
  ...uploads('of-a-visitor', '一个手机号（免注册办理）', 'one visitor', 200, 1_024),
  ...uploads('from-an-address', '同一网络地址（未登录）', 'one address', 1_000, 5_120),
  ...uploads('of-all-visitors', '全部未登录的人', 'all visitors', 20_000, 51_200),
  ...uploads('of-an-account', '一个账号', 'one account', 500, 5_120),
  ...uploads('of-a-party', '一个主体（全部账号）', 'one party', 1_000, 10_240),
  ...uploads('of-a-member-of-staff', '一个工作人员', 'one member of staff', 5_000, 51_200),
  // 取号和预约
  number('ticket.most-a-day', '一个大厅每天放号', 'Tickets of a hall a day', 900, '张'),
  number('ticket.most-of-one-number', '同一手机号同时在等', 'Waiting tickets of one number', 2, '张'),
  number('ticket.most-from-address-an-hour', '同一网络地址每小时取号', 'Tickets from one address an hour', 30, '张'),
  number('ticket.booking-days', '可预约今后', 'Bookings lie within', 14, '日'),
  number('ticket.bookings-a-half-hour', '每半小时可预约', 'Bookings in a half hour', 4, '个'),
  // 好差评
  number('rating.rated-within-days', '办结后可以评价', 'A matter can be rated within', 180, '日'),
  number('rating.least-shown', '公开比率至少需要评价', 'Ratings from which on shares are shown', 5, '件'),
  // 办件
  {
    key: 'matter.number-prefix',
    label: '办件编号前缀',
    labelEn: 'What matter numbers begin with',
    unit: '文字',
    value: 'YX-IP',
    isDefault: true,
    about: [],
    source: '平台默认',
    note: '编号为“前缀-日期-当日流水号”；改动只影响以后的办件。',
  },
  {
    key: 'document.number-place',
    label: '发文字号中的地名字',
    labelEn: 'Place character of document numbers',
    unit: '文字',
    value: '宜',
    isDefault: true,
    about: [],
    source: '本市参数（平台默认）',
    note: '写在机关代字前面，如“宜知援受〔2026〕1号”；各单位的机关代字以市委办、市政府办核定的为准。改动后另起编号，已签发的不变。',
  },
  {
    key: 'matter.publish-at-start',
    label: '事项声明变化后启动时自动成为新版本',
    labelEn: 'Changed matters become a version at start',
    unit: '是否',
    value: true,
    isDefault: true,
    about: [],
    source: '平台默认',
    note: '设为否的，先用 qx matter effect 看对在办的影响，再用 qx matter publish 发布。',
  },
]

function uploads(of: string, label: string, labelEn: string, files: number, mebibytes: number): Parameter[] {
  return [
    number(`upload.files-${of}-a-day`, `${label}每天上传`, `Files of ${labelEn} a day`, files, '个'),
    number(
      `upload.mebibytes-${of}-a-day`,
      `${label}每天上传合计`,
      `Size of files of ${labelEn} a day`,
      mebibytes,
      'MB',
    ),
  ]
}

function number(key: string, label: string, labelEn: string, value: number, unit: string): Parameter {
  return limit(key, label, labelEn, value, unit, '本市参数（平台默认）', local)
}
