/** The page of what an event is about: a milestone named within the list of milestones has a page of its own. */
export function changePath(path: string): string {
  return path.replace(/^\/(milestones|targets|tasks)#/, '/$1/')
}
