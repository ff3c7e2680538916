import type { testWorld } from '#platform/testing'
import { anAccount, anAppointment } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'

type World = ReturnType<typeof testWorld>
export type Union = Awaited<ReturnType<typeof aUnion>>

/** A district with two towns; the first has two factories and the second one. */
export const aDistrict = (world: World) =>
  world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const [town, otherTown] = [
      await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id }),
      await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id }),
    ]
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: town.id })
    const mill = await aUnion(session, { name: '红星纺织工会委员会', parentId: town.id })
    const shop = await aUnion(session, { name: '西城商场工会委员会', parentId: otherTown.id })
    const workshop = await aUnion(session, { name: '一车间分会', kind: 'branch', parentId: factory.id })
    return { district, town, otherTown, factory, mill, shop, workshop }
  })

const powers = ['unions.view', 'unions.file', 'unions.approve', 'members.exchange'] as const

/** Somebody in office at a union, signed in and acting under that post. */
export async function anOfficer(
  world: World,
  union: Union,
  name: string,
  kind: 'chair' | 'organisationOfficer' | 'member' = 'chair',
) {
  const post = await world.session((session) => anAppointment(session, union, { name, kind }))
  const account = await anAccount(world, post.memberId, name)
  const user = {
    account,
    person: post.memberId,
    post: { ...postAt(union, kind, post.id), title: kind === 'chair' ? '主席' : '组织干事' },
    powers,
  }
  return { ...world.as(user), ...{ account, person: post.memberId, appointment: post.id } }
}
