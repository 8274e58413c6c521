import type { Migration } from '../migrate.ts'

/**
 * The county's own Word templates of documents. A version is what was uploaded and never changes; which of them new
 * documents are made with is the newest choice, and no choice at all is the form that comes with the program. A document
 * knows with which one it was made, so that it is the same file ten years later.
 */
export const documentTemplates: Migration = {
  id: '2026-11-26-01-document-templates',
  tables: { document_template: 'tenant', document_template_choice: 'tenant' },
  appendOnly: ['document_template', 'document_template_choice'],
  sql: `
create table document_template (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  matter_type text not null,
  -- of the declaration
  document text not null,
  version integer not null check (version > 0),
  file_name text not null,
  -- the .docx itself, some tens of kilobytes: documents are printed from it as long as they are kept
  file bytea not null,
  sha256 text not null,
  -- what it asks for: [{written, key, isNeeded}]
  placeholders jsonb not null,
  reason text not null check (reason <> ''),
  uploaded_at timestamptz not null,
  by_label text not null,
  primary key (jurisdiction, id),
  unique (jurisdiction, matter_type, document, version)
);

create table document_template_choice (
  jurisdiction text not null references jurisdiction (jurisdiction),
  id text not null,
  matter_type text not null,
  document text not null,
  -- null: the form that comes with the program
  template_id text,
  reason text not null check (reason <> ''),
  chosen_at timestamptz not null,
  by_label text not null,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, template_id) references document_template (jurisdiction, id)
);
create index document_template_choice_newest on document_template_choice
  (jurisdiction, matter_type, document, chosen_at desc, id desc);

alter table matter_document add column template_id text;
alter table matter_document add constraint matter_document_template
  foreign key (jurisdiction, template_id) references document_template (jurisdiction, id);
create index matter_document_template on matter_document (jurisdiction, template_id) where template_id is not null;
`,
}
