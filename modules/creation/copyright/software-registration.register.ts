import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { date, links, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 计算机软件著作权登记: a national series of its own; whether it counts with works is the county's parameter. */
export const softwareRegistration = defineRegister({
  id: 'software-registration',
  alsoCalled: ['software'],
  area: 'creation',
  systems: ['S13'],
  label: '软件著作权登记簿',
  labelEn: 'Registered software',
  recordLabel: '软件著作权',
  countUnit: '件',
  about: '著作权人地址在本市的软件著作权登记；与作品登记不是同一系列，是否计入万人作品登记量由参数决定。',
  source: '计算机软件保护条例第七条；计算机软件著作权登记办法',
  fields: {
    registrationNo: text('登记号', 'Registration number', {
      ...open,
      required: true,
      format: 'software-registration-no',
      aliases: ['软著登记号', '软件登记号', '软件著作权登记号'],
    }),
    certificateNo: text('证书号', 'Certificate number', {
      ...open,
      format: 'software-certificate-no',
      aliases: ['证书编号', '软著证书号'],
    }),
    name: text('软件名称', 'Software', { ...open, required: true, longest: 300, aliases: ['软件全称', '名称'] }),
    version: text('版本号', 'Version', { ...open, longest: 30, aliases: ['版本'] }),
    owners: links('著作权人', 'Owners', 'market-entity', {
      ...open,
      required: true,
      aliases: ['权利人', '申请人'],
    }),
    completedOn: date('开发完成日期', 'Completed on', { ...open, aliases: ['完成日期', '开发完成时间'] }),
    firstPublishedOn: date('首次发表日期', 'First published on', {
      ...open,
      notBefore: ['completedOn'],
      aliases: ['发表日期'],
    }),
    registeredOn: date('登记日期', 'Registered on', {
      ...open,
      required: true,
      notBefore: ['completedOn'],
      aliases: ['登记时间', '发证日期', '批准日期'],
    }),
    endedOn: date('撤销日期', 'Revoked on', { ...open, notBefore: ['registeredOn'], aliases: ['注销日期'] }),
    evidence: files('登记证书', 'Certificate'),
    remarks: remarks(),
  },
  key: ['registrationNo'],
  title: 'name',
  columns: ['registrationNo', 'name', 'version', 'owners', 'registeredOn'],
  validity: { from: 'registeredOn', until: ['endedOn'] },
  unitFrom: 'owners',
  access: { public: ['registrationNo', 'name', 'version', 'owners', 'registeredOn'], units: 'all', editedBy: 'office' },
  retentionYears: null,
})
