import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { approve, confirm, sendBack } from './usecases/deciding.ts'
import { lookUp, open, save } from './usecases/drafting.ts'
import { file, report, withdraw } from './usecases/filing.ts'
import { addMember, dropMember, dropSignature, dropTask, enterSignatures, saveMeeting, saveTask } from './usecases/group.ts'
import { exportMany, figures, get, list, mine } from './usecases/reading.ts'
import { invitation, sign, takeBack } from './usecases/signing.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  lookUp: api.lookUp.use(reading('founding.lookUp', 'self')).handler(run(lookUp)),
  open: api.open.use(acting('founding.open', 'self')).handler(run(open)),
  mine: api.mine.use(reading('founding.mine', 'self')).handler(run(mine)),
  own: api.own.use(reading('founding.own', 'self')).handler(run(get)),
  save: api.save.use(acting('founding.save', 'self')).handler(run(save)),
  saveTask: api.saveTask.use(acting('founding.saveTask', 'self')).handler(run(saveTask)),
  dropTask: api.dropTask.use(acting('founding.dropTask', 'self')).handler(run(dropTask)),
  saveMeeting: api.saveMeeting.use(acting('founding.saveMeeting', 'self')).handler(run(saveMeeting)),
  enterSignatures: api.enterSignatures.use(acting('founding.enterSignatures', 'self')).handler(run(enterSignatures)),
  dropSignature: api.dropSignature.use(acting('founding.dropSignature', 'self')).handler(run(dropSignature)),
  addMember: api.addMember.use(acting('founding.addMember', 'self')).handler(run(addMember)),
  dropMember: api.dropMember.use(acting('founding.dropMember', 'self')).handler(run(dropMember)),
  file: api.file.use(acting('founding.file', 'self')).handler(run(file)),
  withdraw: api.withdraw.use(acting('founding.withdraw', 'self')).handler(run(withdraw)),
  report: api.report.use(acting('founding.report', 'self')).handler(run(report)),
  invitation: api.invitation.use(reading('founding.invitation', 'anyone')).handler(run(invitation)),
  sign: api.sign.use(acting('founding.sign', 'anyone')).handler(run(sign)),
  takeBack: api.takeBack.use(acting('founding.takeBack', 'anyone')).handler(run(takeBack)),
  list: api.list.use(reading('founding.list', 'unions.view')).handler(run(list)),
  export: api.export.use(acting('founding.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('founding.get', 'unions.view')).handler(run(get)),
  sendBack: api.sendBack.use(acting('founding.sendBack', 'unions.approve')).handler(run(sendBack)),
  approve: api.approve.use(acting('founding.approve', 'unions.approve')).handler(run(approve)),
  confirm: api.confirm.use(acting('founding.confirm', 'unions.approve')).handler(run(confirm)),
  figures: api.figures.use(reading('founding.figures', 'unions.view')).handler(run(figures)),
})
