import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'

type Serialize = (answer: unknown) => string

const compile = SerializerSelector()({}, {})

/** by the declaration of the answer: one for all apps of this process */
const known = new WeakMap<object, Serialize>()

interface Answering {
  readonly schema: object
  readonly method: string
  readonly url: string
  readonly httpStatus?: string
}

/**
 * Fastify's own way to write an answer, made from its declaration when the first such answer is written.
 *
 * Made for all routes before the program listens it takes half a second of every start, for the dozen that a visitor
 * needs first. A declaration that cannot be written is found by the test, which makes them all.
 */
export function compileWhenAnswering(route: Answering): Serialize {
  return (answer) => serializerOf(route)(answer)
}

/** @throws when the declaration of the answer cannot be understood */
export function serializerOf(route: Answering): Serialize {
  const found = known.get(route.schema)
  if (found !== undefined) return found
  const made = compile({ ...route, httpStatus: route.httpStatus ?? '200' })
  known.set(route.schema, made)
  return made
}
