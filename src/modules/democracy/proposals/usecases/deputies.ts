import { seatsOf } from '#modules/democracy/deputies'
import type { Session } from '#platform/session'

/** Whether a person sits in the congress of a unit today. */
export const isDeputyAt = async (session: Session, unionId: string, memberId: string) =>
  (await seatsOf(session, memberId, session.today)).some((seat) => seat.unionId === unionId)
