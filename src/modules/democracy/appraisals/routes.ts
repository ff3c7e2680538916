import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { close, finish, improve, make, open, publish, report } from './usecases/acting.ts'
import { exportMany, figures, get, list, mine } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('appraisals.list', 'democracy.view')).handler(run(list)),
  export: api.export.use(acting('appraisals.export', 'members.exchange')).handler(run(exportMany)),
  figures: api.figures.use(reading('appraisals.figures', 'democracy.view')).handler(run(figures)),
  get: api.get.use(reading('appraisals.get', 'democracy.view')).handler(run(get)),
  make: api.make.use(acting('appraisals.make', 'democracy.manage')).handler(run(make)),
  open: api.open.use(acting('appraisals.open', 'democracy.manage')).handler(run(open)),
  close: api.close.use(acting('appraisals.close', 'democracy.manage')).handler(run(close)),
  report: api.report.use(acting('appraisals.report', 'democracy.manage')).handler(run(report)),
  publish: api.publish.use(acting('appraisals.publish', 'democracy.manage')).handler(run(publish)),
  improve: api.improve.use(acting('appraisals.improve', 'democracy.manage')).handler(run(improve)),
  finish: api.finish.use(acting('appraisals.finish', 'democracy.manage')).handler(run(finish)),
  mine: api.mine.use(reading('appraisals.mine', 'self')).handler(run(mine)),
})
