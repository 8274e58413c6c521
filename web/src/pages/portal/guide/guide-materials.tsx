import type { MaterialSpec } from '../../../api/service.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { guideTexts } from './guide.texts.ts'

/** What to bring, and what need not be brought since the platform has it. */
export function GuideMaterials({ materials }: { readonly materials: readonly MaterialSpec[] }) {
  const t = useTexts(guideTexts)
  return (
    <section>
      <h2 className="po-h2">{t.materials}</h2>
      {materials.length === 0 ? (
        <p>{t.noMaterials}</p>
      ) : (
        <ul className="po-materials">
          {materials.map((material) => (
            <li key={material.id}>
              <p>
                <b>{material.label}</b>
                <span className={material.necessity === 'required' ? 'po-must' : 'po-may'}>
                  {t.necessity[material.necessity]}
                </span>
                {material.when === null ? null : <span className="po-may">{t.conditional}</span>}
              </p>
              {material.notes === null ? null : <p className="quiet">{material.notes}</p>}
              <p className="po-fine">
                {[
                  `${t.kinds[material.kind]} ${material.copies}`,
                  t.origin[material.origin],
                  ...(material.several ? [t.several] : []),
                ].join(' · ')}
              </p>
              {material.isSealed ? <p className="light grey">{t.sealed}</p> : null}
              {material.sharedFrom === null ? null : <p className="light green">{t.shared(material.sharedFrom)}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
