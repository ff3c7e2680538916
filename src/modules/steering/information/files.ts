import { finished } from 'node:stream/promises'
import { eq } from 'drizzle-orm'
import { download, type Downloads, type ListColumn, listDownload } from '#platform/files'
import { open } from '#platform/secrets'
import { dayOf, found } from '#platform/session'
import type { Receipt, Receipts } from './contract.ts'
import { FILE, informationFiles } from './tables.ts'
import { receipts } from './usecases/reading.ts'

const columns: readonly ListColumn<Receipt>[] = [
  { title: '工会', width: 40, of: ({ unionName }) => unionName },
  { title: '上级', width: 30, of: ({ superiorName }) => superiorName },
  { title: '抄送', of: ({ isCopy }) => (isCopy ? '抄送' : null) },
  { title: '签收日期', kind: 'day', of: ({ openedAt }) => openedAt && dayOf(openedAt) },
  { title: '签收人', width: 20, of: ({ openedName }) => openedName },
  { title: '看到第几稿', of: ({ openedVersion }) => openedVersion },
  { title: '回复日期', kind: 'day', of: ({ repliedAt }) => repliedAt && dayOf(repliedAt) },
  { title: '提醒日期', kind: 'day', of: ({ remindedAt }) => remindedAt && dayOf(remindedAt) },
]

export const downloads: Downloads = {
  'information.export': listDownload<Receipts, Receipt>('签收情况', columns, receipts),
  'information.file': download<{ id: string; name: string }>({
    authority: 'unions.view',
    title: (_, { name }) => name,
    async write({ db }, { id }, out) {
      const [row] = await db
        .select({ bodySealed: informationFiles.bodySealed })
        .from(informationFiles)
        .where(eq(informationFiles.id, id))
      out.end(Buffer.from(open(FILE, found(row).bodySealed), 'base64'))
      await finished(out)
    },
  }),
}
