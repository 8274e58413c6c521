// Printed by scripts/generate-api-types.ts from the operations of the server. Do not edit.

export const commandLabels: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'account.change': { zh: '修改账号', en: 'Change an account' },
  'account.changeOwnPassword': { zh: '修改密码', en: 'Change own password' },
  'account.create': { zh: '新建账号', en: 'Create an account' },
  'account.createFirst': { zh: '首次设置管理员', en: 'Create the first administrator' },
  'evidence.give': { zh: '上传文件', en: 'Give a file' },
  'party.change': { zh: '修改单位', en: 'Change a unit' },
  'party.create': { zh: '新建单位', en: 'Create a unit' },
  'plan.adopt': { zh: '采纳方案', en: 'Adopt a plan' },
  'plan.adoptCounty': { zh: '载入本县方案', en: 'Adopt the county\'s plan' },
  'planImport.addItem': { zh: '新增一项', en: 'Add an item' },
  'planImport.amend': { zh: '修订方案', en: 'Amend the plan' },
  'planImport.changeItem': { zh: '核对一项', en: 'Review an item' },
  'planImport.confirmItems': { zh: '批量确认', en: 'Confirm many' },
  'planImport.createUnits': { zh: '其余单位全部新建', en: 'Create all other units' },
  'planImport.discard': { zh: '作废导入', en: 'Discard an import' },
  'planImport.start': { zh: '上传方案', en: 'Upload a plan' },
  'session.end': { zh: '结束会话', en: 'End a session' },
}
