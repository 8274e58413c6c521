import { dropAbandoned, holdTestServer } from './test-server.ts'

/** Keeps the database server of the tests running from the first test file to the last. */
export default async function holdForTheRun(): Promise<() => Promise<void>> {
  const server = await holdTestServer()
  await dropAbandoned(server.url)
  return () => server.release()
}
