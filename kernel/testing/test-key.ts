import { writeFileSync } from 'node:fs'
import { keyFileIn } from '../personal-data/master-key.ts'

/** The key of personal data in all tests: a database that was copied opens in every folder. */
export const testKey = Buffer.alloc(32, 7)

/** Puts the key of the tests into a folder of data before it is opened. */
export function putTestKey(dataDir: string): void {
  writeFileSync(keyFileIn(dataDir), testKey.toString('hex'), { mode: 0o600 })
}
