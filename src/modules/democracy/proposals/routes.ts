import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { alike } from './usecases/alike.ts'
import { assign, examine, merge, unmerge } from './usecases/examining.ts'
import { exportUnions, figures, unions } from './usecases/figures.ts'
import { answer, rate, settleEffect, stateEffect, work } from './usecases/handling.ts'
import { exportMany, get, list } from './usecases/reading.ts'
import { list as windows, moveWindow, openWindow, reportWindow } from './usecases/windows.ts'
import { attach, file, mine, revise, second, submit, withdraw } from './usecases/writing.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  mine: api.mine.use(reading('proposals.mine', 'self')).handler(run(mine)),
  submit: api.submit.use(acting('proposals.submit', 'self')).handler(run(submit)),
  revise: api.revise.use(acting('proposals.revise', 'self')).handler(run(revise)),
  withdraw: api.withdraw.use(acting('proposals.withdraw', 'self')).handler(run(withdraw)),
  attach: api.attach.use(acting('proposals.attach', 'self')).handler(run(attach)),
  second: api.second.use(acting('proposals.second', 'self')).handler(run(second)),
  rate: api.rate.use(acting('proposals.rate', 'self')).handler(run(rate)),
  unit: api.unit.use(reading('proposals.unit', 'self')).handler(run(list)),
  thread: api.thread.use(reading('proposals.thread', 'self')).handler(run(get)),
  likely: api.likely.use(reading('proposals.likely', 'self')).handler(run(alike)),
  myFile: api.myFile.use(reading('proposals.myFile', 'self')).handler(run(file)),

  windows: api.windows.use(reading('proposals.windows', 'democracy.view')).handler(run(windows)),
  openWindow: api.openWindow.use(acting('proposals.openWindow', 'democracy.manage')).handler(run(openWindow)),
  moveWindow: api.moveWindow.use(acting('proposals.moveWindow', 'democracy.manage')).handler(run(moveWindow)),
  reportWindow: api.reportWindow.use(acting('proposals.reportWindow', 'democracy.manage')).handler(run(reportWindow)),
  list: api.list.use(reading('proposals.list', 'democracy.view')).handler(run(list)),
  export: api.export.use(acting('proposals.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('proposals.get', 'democracy.view')).handler(run(get)),
  alike: api.alike.use(reading('proposals.alike', 'democracy.view')).handler(run(alike)),
  file: api.file.use(reading('proposals.file', 'democracy.view')).handler(run(file)),
  examine: api.examine.use(acting('proposals.examine', 'democracy.manage')).handler(run(examine)),
  merge: api.merge.use(acting('proposals.merge', 'democracy.manage')).handler(run(merge)),
  unmerge: api.unmerge.use(acting('proposals.unmerge', 'democracy.manage')).handler(run(unmerge)),
  assign: api.assign.use(acting('proposals.assign', 'democracy.manage')).handler(run(assign)),
  answer: api.answer.use(acting('proposals.answer', 'democracy.answer')).handler(run(answer)),
  work: api.work.use(acting('proposals.work', 'democracy.answer')).handler(run(work)),
  stateEffect: api.stateEffect.use(acting('proposals.stateEffect', 'democracy.manage')).handler(run(stateEffect)),
  settleEffect: api.settleEffect.use(acting('proposals.settleEffect', 'democracy.answer')).handler(run(settleEffect)),
  figures: api.figures.use(reading('proposals.figures', 'democracy.view')).handler(run(figures)),
  unions: api.unions.use(reading('proposals.unions', 'democracy.view')).handler(run(unions)),
  exportUnions: api.exportUnions.use(acting('proposals.exportUnions', 'members.exchange')).handler(run(exportUnions)),
})
