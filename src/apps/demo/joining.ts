import { apply } from '#modules/organisation/joining'
import { admitMany, memberOf } from '#modules/organisation/members'
import { begin } from '#modules/organisation/transfers'
import { addDays } from '#kit/dates'
import type { Session } from '#platform/session'
import { chance } from './chance.ts'
import { personOf } from './people.ts'

type Person = { id: string; name: string; unionId: string }
type Union = { id: string; name: string; people: readonly Person[] }

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const FACTORY = '恒达机械有限公司'
/** So far back that the first are overdue and the last came today. */
const DAYS_AGO = [9, 6, 2, 1, 0, 0] as const

/** People waiting to join, and members on their way to another union: some of them late. */
export async function people(session: Session, unions: readonly Union[]) {
  const by = chance(20_260_302)
  const [factory, shop, riders] = ['恒达机械有限公司工会委员会', '云裳针织有限公司工会委员会', '永安区新就业形态劳动者工会'].map(
    (name) => unions.find((union) => union.name === name),
  )
  const back = (days: number): Session => {
    const now = new Date(session.now.getTime() - days * 86_400_000)
    return { ...session, now, today: addDays(session.today, -days), line: {} }
  }
  let serial = 700_000
  for (const [at, days] of DAYS_AGO.entries()) {
    const union = at % 3 === 2 ? riders : factory
    if (!union) continue
    const isRider = union === riders
    const { name, idNumber, mobile } = personOf(by, ++serial)
    // Most stand on the roster their unit handed in; the last does not.
    if (!isRider && at < 4)
      await admitMany(session, [{ name, idNumber, mobile, unionId: union.id, joinedOn: null, employer: FACTORY, tags: [] }])
    await apply(back(days), {
      ...{ name, idType: 'citizen', idNumber, mobile, unionId: union.id, job: isRider ? '配送员' : '操作工' },
      employer: isRider ? null : FACTORY,
      employmentForm: isRider ? 'newForm' : 'contract',
      newForm: isRider ? 'delivery' : null,
      basis: isRider ? 'platform' : 'labour',
      ...{ charterVersion: 1, privacyVersion: 1 },
      code: Array.from({ length: 16 }, () => ALPHABET[by.whole(0, 31)]).join(''),
    })
  }
  for (const [from, to, days, side] of [
    [shop, factory, 11, 'member'],
    [factory, shop, 3, 'member'],
    [factory, riders, 1, 'old'],
  ] as const) {
    const person = from?.people.at(-3 - days)
    if (person && to) await move(back(days), person, to.id, side)
  }
}

async function move(session: Session, { id }: Person, unionId: string, side: 'member' | 'old') {
  const record = await memberOf(session, id)
  if (record.status === 'member')
    await begin(session, { ...record, memberId: id }, { unionId, ground: 'newEmployer', note: null }, side)
}
