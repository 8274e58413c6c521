/**
 * Lets pieces of work with the same key run one after another, in the order in which they came.
 *
 * Within this process only: it makes a rule about "so many in a row" exact where work that runs side by side would all
 * be counted too late.
 */
export function takingTurns(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work)
    last.set(key, turn)
    const forget = () => {
      if (last.get(key) === turn) last.delete(key)
    }
    turn.then(forget, forget)
    return turn
  }
}
