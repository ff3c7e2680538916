import type { Session } from '#platform/session'
import { plant, type NewUnion } from './usecases/planting.ts'

/** A union below `parentId`, or the first federation. */
export const aUnion = (session: Session, facts: Partial<NewUnion> = {}) =>
  plant(session, {
    name: '恒达机械有限公司工会委员会',
    kind: facts.parentId ? 'basic' : 'federation',
    unitType: facts.parentId ? 'privateEnterprise' : 'town',
    ...facts,
  })

/** The caller of a post at a union, for tests of calls. */
export const postAt = (union: { id: string; path: string; name: string }, kind = 'chair', id: string = crypto.randomUUID()) => ({
  id,
  kind,
  title: '主席',
  unionId: union.id,
  unionName: union.name,
  path: union.path,
})
