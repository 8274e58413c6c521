import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, flag, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'
import { identity, specialities } from './person-fields.ts'

/** 宜兴籍知识产权乡贤 */
export const townsman = defineRegister({
  id: 'townsman',
  area: 'talent',
  systems: ['S51'],
  label: '乡贤名录',
  labelEn: 'Fellow-townsmen',
  recordLabel: '乡贤',
  countUnit: '人',
  about: '在外地从事相关工作的本地籍人士：专长、所在地、联系情况；本人同意后才登记，不公开。',
  source: '工作方案任务 21；中华人民共和国个人信息保护法第十三条（取得同意）、第二十八条',
  fields: {
    name: text('姓名', 'Name', { required: true, longest: 50, aliases: ['乡贤姓名'] }),
    specialities: specialities(),
    employer: text('工作单位', 'Employer', { longest: 150, aliases: ['单位', '所在单位'] }),
    post: text('职务职称', 'Post', { longest: 100, aliases: ['职称', '职务'] }),
    city: text('所在城市', 'City', { longest: 50, aliases: ['城市', '现居地', '所在地'] }),
    tie: choice(
      '籍贯联系',
      'Tie',
      [
        oneOf('born', '本地出生', 'Born here'),
        oneOf('family', '祖籍', 'Family from here'),
        oneOf('studied', '曾在本地求学', 'Studied here'),
        oneOf('worked', '曾在本地工作', 'Worked here'),
      ],
      { aliases: ['与本市关系'] },
    ),
    registeredOn: date('登记日期', 'Registered on', { required: true, aliases: ['入库日期'] }),
    consented: flag('本人同意', 'Consented', { aliases: ['是否同意'], help: '没有本人同意的不得登记' }),
    lastContactOn: date('最近联系日期', 'Last contact', { notBefore: ['registeredOn'], aliases: ['联系日期'] }),
    endedOn: date('退出日期', 'Ended on', { notBefore: ['registeredOn'] }),
    ...identity,
    remarks: remarks(),
  },
  key: ['name', 'employer'],
  title: 'name',
  columns: ['name', 'specialities', 'employer', 'city', 'registeredOn'],
  validity: { from: 'registeredOn', until: ['endedOn'] },
  access: { public: 'none', units: 'own', editedBy: 'office' },
  retentionYears: 5,
})
