import { admit } from '#modules/organisation/members'
import { install } from '#modules/organisation/posts'
import { plant } from '#modules/organisation/unions'
import { addYears } from '#kit/dates'
import type { Session } from '#platform/session'

export type First = { federationName: string; adminName: string; adminMobile?: string | undefined; unitType?: 'town' | 'office' }

/** How long the preparatory head may lead before a chair is elected, years. */
const PREPARING = 1

/**
 * The first federation of a region and the person who sets it up: head of the preparatory group (until a chair is elected, a year at
 * most) and system administrator. He cannot name himself to another administrator's post; the first thing he does is to name a second
 * person security administrator. To be run in a frame of the role `post` that sees everywhere.
 */
export async function firstFederation(session: Session, { federationName, adminName, adminMobile, unitType = 'town' }: First) {
  const union = await plant(session, { name: federationName, kind: 'federation', unitType, shortName: null })
  const person = await admit(
    session,
    { name: adminName, ...(adminMobile && { mobile: adminMobile }) },
    {
      unionId: union.id,
      on: session.today,
      came: 'join',
    },
  )
  const term = { unionId: union.id, memberId: person.id, fromOn: session.today, came: 'appointed' as const }
  const appointment = await install(session, {
    ...term,
    kind: 'preparatoryHead',
    untilOn: addYears(session.today, PREPARING),
    basis: '首次启用时登记',
  })
  await install(session, { ...term, kind: 'systemAdministrator', basis: '首次启用时登记' })
  return { union, person, appointment }
}
