import { defineErrors } from '../errors/define-errors.ts'

export const serviceErrors = defineErrors('service', {
  badHouse: {
    status: 500,
    zh: (e: { problems: readonly string[] }) =>
      `办事情形、政策和别处机构的声明有 ${e.problems.length} 处问题，程序没有启动：\n${e.problems.map((each) => `- ${each}`).join('\n')}`,
    en: (e) =>
      `The declarations of life events, policies and offices have ${e.problems.length} problems:\n${e.problems.map((each) => `- ${each}`).join('\n')}`,
  },
  unknown: {
    status: 404,
    zh: (e: { type: string }) => `没有服务“${e.type}”，或者本市不办理。请从服务列表中选择，或换个说法搜索。`,
    en: (e) => `There is no service “${e.type}”, or it is not offered here. Choose one from the list, or search.`,
  },
  eventUnknown: {
    status: 404,
    zh: (e: { event: string }) => `没有办事情形“${e.event}”。请从情形列表中选择。`,
    en: (e) => `There is no life event “${e.event}”. Choose one from the list.`,
  },
})
