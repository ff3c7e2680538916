import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import { issueTicket } from '#platform/files'
import type { Caller, Session } from '#platform/session'
import { contract, type Listing } from './contract.ts'
import { dissolve, form } from './usecases/committees.ts'
import { list, mine, overview, quota } from './usecases/reading.ts'
import { delay, draft, end, open, recall, record, takeElected } from './usecases/seating.ts'

const api = implement(contract).$context<Caller>()
const ticket = (session: Session, filter: Listing) => issueTicket(session, 'deputies.export', filter)

export const routes = api.router({
  overview: api.overview.use(reading('deputies.overview', 'democracy.view')).handler(run(overview)),
  draft: api.draft.use(reading('deputies.draft', 'democracy.manage')).handler(run(draft)),
  quota: api.quota.use(reading('deputies.quota', 'democracy.view')).handler(run(quota)),
  list: api.list.use(reading('deputies.list', 'democracy.view')).handler(run(list)),
  export: api.export.use(acting('deputies.export', 'members.exchange')).handler(run(ticket)),
  open: api.open.use(acting('deputies.open', 'democracy.manage')).handler(run(open)),
  delay: api.delay.use(acting('deputies.delay', 'democracy.manage')).handler(run(delay)),
  record: api.record.use(acting('deputies.record', 'democracy.manage')).handler(run(record)),
  takeElected: api.takeElected.use(acting('deputies.takeElected', 'democracy.manage')).handler(run(takeElected)),
  recall: api.recall.use(acting('deputies.recall', 'democracy.manage')).handler(run(recall)),
  end: api.end.use(acting('deputies.end', 'democracy.manage')).handler(run(end)),
  form: api.form.use(acting('deputies.form', 'democracy.manage')).handler(run(form)),
  dissolve: api.dissolve.use(acting('deputies.dissolve', 'democracy.manage')).handler(run(dissolve)),
  mine: api.mine.use(reading('deputies.mine', 'self')).handler(run(mine)),
})
