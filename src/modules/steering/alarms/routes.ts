import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import { issueTicket } from '#platform/files'
import type { Caller, Session } from '#platform/session'
import { contract, type Listing } from './contract.ts'
import { note, reply, urge } from './usecases/answering.ts'
import { figures, get, list, makeUp } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()
const ticket = (session: Session, input: Listing) => issueTicket(session, 'alarms.export', input)

export const routes = api.router({
  list: api.list.use(reading('alarms.list', 'unions.view')).handler(run(list)),
  export: api.export.use(acting('alarms.export', 'members.exchange')).handler(run(ticket)),
  figures: api.figures.use(reading('alarms.figures', 'unions.view')).handler(run(figures)),
  get: api.get.use(reading('alarms.get', 'unions.view')).handler(run(get)),
  makeUp: api.makeUp.use(reading('alarms.makeUp', 'statistics.view')).handler(run(makeUp)),
  urge: api.urge.use(acting('alarms.urge', 'unions.approve')).handler(run(urge)),
  reply: api.reply.use(acting('alarms.reply', 'unions.file')).handler(run(reply)),
  note: api.note.use(acting('alarms.note', 'unions.approve')).handler(run(note)),
})
