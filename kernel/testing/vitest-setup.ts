import { dropAbandoned, holdTestServer, serverOfTheRun } from './test-server.ts'

/** Keeps the database server of the tests running from the first test file to the last. */
export default async function holdForTheRun(): Promise<() => Promise<void>> {
  const server = await holdTestServer()
  await dropAbandoned(server.url)
  if (server.embedded) process.env[serverOfTheRun] = server.url
  return async () => {
    delete process.env[serverOfTheRun]
    await server.release()
  }
}
