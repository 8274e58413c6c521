import type { FormDeclaration, MaterialDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { choice, date, flag, link, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { identity, specialities } from './person-fields.ts'

const isNew = { field: 'kind', is: 'new' } as const
const isKnown = { field: 'kind', in: ['reappointment', 'exit'] } as const
const staysOrComes = { field: 'kind', in: ['new', 'reappointment'] } as const

export const form: FormDeclaration = {
  steps: [
    {
      id: 'kind',
      label: '办哪一种',
      fields: {
        kind: choice(
          '办理类型',
          'Kind',
          [
            oneOf('new', '首次入库', 'Admission', '入库'),
            oneOf('reappointment', '聘期到了，续聘', 'Re-appointment', '续聘'),
            oneOf('exit', '退出专家库', 'Exit', '退库'),
          ],
          { required: true },
        ),
        expert: {
          ...link('库里的本人', 'Own record', 'expert', { required: true, help: '按姓名找到自己的那一条' }),
          when: isKnown,
        },
      },
    },
    {
      id: 'who',
      label: '本人信息',
      fields: {
        expertName: {
          ...text('姓名', 'Name', {
            required: true,
            sensitivity: 'open',
            longest: 50,
            help: '入库后姓名、专长、单位公开',
          }),
          prefill: { from: 'person', field: 'name' },
        },
        idNumber: { ...identity.idNumber, required: true, when: isNew },
        phone: { ...identity.phone, required: true, prefill: { from: 'person', field: 'phone' } },
        email: { ...identity.email, prefill: { from: 'person', field: 'email' } },
        employer: {
          ...text('工作单位', 'Employer', {
            required: true,
            sensitivity: 'open',
            longest: 150,
            help: '退休的写“退休”',
          }),
          prefill: { from: 'link', link: 'expert', field: 'employer' },
        },
        post: {
          ...text('职务职称', 'Post', { longest: 100, sensitivity: 'open' }),
          prefill: { from: 'link', link: 'expert', field: 'post' },
        },
      },
    },
    {
      id: 'expertise',
      label: '专长',
      fields: {
        specialities: {
          ...specialities(),
          required: true,
          when: staysOrComes,
          prefill: { from: 'link', link: 'expert', field: 'specialities' },
        },
        experience: {
          ...text('工作经历和成果', 'Experience', {
            required: true,
            multiline: true,
            longest: 3_000,
            help: '从业年限、主要成果、参加过的评审和鉴定',
          }),
          when: staysOrComes,
        },
        source: {
          ...choice(
            '来源',
            'Nominated',
            [
              oneOf('self', '自荐，单位同意', 'By oneself'),
              oneOf('recommended', '单位或者协会推荐，本人同意', 'Recommended'),
              oneOf('invited', '定向邀请', 'Invited'),
            ],
            { required: true },
          ),
          when: isNew,
        },
        conflicts: {
          ...text('要回避的单位', 'Units to stand aside from', {
            multiline: true,
            longest: 1_000,
            help: '任职、持股、代理、亲属所在的单位，抽取时自动回避；以后有变化及时告诉我们',
          }),
          when: staysOrComes,
        },
        promises: {
          ...flag('承诺', 'Promise', {
            required: true,
            help: '如实填写，遵守回避、保密和廉洁的规定，没有严重失信记录',
          }),
          when: staysOrComes,
        },
        exitReason: {
          ...text('退出原因', 'Why', { required: true, multiline: true, longest: 500 }),
          when: { field: 'kind', is: 'exit' },
        },
        exitOn: {
          ...date('希望退出的日期', 'From', { mayLieAhead: true }),
          when: { field: 'kind', is: 'exit' },
        },
      },
    },
  ],
}

export const materials: readonly MaterialDeclaration[] = [
  {
    id: 'identity',
    label: '身份证',
    kind: 'copy',
    copies: 1,
    necessity: 'required',
    when: isNew,
    origin: 'government',
    notes: '正反面',
    several: true,
  },
  {
    id: 'title',
    label: '职称证书、执业证书或者学历证书',
    kind: 'copy',
    copies: 1,
    necessity: 'required',
    when: isNew,
    origin: 'government',
    notes: '有一种就行；专利代理师证、律师证、高级工艺美术师证等',
    several: true,
  },
  {
    id: 'consent',
    label: '所在单位同意意见',
    kind: 'original',
    copies: 1,
    necessity: 'later',
    when: isNew,
    origin: 'applicant',
    notes: '盖章；可以先受理，公示前补交。退休的不用',
  },
  {
    id: 'works',
    label: '代表成果',
    kind: 'copy',
    copies: 1,
    necessity: 'optional',
    when: staysOrComes,
    origin: 'applicant',
    several: true,
  },
]
