import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { attend, enrolMany, mark, record, withdrawOne } from './usecases/attending.ts'
import { figures, owing } from './usecases/owing.ts'
import { enrol, leave, mine, offered, signIn } from './usecases/own.ts'
import { cancel, close, code, publish, save } from './usecases/planning.ts'
import { certificate, completedTrainings, exportMany, get, list, ofCadre, trainees } from './usecases/reading.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  list: api.list.use(reading('cadreCourses.list', 'posts.view')).handler(run(list)),
  get: api.get.use(reading('cadreCourses.get', 'posts.view')).handler(run(get)),
  trainees: api.trainees.use(reading('cadreCourses.trainees', 'posts.view')).handler(run(trainees)),
  save: api.save.use(acting('cadreCourses.save', 'posts.manage')).handler(run(save)),
  publish: api.publish.use(acting('cadreCourses.publish', 'posts.manage')).handler(run(publish)),
  cancel: api.cancel.use(acting('cadreCourses.cancel', 'posts.manage')).handler(run(cancel)),
  enrolMany: api.enrolMany.use(acting('cadreCourses.enrolMany', 'posts.manage')).handler(run(enrolMany)),
  withdrawOne: api.withdrawOne.use(acting('cadreCourses.withdrawOne', 'posts.manage')).handler(run(withdrawOne)),
  code: api.code.use(reading('cadreCourses.code', 'posts.manage')).handler(run(code)),
  attend: api.attend.use(acting('cadreCourses.attend', 'posts.manage')).handler(run(attend)),
  mark: api.mark.use(acting('cadreCourses.mark', 'posts.manage')).handler(run(mark)),
  close: api.close.use(acting('cadreCourses.close', 'posts.manage')).handler(run(close)),
  record: api.record.use(acting('cadreCourses.record', 'posts.manage')).handler(run(record)),
  trainings: api.trainings.use(reading('cadreCourses.trainings', 'posts.view')).handler(run(completedTrainings)),
  ofCadre: api.ofCadre.use(reading('cadreCourses.ofCadre', 'posts.view')).handler(run(ofCadre)),
  certificate: api.certificate.use(reading('cadreCourses.certificate', 'posts.view')).handler(run(certificate)),
  owing: api.owing.use(reading('cadreCourses.owing', 'posts.view')).handler(run(owing)),
  figures: api.figures.use(reading('cadreCourses.figures', 'posts.view')).handler(run(figures)),
  export: api.export.use(acting('cadreCourses.export', 'members.exchange')).handler(run(exportMany)),
  offered: api.offered.use(reading('cadreCourses.offered', 'self')).handler(run(offered)),
  enrol: api.enrol.use(acting('cadreCourses.enrol', 'self')).handler(run(enrol)),
  leave: api.leave.use(acting('cadreCourses.leave', 'self')).handler(run(leave)),
  signIn: api.signIn.use(acting('cadreCourses.signIn', 'self')).handler(run(signIn)),
  mine: api.mine.use(reading('cadreCourses.mine', 'self')).handler(run(mine)),
  certificateMine: api.certificateMine.use(reading('cadreCourses.certificateMine', 'self')).handler(run(certificate)),
})
