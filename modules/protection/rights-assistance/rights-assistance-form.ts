import type { FormDeclaration, MaterialDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { applicantFields } from '@qiangxian/kernel/matters/usual/usual-people'
import { choice, choices, date, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { helpKinds, rightKinds } from './rights-assistance-choices.ts'

export const form: FormDeclaration = {
  steps: [
    {
      id: 'who',
      label: '您是谁',
      about: '登录或者用手机验证过的，会自动填好，核对一下就行。',
      fields: applicantFields,
    },
    {
      id: 'what',
      label: '发生了什么',
      about: '用自己的话说就行，不用法律术语。',
      fields: {
        rightKind: choice('什么权利被侵犯', 'Right', rightKinds, {
          required: true,
          help: '外形被仿选“外观设计专利”或“著作权”；牌子被冒用选“商标”。说不准的选“其他”',
        }),
        rightNo: text('证书编号', 'Number of the right', {
          longest: 100,
          help: '专利号、商标注册号、作品登记号。没有证书可以不填，会帮您看怎么办',
        }),
        rightTitle: text('名称', 'Title', {
          required: true,
          longest: 200,
          help: '作品、产品、商标或者技术叫什么，比如“提梁壶外形”',
        }),
        counterparty: text('对方是谁', 'Counterparty', {
          longest: 200,
          help: '店名、厂名、网店链接里的名称；不知道写“不清楚”',
        }),
        counterpartyPlace: text('在哪里发现的', 'Where', {
          longest: 500,
          help: '店铺地址、网店链接、展会摊位号',
        }),
        foundOn: date('什么时候发现的', 'Found on', {
          required: true,
          help: '知道侵权和侵权人之日起三年内要提出，越早越好',
        }),
        facts: text('经过', 'Facts', {
          required: true,
          multiline: true,
          longest: 5_000,
          help: '怎么发现的、对方做了什么、您有什么损失',
        }),
      },
    },
    {
      id: 'wish',
      label: '想要什么帮助',
      fields: {
        helpKinds: choices('需要的帮助', 'Kinds of help', helpKinds, {
          required: true,
          help: '可以选几样；不知道选哪个就选“咨询指导”',
        }),
        isOverseas: choice('纠纷在国外吗', 'Abroad', [oneOf('no', '不在', 'No'), oneOf('yes', '在国外', 'Yes')], {
          required: true,
        }),
        country: {
          ...text('哪个国家或者地区', 'Country', { required: true, longest: 100 }),
          when: { field: 'isOverseas', is: 'yes' },
        },
        otherRoads: choice(
          '是否已经走了别的程序',
          'Other roads taken',
          [
            oneOf('none', '没有', 'None'),
            oneOf('suit', '已起诉，还没有判', 'Suit pending'),
            oneOf('authority', '已请求行政部门处理', 'Before an authority'),
            oneOf('mediation', '正在调解', 'In mediation'),
            oneOf('decided', '已有生效的判决或者裁决', 'Decided finally'),
          ],
          { required: true, help: '在打官司也可以申请指导；已有生效判决的，不再出参考意见' },
        ),
        wish: text('希望达到的结果', 'Wish', {
          multiline: true,
          longest: 2_000,
          help: '比如让对方停卖、赔钱、下架链接',
        }),
      },
    },
  ],
}

export const materials: readonly MaterialDeclaration[] = [
  {
    id: 'identity',
    label: '身份证明',
    kind: 'copy',
    copies: 1,
    necessity: 'required',
    when: { field: 'applicantKind', is: 'person' },
    origin: 'government',
    notes: '身份证正反面，手机拍照即可',
    several: true,
  },
  {
    id: 'licence',
    label: '营业执照或者登记证书',
    kind: 'copy',
    copies: 1,
    necessity: 'required',
    when: { field: 'applicantKind', is: 'organisation' },
    origin: 'government',
    shared: { register: 'market-entity', through: 'id', says: '主体名录里已有您单位的登记信息，不用再交营业执照' },
  },
  {
    id: 'right-proof',
    label: '权利证明',
    kind: 'copy',
    copies: 1,
    necessity: 'required',
    origin: 'government',
    notes: '专利证书、商标注册证、作品登记证书；没有登记的著作权，交底稿、创作记录、首次发表的证明',
    several: true,
    shared: { register: 'patent', through: 'owners', says: '专利名录里已有您名下的专利，不用再交专利证书' },
  },
  {
    id: 'clue',
    label: '侵权线索',
    kind: 'electronic',
    copies: 1,
    necessity: 'required',
    origin: 'applicant',
    notes: '照片、截图、链接、购买凭证，有什么交什么。对比照片最好同一角度',
    several: true,
  },
  {
    id: 'loss',
    label: '损失或者开支的凭据',
    kind: 'copy',
    copies: 1,
    necessity: 'later',
    when: { field: 'helpKinds', in: ['damages-opinion', 'cost-sharing'] },
    origin: 'applicant',
    notes: '可以先受理，后补交',
    several: true,
  },
  {
    id: 'power',
    label: '授权委托书',
    kind: 'original',
    copies: 1,
    necessity: 'optional',
    origin: 'applicant',
    notes: '委托别人来办的交；写明委托什么事、到什么时候',
  },
]
