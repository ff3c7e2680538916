import { install } from '#modules/organisation/posts'
import { addDays } from '#kit/dates'
import type { Session } from '#platform/session'
import { chance } from './chance.ts'
import type { Person, Planted } from './calls.ts'

const TERM = 3 * 365
const whole = ['federation', 'town', 'trade', 'regional', 'joint', 'basic', 'newEmployment']
/** Whose committees have outstayed their term. */
const expired = ['远航物流有限公司工会委员会', '永丰印染有限公司工会委员会', '河上纸业有限公司工会委员会']
/** Whose five committees are whole in any case. */
const complete = ['永安区总工会', '永丰镇总工会', '恒达机械有限公司工会委员会', '永安区人民医院工会委员会']

/** The days of a union's present term, measured from today so that the demonstration does not grow old. */
export function termOf({ place }: Planted, today: string) {
  const since = expired.includes(place.name) ? -(TERM + 150) : -510
  return { fromOn: addDays(today, since), untilOn: addDays(today, since + TERM - 1) }
}

type Body = 'audit' | 'women' | 'mediation' | 'protection'
const bodies: Record<Body, readonly [head: 'auditChair' | 'womenChair' | 'mediationHead' | 'protectionHead', Kind, number]> = {
  audit: ['auditChair', 'auditMember', 2],
  women: ['womenChair', 'womenMember', 1],
  mediation: ['mediationHead', 'mediator', 2],
  protection: ['protectionHead', 'protectionInspector', 1],
}
type Kind = 'auditMember' | 'womenMember' | 'mediator' | 'protectionInspector'

/** The committees beside the union's own: most are there, some stand empty or too small, as a federation finds them. */
export async function seatCommittees(session: Session, unions: readonly Planted[]) {
  const by = chance(20_260_402)
  for (const union of unions.filter(({ place }) => whole.includes(place.kind))) {
    const isComplete = complete.includes(union.place.name) || by.yes(0.66)
    const missing = isComplete ? [] : [by.pick(Object.keys(bodies) as Body[]), by.pick(Object.keys(bodies) as Body[])]
    // Small staffs hold several posts a head; the leaders sit in front of the list.
    const pool = union.people.length > 12 ? union.people.slice(6) : union.people.slice(2)
    let at = 0
    const next = (sex?: 'female'): Person | undefined => {
      const fit = sex ? pool.filter((person) => person.sex === sex) : pool
      return fit[at++ % Math.max(fit.length, 1)]
    }
    for (const [body, [head, kind, others]] of Object.entries(bodies) as [Body, (typeof bodies)[Body]][]) {
      if (missing.includes(body)) continue
      const people = Array.from({ length: others + 1 }, () => next(body === 'women' ? 'female' : undefined))
      const fresh = [...new Map(people.flatMap((person) => (person ? [[person.id, person] as const] : []))).values()]
      for (const [n, person] of fresh.entries())
        await install(session, {
          ...{ unionId: union.id, memberId: person.id, kind: n ? kind : head, came: 'elected' as const },
          ...termOf(union, session.today),
        })
    }
  }
}
