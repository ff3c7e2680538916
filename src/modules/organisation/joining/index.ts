import { desc, eq } from 'drizzle-orm'
import { onCopy, onMerge } from '#modules/organisation/members'
import { applications } from './tables.ts'
import { idNumberOf, mobileOf } from './usecases/filing.ts'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { apply } from './usecases/filing.ts'
export { dictionary } from './tables.ts'

onMerge('join_applications', 'member_id')

onCopy('入会申请', async ({ db, user }) => {
  const rows = await db
    .select()
    .from(applications)
    .where(eq(applications.account, user.account!))
    .orderBy(desc(applications.appliedAt))
  return rows.map(({ idNumberIndex: _a, mobileIndex: _b, unionPath: _c, codeHash: _d, ...row }) => ({
    ...row,
    idNumber: idNumberOf({ ...row, idNumberIndex: _a, mobileIndex: _b, unionPath: _c, codeHash: _d }),
    mobile: mobileOf({ ...row, idNumberIndex: _a, mobileIndex: _b, unionPath: _c, codeHash: _d }),
  }))
})
