import { defineErrors, type Localized } from '../errors/define-errors.ts'

const lines = (problems: readonly string[]) => problems.map((each) => `- ${each}`).join('\n')

export const matterErrors = defineErrors('matter', {
  badDeclarations: {
    status: 500,
    zh: (e: { problems: readonly string[] }) =>
      `事项的声明有 ${e.problems.length} 处问题，程序没有启动：\n${lines(e.problems)}`,
    en: (e) => `The declarations of matters have ${e.problems.length} problems:\n${lines(e.problems)}`,
  },
  typeUnknown: {
    status: 404,
    zh: (e: { type: string }) => `没有事项“${e.type}”，或者本县已不再办理。请从事项目录中选择。`,
    en: (e) => `There is no matter “${e.type}”, or it is no longer offered. Choose one from the list of services.`,
  },
  versionUnknown: {
    status: 404,
    zh: (e: { type: string; version: number }) => `事项“${e.type}”没有第 ${e.version} 版。请从版本列表中选择。`,
    en: (e) => `“${e.type}” has no version ${e.version}. Choose one from the list of its versions.`,
  },
  unknown: {
    status: 404,
    zh: (e: { id: string }) => `没有找到办件“${e.id}”，或者您无权查看。请核对编号，或从列表中重新打开。`,
    en: (e) => `There is no matter “${e.id}”, or you may not see it. Check its number, or open it from the list.`,
  },
  closed: {
    status: 409,
    zh: (e: { label: string; reason: string }) =>
      `“${e.label}”目前暂停收件（${e.reason}）。草稿已经保留，恢复后可以继续提交。`,
    en: (e) => `“${e.label}” takes no new cases at present (${e.reason}). Your draft is kept for when it opens again.`,
  },
  notOfferedHere: {
    status: 409,
    zh: (e: { label: string }) => `本县还没有指定“${e.label}”由哪个单位办理，暂时不能提交。请联系平台管理员。`,
    en: (e) => `The county has not said who handles “${e.label}”, so it cannot be submitted. Ask the administrator.`,
  },
  wrongEntrance: {
    status: 409,
    zh: (e: { label: string; ways: Localized }) => `“${e.label}”不能这样提交，可以通过：${e.ways.zh}。`,
    en: (e) => `“${e.label}” cannot be filed this way. It can be filed by: ${e.ways.en}.`,
  },
  badValues: {
    status: 422,
    zh: (e: { count: number }) => `有 ${e.count} 处填写不符合要求，没有提交。请按提示修改后再提交。`,
    en: (e) => `${e.count} of the entries cannot be taken, and nothing was submitted. Correct them as described.`,
  },
  materialsMissing: {
    status: 422,
    zh: (e: { labels: readonly string[] }) =>
      `还缺 ${e.labels.length} 份必交材料：${e.labels.join('、')}。请补齐后再提交。`,
    en: (e) => `${e.labels.length} required materials are missing: ${e.labels.join(', ')}. Add them and submit again.`,
  },
  materialUnknown: {
    status: 422,
    zh: (e: { material: string }) => `这个事项不收“${e.material}”这种材料。请从材料清单中选择。`,
    en: (e) => `This matter takes no material “${e.material}”. Choose one of its list.`,
  },
  fileUnknown: {
    status: 422,
    zh: (e: { id: string }) => `文件“${e.id}”不存在，或者不是您上传的。请重新上传。`,
    en: (e) => `There is no file “${e.id}”, or it is not yours. Upload it again.`,
  },
  changedMeanwhile: {
    status: 409,
    zh: (e: { number: string; label: string; by: string; at: string }) =>
      `办件 ${e.number} 刚被 ${e.by} 于 ${e.at} 办理（${e.label}）。您填写的内容没有丢失，请刷新后核对再办。`,
    en: (e) =>
      `Matter ${e.number} was acted on meanwhile by ${e.by} at ${e.at} (${e.label}). What you wrote is kept: reload, check, and act again.`,
  },
  notAllowedNow: {
    status: 409,
    zh: (e: { number: string; act: string; phase: string; possible: readonly string[] }) =>
      `办件 ${e.number} 现在是“${e.phase}”，不能“${e.act}”。${e.possible.length === 0 ? '目前没有可以办理的环节。' : `现在可以：${e.possible.join('、')}。`}`,
    en: (e) =>
      `Matter ${e.number} stands at “${e.phase}” and “${e.act}” cannot be done. ${e.possible.length === 0 ? 'Nothing can be done at present.' : `Possible now: ${e.possible.join(', ')}.`}`,
  },
  notForYou: {
    status: 403,
    zh: (e: { act: string; who: Localized; handler: string | null }) =>
      `“${e.act}”由${e.who.zh}办理${e.handler === null ? '' : `，本件现由 ${e.handler} 承办`}。如需您来办，请先转办或委托。`,
    en: (e) =>
      `“${e.act}” is done by ${e.who.en}${e.handler === null ? '' : `; it is in the hands of ${e.handler}`}. Have it handed over or delegated to you first.`,
  },
  conflictOfInterest: {
    status: 403,
    zh: (e: { act: string; why: Localized }) => `您不能办理“${e.act}”：${e.why.zh}。请由本单位其他人员办理。`,
    en: (e) => `You may not do “${e.act}”: ${e.why.en}. Somebody else of the unit has to do it.`,
  },
  refusedByGuard: {
    status: 422,
    zh: (e: { act: string; reasons: readonly Localized[] }) =>
      `暂时不能“${e.act}”：${e.reasons.map(({ zh }) => zh).join('；')}`,
    en: (e) => `“${e.act}” cannot be done yet: ${e.reasons.map(({ en }) => en).join('; ')}`,
  },
  badInput: {
    status: 422,
    zh: (e: { act: string; count: number }) => `“${e.act}”有 ${e.count} 处填写不符合要求，没有办理。请按提示修改。`,
    en: (e) => `${e.count} entries of “${e.act}” cannot be taken, and nothing was done. Correct them as described.`,
  },
  notInBatch: {
    status: 422,
    zh: (e: { act: string }) => `“${e.act}”需要逐件办理，不能批量。请打开办件办理。`,
    en: (e) => `“${e.act}” is done one matter at a time. Open the matter.`,
  },
  personUnknown: {
    status: 422,
    zh: (e: { who: string }) => `没有找到可以办理的人员或单位“${e.who}”。请从名单中选择。`,
    en: (e) => `There is nobody “${e.who}” who could take it. Choose from the list.`,
  },
  callUnknown: {
    status: 404,
    zh: (_: Record<never, never>) => '没有找到请您答复的会签、加签或抄送，可能已经答复或撤回。请刷新后查看。',
    en: () => 'There is nothing here for you to answer; it may have been answered or taken back. Reload the page.',
  },
  documentNotHere: {
    status: 422,
    zh: (e: { number: string; document: string }) =>
      `办件 ${e.number} 没有编号为“${e.document}”的有效文书。请从本件的文书中选择一份没有撤销的。`,
    en: (e) => `Matter ${e.number} has no document ${e.document} in force. Choose one of its own that was not revoked.`,
  },
  urgedToday: {
    status: 409,
    zh: (e: { number: string }) => `办件 ${e.number} 今天已经催办过。承办人已收到提醒，请明天再试。`,
    en: (e) => `Matter ${e.number} was urged today already. The officer was told; try again tomorrow.`,
  },
  sameMatter: {
    status: 422,
    zh: (_: Record<never, never>) => '不能把办件并入它自己。请选择另一件同类办件。',
    en: () => 'A matter cannot be joined into itself. Choose another of the same kind.',
  },
  nothingSealed: {
    status: 409,
    zh: (e: { number: string }) => `办件 ${e.number} 没有封存的内容。`,
    en: (e) => `Matter ${e.number} holds nothing that is sealed.`,
  },
  versionStands: {
    status: 409,
    zh: (e: { label: string; version: number }) => `“${e.label}”的声明与第 ${e.version} 版相同，不需要发布。`,
    en: (e) => `The declaration of “${e.label}” is that of version ${e.version}; there is nothing to publish.`,
  },
  effectUnseen: {
    status: 409,
    zh: (e: { label: string }) => `“${e.label}”新版本的影响已有变化。请重新查看对在办件的影响，再确认发布。`,
    en: (e) =>
      `What the new version of “${e.label}” changes is no longer what you saw. Look at it again, then publish.`,
  },
})
