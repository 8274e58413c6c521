import { type CountyFacts, textParameter } from '../jurisdiction/county-facts.ts'
import type { DocumentTemplate } from '../matters/matter.types.ts'

/**
 * 发文机关: the name under which a document goes out. Of a unit its letterhead, where the county says one, else its name;
 * of the county as it wants to be called (parameter `document.county-office`).
 */
export function officeOf(
  county: Pick<CountyFacts, 'services' | 'parameters' | 'label'>,
  matterType: string,
  unitName: string,
  { signedBy }: Pick<DocumentTemplate, 'signedBy'>,
): string {
  if (signedBy === 'county') return textParameter(county, 'document.county-office', null) ?? county.label
  const service = county.services.matters.find(({ matter }) => matter === matterType)
  // A matter that was transferred is another unit's, whose letterhead this is not.
  return service?.letterhead !== undefined && service.organisation === unitName ? service.letterhead : unitName
}
