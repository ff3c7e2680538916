import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import { issueTicket } from '#platform/files'
import type { Caller, Session } from '#platform/session'
import { type BreakdownInput, contract } from './contract.ts'
import { groups, overview, trend } from './usecases/figures.ts'
import { breakdown } from './usecases/parts.ts'
import { records } from './usecases/records.ts'

const api = implement(contract).$context<Caller>()
const ticket = (session: Session, input: BreakdownInput) => issueTicket(session, 'insight.export', input)

export const routes = api.router({
  overview: api.overview.use(reading('insight.overview', 'statistics.view')).handler(run(overview)),
  groups: api.groups.use(reading('insight.groups', 'statistics.view')).handler(run(groups)),
  breakdown: api.breakdown.use(reading('insight.breakdown', 'statistics.view')).handler(run(breakdown)),
  trend: api.trend.use(reading('insight.trend', 'statistics.view')).handler(run(trend)),
  records: api.records.use(reading('insight.records', 'statistics.view')).handler(run(records)),
  export: api.export.use(acting('insight.export', 'members.exchange')).handler(run(ticket)),
})
