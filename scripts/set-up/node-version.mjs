/**
 * The oldest Node that this platform runs on; the same as `engines` in package.json (a test compares them).
 *
 * This file and those that import it at their top must be readable for much older versions, so that these get to say
 * what is wrong instead of a syntax error.
 */
export const OLDEST_NODE = { major: 20, minor: 19 }

/**
 * What is wrong with this Node, in one line for the user; undefined when nothing is.
 *
 * @param {string} version like `20.19.4`
 * @returns {string | undefined}
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const { major: oldest, minor: oldestMinor } = OLDEST_NODE
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return undefined
  const needed = `${oldest}.${oldestMinor}`
  return `需要 Node ${needed} 或更新的版本，当前是 ${version}，请升级后再试 / Node ${needed} or newer is needed, this is ${version}: please upgrade and try again`
}
