import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes for a cookie or an address; whoever has it is taken for whom it was given to. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The database keeps digests of tokens only. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
