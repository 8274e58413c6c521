import { createRequire } from 'node:module'

/**
 * Stands in for `@node-rs/argon2` in the processes of the tests (vitest.config.ts), where thousands of sign-ins would
 * else take a minute of the machine. What is hashed here costs next to nothing; what the program asks for is looked at.
 * Programs that tests start as processes of their own hash as they do for people.
 */
const argon2 = createRequire(import.meta.url)('@node-rs/argon2') as typeof import('@node-rs/argon2')

/** What OWASP asks of argon2id at least. */
const least = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** @throws when less is asked for than a person's password needs */
export function hash(password: string, asked: typeof least): Promise<string> {
  for (const name of ['memoryCost', 'timeCost', 'parallelism'] as const) {
    if (!(asked[name] >= least[name])) throw new Error(`a password would be hashed with ${name} ${asked[name]}`)
  }
  return argon2.hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 })
}

const verified: string[] = []

/** The kind and cost of every password that was verified so far, as its hash says them: `$argon2id$v=19$m=8,t=1,p=1`. */
export const costsOfVerifying = (): readonly string[] => [...verified]

export function verify(hashed: string, password: string): Promise<boolean> {
  verified.push(hashed.split('$').slice(0, 4).join('$'))
  return argon2.verify(hashed, password)
}
