/** A program that raises the number in a file many times, each time in its turn; for turn.test.ts. */
import { readFileSync, writeFileSync } from 'node:fs'
import { takeTurn } from './turn.ts'

const [folder = '', counter = '', times = '0'] = process.argv.slice(2)
for (let n = 0; n < Number(times); n += 1) {
  const turn = await takeTurn(folder, () => {})
  const before = Number(readFileSync(counter, 'utf8'))
  await new Promise((resolve) => setImmediate(resolve))
  writeFileSync(counter, String(before + 1))
  turn.giveBack()
}
