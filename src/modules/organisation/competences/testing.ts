import type { testWorld } from '#platform/testing'
import { anAccount, anAppointment } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'

type World = ReturnType<typeof testWorld>
const powers = [
  'unions.view',
  'unions.file',
  'unions.approve',
  'members.view',
  'posts.view',
  'posts.manage',
  'members.exchange',
] as const

/** A district with a town, two factories in it with a chair and a committee member each, and their officers at the gate. */
export async function aTown(world: World) {
  const made = await world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const town = await aUnion(session, { name: '永丰镇总工会', kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: town.id })
    const next = await aUnion(session, { name: '明辉电器工会委员会', parentId: town.id })
    const post = (union: typeof town, name: string, more = {}) => anAppointment(session, union, { name, ...more })
    const chair = await post(factory, '王建国')
    const member = await post(factory, '李秀英', { kind: 'member' })
    const stranger = await post(next, '孙丽', { kind: 'member' })
    return { district, town, factory, next, chair, member, strange: stranger }
  })
  const at = (union: typeof made.town, person?: string) =>
    world.as({ post: postAt(union), powers, ...(person && { person }) }).api
  const phone = async (person: string) => world.as({ account: await anAccount(world, person), person, powers: [] }).api
  return {
    ...made,
    at,
    phone,
    top: at(made.district),
    superior: at(made.town),
    officer: at(made.factory, made.chair.memberId),
    stranger: at(made.next),
  }
}
