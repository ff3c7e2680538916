import { and, eq, isNull } from 'drizzle-orm'
import { memberOf, onMerge } from '#modules/organisation/members'
import { onHandOver } from '#modules/organisation/posts'
import { points, visits } from './tables.ts'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'

onMerge('contact_points', 'member_id', ['union_id', 'from_union_id'])
onMerge('visits', 'lead_id')
onMerge('visit_companions', 'member_id', ['visit_id'])
onMerge('visit_problems', 'owner_id')

// A contact point follows the post: the next holder has the unions and the visits not yet begun.
onHandOver('联系点', async (session, from, to) => {
  const { db, today, now, user } = session
  const held = and(eq(points.memberId, from.person), eq(points.fromUnionId, from.unionId), isNull(points.endedOn))
  const open = await db.select().from(points).where(held)
  const { name } = await memberOf(session, to.person)
  for (const { id, fromOn, inForce: _, ...point } of open) {
    const on = fromOn > today ? fromOn : today
    await db.update(points).set({ endedOn: on, endedWhy: '职务交接' }).where(eq(points.id, id))
    const term = { fromOn: on, memberId: to.person, holderName: name, reach: null }
    const [next] = await db
      .insert(points)
      .values({ ...point, ...term, endedOn: null, endedWhy: null, id: undefined, madeBy: user.account ?? null, madeAt: now })
      .returning({ id: points.id })
    const ahead = and(eq(visits.pointId, id), eq(visits.version, 0), isNull(visits.submittedAt), isNull(visits.droppedAt))
    await db.update(visits).set({ pointId: next!.id, leadId: to.person, leadName: name }).where(ahead)
  }
  return open.length
})
