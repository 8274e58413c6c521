import { commitmentOf, type DrawInputs, type DrawKey, type DrawResult, draw } from './draw.ts'

/** What was published before a draw and at it. */
export interface PublishedDraw extends DrawKey {
  readonly commitment: string
  readonly inputs: DrawInputs
  readonly result: Pick<DrawResult, 'drawn' | 'reserves'>
}

/** What does not fit, if anything; each can be computed again with standard tools. */
export type DrawFault =
  /** SHA-256 of the seed is not what was published before */
  | { readonly fault: 'seed'; readonly expected: string; readonly found: string }
  /** the inputs are not those whose digest was published */
  | { readonly fault: 'inputs'; readonly expected: string; readonly found: string }
  /** somebody else comes out */
  | { readonly fault: 'result'; readonly expected: readonly string[]; readonly found: readonly string[] }

/**
 * Computes a draw again.
 *
 * @param digestOfInputs SHA-256 over the canonical JSON (RFC 8785) of the inputs as they were handed over
 */
export function verifyDraw(published: PublishedDraw, digestOfInputs: string): readonly DrawFault[] {
  const faults: DrawFault[] = []
  const commitment = commitmentOf(published.seed)
  if (commitment !== published.commitment) {
    faults.push({ fault: 'seed', expected: published.commitment, found: commitment })
  }
  if (digestOfInputs !== published.inputsDigest) {
    faults.push({ fault: 'inputs', expected: published.inputsDigest, found: digestOfInputs })
  }
  const again = draw(published.inputs, published)
  const [expected, found] = [again, published.result].map(({ drawn, reserves }) => [...drawn, '|', ...reserves])
  if (expected?.join('\n') !== found?.join('\n')) {
    faults.push({ fault: 'result', expected: expected ?? [], found: found ?? [] })
  }
  return faults
}
