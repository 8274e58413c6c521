import Type from 'typebox'
import { defineCommand } from '../../operations/operation.ts'
import { remindBadRatings } from '../../ratings/remind-bad-ratings.ts'
import { forgetThrottles } from '../../throttles/throttle.ts'
import { expireDrafts } from './expire-drafts.ts'
import { remindLaterMaterials } from './remind-later-materials.ts'

export const DoorStep = Type.Object({
  drafts: Type.Integer(),
  visits: Type.Integer(),
  materials: Type.Integer(),
  ratings: Type.Integer(),
  throttles: Type.Integer(),
})

/** counts that are forgotten in one step */
const throttlesAtATime = 5_000

/** One step of what the doors do by themselves. */
export const stepDoorClock = defineCommand({
  id: 'door.step',
  label: { zh: '办事入口的例行清理和提醒', en: 'Tidy the doors and remind' },
  about: {
    zh: '删除过期草稿和临时凭证，提醒容缺材料，告知超期的差评。',
    en: 'Forgets drafts and visits whose time is over, reminds of materials that were promised, tells of late bad ratings.',
  },
  permission: 'clock.run',
  route: { method: 'POST', path: '/door-clock/step' },
  cli: 'door step',
  input: Type.Object({}),
  output: DoorStep,
  run: async (context) => {
    const { drafts, visits } = await expireDrafts(context)
    const materials = await remindLaterMaterials(context)
    const ratings = await remindBadRatings(context)
    const throttles = await forgetThrottles(context, throttlesAtATime)
    const done = { drafts, visits, materials, ratings, throttles }
    // Counts that are over are nobody's record: forgetting them is no act.
    if ([drafts, visits, materials, ratings].every((count) => count === 0)) context.unchanged()
    else await context.record({ subject: { kind: 'door', id: 'clock' }, before: null, after: done })
    return done
  },
})
