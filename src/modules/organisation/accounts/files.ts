import { download, type Downloads } from '#platform/files'
import { writeSheet } from '#platform/sheets'
import type { JournalFilter } from './contract.ts'
import { exported } from './usecases/journal.ts'

export const files: Downloads = {
  'accounts.exportJournal': download<JournalFilter>({
    authority: 'audit.view',
    title: ({ today }) => `审计日志 ${today}.xlsx`,
    write: (session, filter, out) =>
      writeSheet(out, {
        title: '审计日志',
        columns: ['时间', '操作', '操作人', '任职', '工会', '对象', '说明', '序号'].map((title) => ({
          title,
          width: title === '说明' ? 40 : 20,
        })),
        rows: rowsOf(session, filter),
      }),
  }),
}

async function* rowsOf(session: Parameters<typeof exported>[0], filter: JournalFilter) {
  for await (const { at, act, actor, post, unionName, subject, detail, seq } of exported(session, filter))
    yield [at.toISOString(), act, actor, post, unionName, subject, detail && JSON.stringify(detail), seq]
}
