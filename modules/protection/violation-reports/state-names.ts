/** Names of states are unique in a matter: of a side that runs alone, and of the same side beside the other. */
export const alone = (state: string) => state
export const beside = (state: string) => `both${state.charAt(0).toUpperCase()}${state.slice(1)}`
