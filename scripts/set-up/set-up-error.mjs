/** Set-up cannot go on; the message is for the user, in both languages, and says what to do next. */
export class SetUpError extends Error {
  /** @override */
  name = 'SetUpError'
}
