import { defineErrors } from '../errors/define-errors.ts'

export const partyErrors = defineErrors('party', {
  nameTaken: {
    status: 409,
    zh: (e: { name: string }) => `已经有名为“${e.name}”的单位。请直接选用它；若确是另一个单位，请用能区分的全称。`,
    en: (e) => `There is a unit named “${e.name}” already. Choose it, or give a full name that tells the two apart.`,
  },
  aliasTaken: {
    status: 409,
    zh: (e: { alias: string }) => `别名“${e.alias}”已属于另一个单位。请先在那个单位下删除该别名。`,
    en: (e) => `The alias “${e.alias}” belongs to another unit. Remove it there first.`,
  },
  ownSuccessor: {
    status: 400,
    zh: (e: { name: string }) => `“${e.name}”不能承接自己。请另选承接其职责的单位，或留空。`,
    en: (e) => `“${e.name}” cannot succeed itself. Choose the unit that took over, or leave it empty.`,
  },
  ownAncestor: {
    status: 400,
    zh: (_: Record<never, never>) => '一个单位不能以自己或自己的下级为上级。请另选上级单位。',
    en: () => 'A unit cannot stand below itself. Choose another parent unit.',
  },
})
