import { eq } from 'drizzle-orm'
import { enforce, type Session } from '#platform/session'
import { openWorkbook, recogniseWorkbook } from '#platform/sheets'
import type { ImportKind } from '../contract.ts'
import { mayCheck } from '../rules.ts'
import { imports } from '../tables.ts'
import type { Target } from './adapter.ts'
import { adapters, passOver } from './pass.ts'

/**
 * Reads and writes a workbook in one go, for the shell: the good rows go in, the issues come back. Leaves the same record as an import
 * on screen, so that it can be taken back there. Throws `Refused` when the file or its header cannot be read.
 */
export async function importFile(session: Session, { kind, body, target }: { kind: ImportKind; body: Buffer; target: Target }) {
  const found = await recogniseWorkbook(await openWorkbook(body), adapters[kind].fields)
  enforce(mayCheck('read', found))
  const id = crypto.randomUUID()
  const place = { unionId: target.id, unionPath: target.path }
  // The updates of records refer to it, so it stands before them.
  await session.db
    .insert(imports)
    .values({ id, ...place, kind, state: 'done', upload: id, fileName: '命令行导入', at: session.now, found })
  const { counts, issues, ids } = await passOver(session, { id, kind, body, found, mends: {}, target })
  await session.db.update(imports).set({ counts, made: ids, doneAt: session.now }).where(eq(imports.id, id))
  return { id, found, counts, issues }
}
