import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { approve, check, drafting, open, takeDown } from './usecases/deciding.ts'
import { groups, seat, unseat } from './usecases/groups.ts'
import { ask, board, confirm, mine, settle, show, shown } from './usecases/own.ts'
import { exportPicture, picture } from './usecases/picture.ts'
import { adopt, begin, endEntry, listPlans, saveEntry } from './usecases/plans.ts'
import { prove, verify } from './usecases/proving.ts'
import { answering, closeReport, listReports, reopen, report } from './usecases/questions.ts'
import { exportMany, get, list } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  plans: api.plans.use(reading('disclosure.plans', 'democracy.view')).handler(run(listPlans)),
  begin: api.begin.use(acting('disclosure.begin', 'democracy.manage')).handler(run(begin)),
  saveEntry: api.saveEntry.use(acting('disclosure.saveEntry', 'democracy.manage')).handler(run(saveEntry)),
  endEntry: api.endEntry.use(acting('disclosure.endEntry', 'democracy.manage')).handler(run(endEntry)),
  adopt: api.adopt.use(acting('disclosure.adopt', 'democracy.manage')).handler(run(adopt)),
  groups: api.groups.use(reading('disclosure.groups', 'democracy.view')).handler(run(groups)),
  seat: api.seat.use(acting('disclosure.seat', 'democracy.manage')).handler(run(seat)),
  unseat: api.unseat.use(acting('disclosure.unseat', 'democracy.manage')).handler(run(unseat)),

  list: api.list.use(reading('disclosure.list', 'democracy.view')).handler(run(list)),
  export: api.export.use(acting('disclosure.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('disclosure.get', 'democracy.view')).handler(run(get)),
  open: api.open.use(acting('disclosure.open', 'democracy.manage')).handler(run(open)),
  draft: api.draft.use(acting('disclosure.draft', 'democracy.answer')).handler(run(drafting('employer'))),
  draftAsUnion: api.draftAsUnion.use(acting('disclosure.draftAsUnion', 'democracy.manage')).handler(run(drafting('union'))),
  approve: api.approve.use(acting('disclosure.approve', 'democracy.view')).handler(run(approve)),
  approveOnPaper: api.approveOnPaper.use(acting('disclosure.approveOnPaper', 'democracy.manage')).handler(run(approve)),
  check: api.check.use(acting('disclosure.check', 'democracy.view')).handler(run(check)),
  checkOnPaper: api.checkOnPaper.use(acting('disclosure.checkOnPaper', 'democracy.manage')).handler(run(check)),
  takeDown: api.takeDown.use(acting('disclosure.takeDown', 'democracy.manage')).handler(run(takeDown)),
  answer: api.answer.use(acting('disclosure.answer', 'democracy.answer')).handler(run(answering('employer'))),
  answerAsUnion: api.answerAsUnion.use(acting('disclosure.answerAsUnion', 'democracy.manage')).handler(run(answering('union'))),
  reopen: api.reopen.use(acting('disclosure.reopen', 'democracy.view')).handler(run(reopen)),
  reports: api.reports.use(reading('disclosure.reports', 'democracy.view')).handler(run(listReports)),
  report: api.report.use(acting('disclosure.report', 'democracy.manage')).handler(run(report)),
  closeReport: api.closeReport.use(acting('disclosure.closeReport', 'democracy.manage')).handler(run(closeReport)),
  picture: api.picture.use(reading('disclosure.picture', 'democracy.view')).handler(run(picture)),
  exportPicture: api.exportPicture.use(acting('disclosure.exportPicture', 'members.exchange')).handler(run(exportPicture)),
  verify: api.verify.use(reading('disclosure.verify', 'democracy.view')).handler(run(verify)),

  mine: api.mine.use(reading('disclosure.mine', 'self')).handler(run(mine)),
  show: api.show.use(reading('disclosure.show', 'self')).handler(run(show)),
  confirm: api.confirm.use(acting('disclosure.confirm', 'self')).handler(run(confirm)),
  ask: api.ask.use(acting('disclosure.ask', 'self')).handler(run(ask)),
  settle: api.settle.use(acting('disclosure.settle', 'self')).handler(run(settle)),

  board: api.board.use(reading('disclosure.board', 'anyone')).handler(run(board)),
  shown: api.shown.use(reading('disclosure.shown', 'anyone')).handler(run(shown)),
  prove: api.prove.use(reading('disclosure.prove', 'anyone')).handler(run(prove)),
})
