import { download, readUpload } from '#platform/files'
import { markWorkbook, writeSheet } from '#platform/sheets'
import { type ImportKind, importKindNames } from './contract.ts'
import { issuesOf, one } from './usecases.ts'
import { adapters } from './usecases/pass.ts'

export const downloads = {
  /** The user's own workbook with the bad cells marked and the reasons beside them. */
  'imports.marked': download<{ id: string }>({
    authority: 'members.exchange',
    title: ({ today }) => `需要修改的行 ${today}.xlsx`,
    async write(session, { id }, out) {
      const row = await one(session.db, id)
      const { body } = await readUpload(session, row.upload)
      const { read = 0, bad = 0 } = row.counts ?? {}
      await markWorkbook(out, {
        source: body,
        found: row.found,
        issues: issuesOf(row),
        outcome: { read, good: read - bad },
      })
    },
  }),
  /** An empty workbook with the columns that an import knows. */
  'imports.blank': download<{ kind: ImportKind }>({
    authority: 'members.exchange',
    title: (_session, { kind }) => `${importKindNames[kind]}（空表）.xlsx`,
    async write(_session, { kind }, out) {
      await writeSheet(out, {
        title: importKindNames[kind],
        columns: adapters[kind].fields.map(({ title }) => ({ title, kind: 'text' })),
        rows: none(),
      })
    },
  }),
}

async function* none() {}
