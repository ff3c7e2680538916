import { sql } from 'drizzle-orm'
import type { CheckState } from '../contract.ts'

/** The state of a check `k` on a day, the same as the rule `checkStateOf`. */
export const stateIn = (today: string) => sql<CheckState>`case
  when k.revoked_at is not null then 'revoked'
  when k.concluded_at is not null and k.level is null then 'below'
  when k.concluded_at is not null and k.valid_until < ${today} then 'expired'
  when k.concluded_at is not null then 'accredited'
  when k.handed_in_at is not null and (k.returned_at is null or k.returned_at < k.handed_in_at) then 'handedIn'
  when k.returned_at is not null then 'returned'
  else 'open' end`
