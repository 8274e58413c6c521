import { defineTexts } from '../../../i18n/language.ts'

/** A page of words: its paragraphs under headings. */
export interface AboutPart {
  readonly heading: string
  readonly lines: readonly string[]
}

const zh: Readonly<Record<string, { readonly title: string; readonly parts: readonly AboutPart[] }>> = {
  accessibility: {
    title: '无障碍说明',
    parts: [
      {
        heading: '我们怎么做',
        lines: [
          '每一页都能只用键盘完成：Tab 往下走，Enter 确定，Esc 关闭。',
          '右上角“大字版”把所有文字放到 18 磅以上，手机上也不用左右拖动；浏览器自己放大到两倍也能用。',
          '不靠颜色区分：每个状态都有形状和文字。读屏软件能读到每个控件的名称、提示和错误。',
          '按《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668—2019）和 WCAG 2.2 AA 检查，每次改动都自动测一遍。',
        ],
      },
      {
        heading: '用着不方便',
        lines: ['请打 12345 说明是哪一页、哪一步；也可以到综合窗口办，工作人员帮您填。'],
      },
    ],
  },
  privacy: {
    title: '个人信息怎么用',
    parts: [
      {
        heading: '收什么，做什么用',
        lines: [
          '只收办这件事要用的。每一项为什么要填，写在旁边；不必填的可以不填。',
          '您在一件事里填过的，下次办别的事会带过来，标明从哪来，您点“可以用”才算数。',
          '手机号只用来发验证码、告诉您进度和答复您。',
        ],
      },
      {
        heading: '谁看得到',
        lines: [
          '只有承办这件事的人看得到。姓名、证件号、手机号加密存放，平时打码显示；要看全的须写明理由，并记入日志。',
          '举报人的身份另外封存，只有经批准的人能打开。好差评不显示是谁评的。',
          '不卖，不给无关的单位，不作与办事无关的用途。',
        ],
      },
      {
        heading: '留在这台设备上的',
        lines: [
          '没交的表里不涉及个人信息的内容，断网时暂存在这台设备，连上后即清除；在公用电脑上办完请点“换一个手机号”退出。',
          '本站不用第三方统计，不放广告，不加载外站内容。',
        ],
      },
    ],
  },
  data: {
    title: '开放数据与接口',
    parts: [
      {
        heading: '能拿到什么',
        lines: [
          '公示结果、办事指南、按时办结和好差评的数字、对外公开的名录字段。',
          '指标、目标和任务的进展在驾驶舱里，每个数字都能点开看怎么来的。',
        ],
      },
    ],
  },
}

const en: typeof zh = {
  accessibility: {
    title: 'Accessibility',
    parts: [
      {
        heading: 'What we do',
        lines: [
          'Every page works by keyboard alone: Tab, Enter, Escape.',
          '“Large text” sets everything to eighteen points or more, without sideways scrolling on a phone.',
          'Nothing depends on colour: each state has a shape and a word.',
          'Checked against WCAG 2.2 AA and GB/T 37668—2019 with every change.',
        ],
      },
      {
        heading: 'Something in your way?',
        lines: ['Call 12345, or come to the window: a clerk fills it in with you.'],
      },
    ],
  },
  privacy: {
    title: 'How personal data is used',
    parts: [
      {
        heading: 'What for',
        lines: [
          'Only what the case needs. Why each item is asked stands beside it.',
          'What you filed once fills the next form, marked with where it came from, and counts when you confirm it.',
          'The phone number is for codes, progress and answers only.',
        ],
      },
      {
        heading: 'Who sees it',
        lines: [
          'Only those who handle the case. Names, identity numbers and phones are encrypted and masked; reading them in clear needs a reason and is journalled.',
          'The identity of who reports a violation is sealed apart. Ratings do not show who rated.',
          'Never sold, and used for nothing else.',
        ],
      },
      {
        heading: 'On this device',
        lines: [
          'Unsent text without personal data is kept here while the line is down, and removed when it has arrived.',
          'No third-party statistics, no advertisements, nothing loaded from other sites.',
        ],
      },
    ],
  },
  data: {
    title: 'Open data and interface',
    parts: [
      {
        heading: 'What there is',
        lines: [
          'Published results, guides, figures of promises and ratings, the public part of the registers.',
          'Targets and tasks stand in the cockpit; every figure opens into its grounds.',
        ],
      },
    ],
  },
}

export const aboutTexts = defineTexts(
  {
    pages: zh,
    map: '网站地图',
    mapGroups: {
      doors: '按事办',
      services: '服务',
      others: '查询与公开',
      about: '关于本站',
    },
    openApi: '接口说明（OpenAPI）',
    cockpit: '驾驶舱',
    unknown: '没有这一页',
  },
  {
    pages: en,
    map: 'Site map',
    mapGroups: {
      doors: 'By what happened',
      services: 'Services',
      others: 'Look up',
      about: 'About',
    },
    openApi: 'Interface description (OpenAPI)',
    cockpit: 'Cockpit',
    unknown: 'There is no such page',
  },
)
