import { defineTexts } from '../i18n/language.ts'

export const lightTexts = defineTexts(
  {
    lights: { green: '正常', amber: '关注', red: '滞后', grey: '缺数', blue: '已完成' },
    statuses: { reported: '上报', checked: '已审', approved: '核定', returned: '退回', computed: '测算' },
    statusMeaning: {
      reported: '责任单位已上报，领导小组办公室尚未审核',
      checked: '领导小组办公室已审核，尚未核定',
      approved: '领导小组办公室已核定，对外以此为准',
      returned: '已退回责任单位，待重新上报',
      computed: '由名录中的记录按口径测算，尚未核定',
    },
    missing: '缺数',
    missingShort: '缺',
    notApplicable: '不适用',
    suppressed: '不公开',
    never: '从未上报',
    noReason: '未说明原因',
  },
  {
    lights: { green: 'on course', amber: 'watch', red: 'behind', grey: 'no value', blue: 'done' },
    statuses: {
      reported: 'reported',
      checked: 'checked',
      approved: 'approved',
      returned: 'returned',
      computed: 'computed',
    },
    statusMeaning: {
      reported: 'reported by the unit, not yet checked by the office',
      checked: 'checked by the office, not yet approved',
      approved: 'approved by the office; this is what the public sees',
      returned: 'sent back to the unit, to be reported again',
      computed: 'computed from the records of the registers, not yet approved',
    },
    missing: 'missing',
    missingShort: 'none',
    notApplicable: 'n/a',
    suppressed: 'withheld',
    never: 'never reported',
    noReason: 'no reason given',
  },
)
