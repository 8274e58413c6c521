import type { Operation } from '../../operations/operation.ts'
import type { Matters } from '../matters.ts'
import { commentOperations } from './comment.operations.ts'
import { detailOperations } from './detail.operations.ts'
import { objectionOperations } from './objection.operations.ts'
import { opinionOperations } from './opinion.operations.ts'
import { publicationOperations } from './publication.operations.ts'
import { queueOperations } from './queue.operations.ts'
import { statisticsOperations } from './statistics.operations.ts'

/** Everything that is read of matters by those who work on them, and what everybody reads of them in public. */
export function matterReadingOperations(matters: Matters): readonly Operation[] {
  return [
    ...queueOperations,
    ...detailOperations(matters),
    ...commentOperations,
    ...opinionOperations(matters),
    ...statisticsOperations(matters),
    ...publicationOperations,
    ...objectionOperations,
  ]
}
