import { randomInt } from 'node:crypto'

/**
 * 核验码: what stands on a document so that anybody can ask whether it is real.
 *
 * 15 random characters of 29 (72 bits: nobody guesses one) and a check character, in four groups. The alphabet leaves
 * out what is mistaken for something else when read aloud or from paper: 0 and O, 1, I and L, U and V. 29 is prime, so
 * the weighted sum finds every single wrong character and every exchange of two.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const length = 16

/** @param next a number from 0 up to and without its argument; random where it is left out */
export function newVerificationCode(next: (below: number) => number = randomInt): string {
  const drawn = Array.from({ length: length - 1 }, () => next(alphabet.length))
  return grouped([...drawn, checkOf(drawn)].map((value) => alphabet[value]).join(''))
}

/** As it is kept, whatever case, spaces and dashes somebody typed; undefined when it is none. */
export function readVerificationCode(typed: string): string | undefined {
  const characters = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[\s\-—–－_.]/g, ''),
  ]
  const values = characters.map((character) => alphabet.indexOf(character))
  if (values.length !== length || values.includes(-1)) return undefined
  return checkOf(values.slice(0, -1)) === values.at(-1) ? grouped(characters.join('')) : undefined
}

/** Weights 1, 2, 3 …: neighbours have different ones, so that an exchange shows. */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (index + 2), 0) % alphabet.length
}

function grouped(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code
}
