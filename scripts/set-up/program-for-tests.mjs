import { builtProgramFile } from './program-build.mjs'
import { builtProgram, ROOT, setUp } from './set-up.mjs'

/** Builds the server before the first test, and tells the tests which start it as a program of its own where it is. */
export default async function buildForTests() {
  await setUp([builtProgram])
  process.env['QX_TEST_PROGRAM'] = builtProgramFile(ROOT)
}
