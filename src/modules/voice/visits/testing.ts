import type { Session } from '#platform/session'
import type { testWorld } from '#platform/testing'
import { anAppointment } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'

type World = ReturnType<typeof testWorld>
const leading = ['unions.view', 'unions.file', 'unions.approve', 'posts.manage', 'statistics.view', 'members.exchange'] as const

/** A district with a town and two factories, two cadres in office at the district, and everybody as a caller. */
export async function aContact(world: World, { isAssigned = true } = {}) {
  const { district, town, factory, other, liu, chen } = await world.session(async (session: Session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const town = await aUnion(session, { name: '永丰镇总工会', kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: town.id })
    const other = await aUnion(session, { name: '明辉电器工会委员会', parentId: town.id })
    const liu = await anAppointment(session, district, { name: '刘芳', kind: 'viceChair' })
    const chen = await anAppointment(session, district, { name: '陈立', kind: 'organisationOfficer' })
    return { district, town, factory, other, liu, chen }
  })
  const as = (union: typeof district, kind = 'chair', more: object = {}, person?: string) =>
    world.as({
      post: postAt(union, kind),
      powers: [...leading, ...((more as { powers?: [] }).powers ?? [])],
      ...(person && { person }),
    })
  const office = as(district, 'secretaryGeneral')
  if (isAssigned)
    await office.api.visits.assign({
      unionIds: [factory.id],
      memberId: liu.memberId,
      fromOn: '2026-01-01',
      reach: '0571-8888 1234',
    })
  return {
    ...{ district, town, factory, other, office },
    liu: { id: liu.memberId, ...world.as({ person: liu.memberId }) },
    chen: { id: chen.memberId, ...world.as({ person: chen.memberId }) },
    chair: as(factory),
    stranger: as(other),
    ofTown: as(town),
  }
}
