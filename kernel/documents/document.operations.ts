import type { Operation } from '../operations/operation.ts'
import { listBadgeKeys, showBadge, showBadgeIssuer } from './badges/badge.operations.ts'
import { checkDocument } from './operations/check-document.query.ts'
import { showDocumentFile } from './operations/document-file.query.ts'
import { printDocuments } from './operations/print-documents.query.ts'
import { revokeDocument } from './operations/revoke-document.command.ts'

/** What the platform offers with documents that were issued. */
export const documentOperations: readonly Operation[] = [
  showDocumentFile,
  printDocuments,
  checkDocument,
  revokeDocument,
  showBadge,
  listBadgeKeys,
  showBadgeIssuer,
]
