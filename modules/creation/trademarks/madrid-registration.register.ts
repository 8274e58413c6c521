import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { codes, date, integer, links, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 马德里商标国际注册: one record for each international registration, whatever number of countries it names. */
export const madridRegistration = defineRegister({
  id: 'madrid-registration',
  alsoCalled: ['madrid'],
  area: 'creation',
  systems: ['S13', 'S16'],
  label: '马德里商标名录',
  labelEn: 'Madrid registrations',
  recordLabel: '马德里商标',
  countUnit: '件',
  about: '持有人在本市、原属国为中国的马德里国际注册，一个国际注册号一条；按类别或指定国另有字段。',
  source: '商标国际注册马德里协定有关议定书第六条、第七条（十年有效、续展）；工作方案工作目标、任务 6',
  fields: {
    registrationNo: text('国际注册号', 'International registration number', {
      ...open,
      required: true,
      format: 'madrid-no',
      aliases: ['注册号', '马德里注册号', 'G号', '国际注册证号'],
    }),
    name: text('商标名称', 'Mark', { ...open, required: true, longest: 200, aliases: ['名称', '商标'] }),
    owners: links('持有人', 'Holders', 'market-entity', {
      ...open,
      required: true,
      aliases: ['权利人', '注册人', '申请人'],
    }),
    niceClasses: codes('类别', 'Nice classes', 'nice-class', { ...open, aliases: ['国际分类', '尼斯分类'] }),
    classCount: integer('类别数', 'Number of classes', {
      ...open,
      unit: '件',
      least: 1,
      most: 45,
      aliases: ['类别数量'],
      help: '参数定为按类别计数时用',
    }),
    designations: codes('指定国家', 'Designated', 'office-code', {
      ...open,
      aliases: ['指定国', '指定缔约方', '领土延伸'],
      help: '两个字母的代码；指定多少国家都是一件',
    }),
    basicNo: text('基础注册号', 'Basic registration', {
      ...open,
      format: 'trademark-no',
      aliases: ['国内注册号', '基础商标号'],
    }),
    registeredOn: date('国际注册日期', 'Registered on', {
      ...open,
      required: true,
      aliases: ['注册日期', '注册日', '国际注册日'],
    }),
    expiresOn: date('有效期至', 'Expires on', {
      ...open,
      isLastDay: true,
      mayLieAhead: true,
      notBefore: ['registeredOn'],
      aliases: ['到期日', '届满日', '专用期限至'],
    }),
    endedOn: date('失效日期', 'Ended on', { ...open, notBefore: ['registeredOn'], aliases: ['注销日期', '终止日期'] }),
    evidence: files('注册证', 'Certificate'),
    remarks: remarks(),
  },
  key: ['registrationNo'],
  title: 'name',
  columns: ['registrationNo', 'name', 'owners', 'designations', 'registeredOn', 'expiresOn'],
  validity: { from: 'registeredOn', until: ['expiresOn', 'endedOn'] },
  unitFrom: 'owners',
  access: {
    public: ['registrationNo', 'name', 'owners', 'designations', 'registeredOn', 'expiresOn'],
    units: 'all',
    editedBy: 'units',
  },
  retentionYears: null,
})
