/**
 * One program at a time starts or stops the database of a folder.
 *
 * Node has no lock that the system drops when a process dies, so a turn is a numbered file that names its owner.
 * The highest number counts. Nobody takes over a dead owner's file; the next one makes the following number, which
 * only one can do, and then looks whether it really is the highest. A turn that is given back stays as an empty file,
 * therefore the highest number never falls and a slow reader can never win with an old one.
 */
import { readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts'
import { createFile } from './whole-file.ts'

export interface Turn {
  giveBack(): void
}

/** Old turns are kept a while, because a folder listing that runs meanwhile may miss both the old and the new file. */
const KEPT_TURNS = 8
const WAIT_MS = 20

/**
 * Waits for the turn as long as its owner lives, and takes it at once when the owner is dead.
 *
 * @param onWait called once, after about two seconds, with the process that is waited for
 */
export async function takeTurn(folder: string, onWait: (ownerPid: number) => void): Promise<Turn> {
  for (let waits = 0; ; waits += 1) {
    const turn = tryTakeTurn(folder)
    if (turn !== undefined) return turn
    if (waits === 100) onWait(highestTurn(folder).owner?.pid ?? 0)
    await sleep(WAIT_MS)
  }
}

/** Takes the turn if nobody alive has it; undefined otherwise. Also for the last moment of a process, hence no await. */
export function tryTakeTurn(folder: string): Turn | undefined {
  const highest = highestTurn(folder)
  if (highest.owner !== undefined && isAlive(highest.owner)) return undefined

  const number = highest.number + 1
  const file = turnFile(folder, number)
  if (!createFile(file, JSON.stringify(ownIdentity()))) return undefined
  if (highestTurn(folder).number !== number) {
    rmSync(file, { force: true })
    return undefined
  }
  for (const old of turnNumbers(folder)) {
    if (old <= number - KEPT_TURNS) rmSync(turnFile(folder, old), { force: true })
  }
  // Emptied, because that works on a full disk too.
  return { giveBack: () => truncateSync(file) }
}

function highestTurn(folder: string): { number: number; owner: ProcessIdentity | undefined } {
  const number = Math.max(0, ...turnNumbers(folder))
  if (number === 0) return { number, owner: undefined }
  try {
    return { number, owner: JSON.parse(readFileSync(turnFile(folder, number), 'utf8')) as ProcessIdentity }
  } catch {
    // Empty: given back. Torn by a crash of the machine: whoever wrote it is not alive.
    return { number, owner: undefined }
  }
}

function turnNumbers(folder: string): number[] {
  return readdirSync(folder)
    .map((name) => /^turn-(\d+)$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
}

const turnFile = (folder: string, number: number) => join(folder, `turn-${number}`)
