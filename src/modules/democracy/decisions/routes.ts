import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import * as act from './usecases/acting.ts'
import { mine, react, say } from './usecases/own.ts'
import * as power from './usecases/powers.ts'
import { exportMany, figures, get, list, missed } from './usecases/reading.ts'
import { checkRight, listRights, loadRights } from './usecases/rights.ts'

const api = implement(contract).$context<Caller>()

// What both sides may do is let in by sight; the use-case asks on which side the post stands and that it is its own unit.
const both = 'democracy.view'
const union = 'democracy.manage'
export const routes = api.router({
  list: api.list.use(reading('decisions.list', both)).handler(run(list)),
  export: api.export.use(acting('decisions.export', both)).handler(run(exportMany)),
  get: api.get.use(reading('decisions.get', both)).handler(run(get)),
  figures: api.figures.use(reading('decisions.figures', both)).handler(run(figures)),
  missed: api.missed.use(reading('decisions.missed', both)).handler(run(missed)),
  register: api.register.use(acting('decisions.register', both)).handler(run(act.register)),
  position: api.position.use(acting('decisions.position', union)).handler(run(act.position)),
  meet: api.meet.use(acting('decisions.meet', both)).handler(run(act.meet)),
  decide: api.decide.use(acting('decisions.decide', both)).handler(run(act.decide)),
  feedBack: api.feedBack.use(acting('decisions.feedBack', both)).handler(run(act.feedBack)),
  skip: api.skip.use(acting('decisions.skip', both)).handler(run(act.skip)),
  explain: api.explain.use(acting('decisions.explain', union)).handler(run(act.explain)),
  addTask: api.addTask.use(acting('decisions.addTask', both)).handler(run(act.addTask)),
  noteTask: api.noteTask.use(acting('decisions.noteTask', both)).handler(run(act.noteTask)),
  finishTask: api.finishTask.use(acting('decisions.finishTask', both)).handler(run(act.finishTask)),
  close: api.close.use(acting('decisions.close', both)).handler(run(act.close)),
  mine: api.mine.use(reading('decisions.mine', 'self')).handler(run(mine)),
  say: api.say.use(acting('decisions.say', 'self')).handler(run(say)),
  react: api.react.use(acting('decisions.react', 'self')).handler(run(react)),
  instruments: api.instruments.use(reading('decisions.instruments', both)).handler(run(power.listInstruments)),
  issue: api.issue.use(acting('decisions.issue', union)).handler(run(power.issue)),
  reply: api.reply.use(acting('decisions.reply', both)).handler(run(power.reply)),
  items: api.items.use(reading('decisions.items', both)).handler(run(power.listItems)),
  submitItem: api.submitItem.use(acting('decisions.submitItem', union)).handler(run(power.submitItem)),
  answerItem: api.answerItem.use(acting('decisions.answerItem', both)).handler(run(power.answerItem)),
  agreeItem: api.agreeItem.use(acting('decisions.agreeItem', union)).handler(run(power.agreeItem)),
  finishItem: api.finishItem.use(acting('decisions.finishItem', both)).handler(run(power.finishItem)),
  rights: api.rights.use(reading('decisions.rights', both)).handler(run(listRights)),
  loadRights: api.loadRights.use(acting('decisions.loadRights', union)).handler(run(loadRights)),
  checkRight: api.checkRight.use(acting('decisions.checkRight', union)).handler(run(checkRight)),
})
