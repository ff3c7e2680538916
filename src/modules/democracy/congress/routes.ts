import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import { issueTicket } from '#platform/files'
import type { Caller, Session } from '#platform/session'
import { contract, type Listing } from './contract.ts'
import * as after from './usecases/after.ts'
import * as meeting from './usecases/meeting.ts'
import * as opinions from './usecases/opinions.ts'
import { mine, own } from './usecases/own.ts'
import { sessionOf } from './usecases/parts.ts'
import * as planning from './usecases/planning.ts'
import { figures, get, list } from './usecases/reading.ts'
import * as voting from './usecases/voting.ts'

const api = implement(contract).$context<Caller>()
const view = (call: string) => reading(`congress.${call}`, 'democracy.view')
const manage = (act: string) => acting(`congress.${act}`, 'democracy.manage')
const guiding = (act: string) => acting(`congress.${act}`, 'unions.approve')
const self = (act: string) => acting(`congress.${act}`, 'self')
const ticket = (session: Session, filter: Listing) => issueTicket(session, 'congress.export', filter)
const paperTicket = async (session: Session, input: { id: string; which: string }) => {
  await sessionOf(session, input.id)
  return issueTicket(session, 'congress.paper', input)
}

export const routes = api.router({
  list: api.list.use(view('list')).handler(run(list)),
  export: api.export.use(acting('congress.export', 'members.exchange')).handler(run(ticket)),
  figures: api.figures.use(view('figures')).handler(run(figures)),
  get: api.get.use(view('get')).handler(run(get)),
  prepare: api.prepare.use(manage('prepare')).handler(run(planning.prepare)),
  cancel: api.cancel.use(manage('cancel')).handler(run(planning.cancel)),
  mark: api.mark.use(manage('mark')).handler(run(planning.mark)),
  skip: api.skip.use(manage('skip')).handler(run(planning.skip)),
  seatPresidium: api.seatPresidium.use(manage('seatPresidium')).handler(run(planning.seatPresidium)),
  addItem: api.addItem.use(manage('addItem')).handler(run(planning.addItem)),
  removeItem: api.removeItem.use(manage('removeItem')).handler(run(planning.removeItem)),
  drawRoll: api.drawRoll.use(manage('drawRoll')).handler(run(planning.drawRoll)),
  roll: api.roll.use(view('roll')).handler(run(meeting.rollOf)),
  observe: api.observe.use(manage('observe')).handler(run(planning.observe)),
  doorCode: api.doorCode.use(reading('congress.doorCode', 'democracy.manage')).handler(run(meeting.doorCode)),
  arrive: api.arrive.use(manage('arrive')).handler(run(meeting.arrive)),
  begin: api.begin.use(manage('begin')).handler(run(meeting.begin)),
  openItem: api.openItem.use(manage('openItem')).handler(run(voting.openItem)),
  closeItem: api.closeItem.use(manage('closeItem')).handler(run(voting.closeItem)),
  countHands: api.countHands.use(manage('countHands')).handler(run(voting.countHands)),
  resolve: api.resolve.use(manage('resolve')).handler(run(after.resolve)),
  callSpeaker: api.callSpeaker.use(manage('callSpeaker')).handler(run(meeting.callSpeaker)),
  endSpeaker: api.endSpeaker.use(manage('endSpeaker')).handler(run(meeting.endSpeaker)),
  close: api.close.use(manage('close')).handler(run(after.close)),
  publish: api.publish.use(manage('publish')).handler(run(after.publish)),
  report: api.report.use(manage('report')).handler(run(after.report)),
  answer: api.answer.use(manage('answer')).handler(run(opinions.answer)),
  noteOpinion: api.noteOpinion.use(manage('noteOpinion')).handler(run(opinions.noteOpinion)),
  assign: api.assign.use(manage('assign')).handler(run(after.assign)),
  carryOut: api.carryOut.use(manage('carryOut')).handler(run(after.carryOut)),
  guide: api.guide.use(guiding('guide')).handler(run(planning.guide)),
  remark: api.remark.use(guiding('remark')).handler(run(opinions.remark)),
  mend: api.mend.use(manage('mend')).handler(run(opinions.mend)),
  firmsOf: api.firmsOf.use(view('firmsOf')).handler(run(after.firmsOf)),
  confirmFirm: api.confirmFirm.use(manage('confirmFirm')).handler(run(after.confirmFirm)),
  paper: api.paper.use(acting('congress.paper', 'democracy.view')).handler(run(paperTicket)),
  mine: api.mine.use(reading('congress.mine', 'self')).handler(run(mine)),
  own: api.own.use(reading('congress.own', 'self')).handler(run(own)),
  arriveMine: api.arriveMine.use(self('arriveMine')).handler(run(meeting.arriveMine)),
  vote: api.vote.use(self('vote')).handler(run(voting.vote)),
  say: api.say.use(self('say')).handler(run(opinions.say)),
  askToSpeak: api.askToSpeak.use(self('askToSpeak')).handler(run(meeting.askToSpeak)),
  judgeTask: api.judgeTask.use(self('judgeTask')).handler(run(opinions.judgeTask)),
})
