import { type CountyFacts, numberParameter } from '../../jurisdiction/county-facts.ts'

/** How long what is not submitted is kept, and how much of it; a county may set its own. */
export interface DraftSettings {
  /** days since the last touch, by the way in which it was begun */
  readonly keptDays: {
    readonly account: number
    readonly visit: number
    readonly anonymous: number
    readonly window: number
  }
  readonly mostDrafts: number
  readonly mostFilesOfAMaterial: number
  /** files of one draft, and megabytes of all of them */
  readonly mostFiles: number
  readonly mostMebibytes: number
  /** working days within which a material that may come later has to come (容缺后补) */
  readonly laterWithinWorkingDays: number
}

export function draftSettings(county: CountyFacts): DraftSettings {
  const number = (key: string, otherwise: number) => numberParameter(county, key, otherwise)
  return {
    keptDays: {
      account: number('limit.service.draft', 90),
      visit: number('draft.kept-days-of-visits', 30),
      anonymous: number('draft.kept-days-of-anonymous', 1),
      window: number('draft.kept-days-at-the-window', 15),
    },
    mostDrafts: number('draft.most-of-one-person', 50),
    mostFilesOfAMaterial: number('draft.most-files-of-a-material', 20),
    mostFiles: number('upload.files-of-a-draft', 200),
    mostMebibytes: number('upload.mebibytes-of-a-draft', 1_024),
    laterWithinWorkingDays: number('limit.service.later-materials', 10),
  }
}
