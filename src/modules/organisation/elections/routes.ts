import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { announced, result } from './usecases/announced.ts'
import { announce, enterCount, leaveOpen, resolveCount, settle } from './usecases/counting.ts'
import { answer, file } from './usecases/filing.ts'
import { adopt, arrive, arriveMine, doorCode, start } from './usecases/meeting.ts'
import {
  check,
  completeNomination,
  consent,
  consentMine,
  drop,
  publishCandidates,
  recommend,
  shortlist,
} from './usecases/naming.ts'
import { exportPapers } from './usecases/papers.ts'
import { mine, own } from './usecases/own.ts'
import { facts, open, save, skip, withdraw } from './usecases/planning.ts'
import { exportList, figures, get, list, rollPage } from './usecases/reading.ts'
import {
  answerChallenge,
  challenge,
  challengeMine,
  drawRoll,
  enrol,
  freezeRoll,
  publishRoll,
  strike,
} from './usecases/rolling.ts'
import { closeRounds, giveBallot, giveSlip, openRounds } from './usecases/voting.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  facts: api.facts.use(reading('elections.facts', 'unions.view')).handler(run(facts)),
  list: api.list.use(reading('elections.list', 'unions.view')).handler(run(list)),
  figures: api.figures.use(reading('elections.figures', 'unions.view')).handler(run(figures)),
  export: api.export.use(acting('elections.export', 'members.exchange')).handler(run(exportList)),
  get: api.get.use(reading('elections.get', 'unions.view')).handler(run(get)),
  document: api.document.use(acting('elections.document', 'unions.view')).handler(run(exportPapers)),
  roll: api.roll.use(reading('elections.roll', 'unions.view')).handler(run(rollPage)),
  open: api.open.use(acting('elections.open', 'unions.file')).handler(run(open)),
  save: api.save.use(acting('elections.save', 'unions.file')).handler(run(save)),
  withdraw: api.withdraw.use(acting('elections.withdraw', 'unions.file')).handler(run(withdraw)),
  skip: api.skip.use(acting('elections.skip', 'unions.file')).handler(run(skip)),
  file: api.file.use(acting('elections.file', 'unions.file')).handler(run(file)),
  answer: api.answer.use(acting('elections.answer', 'unions.approve')).handler(run(answer)),
  drawRoll: api.drawRoll.use(acting('elections.drawRoll', 'unions.file')).handler(run(drawRoll)),
  enrol: api.enrol.use(acting('elections.enrol', 'unions.file')).handler(run(enrol)),
  strike: api.strike.use(acting('elections.strike', 'unions.file')).handler(run(strike)),
  publishRoll: api.publishRoll.use(acting('elections.publishRoll', 'unions.file')).handler(run(publishRoll)),
  freezeRoll: api.freezeRoll.use(acting('elections.freezeRoll', 'unions.file')).handler(run(freezeRoll)),
  challenge: api.challenge.use(acting('elections.challenge', 'unions.file')).handler(run(challenge)),
  challengeMine: api.challengeMine.use(acting('elections.challengeMine', 'self')).handler(run(challengeMine)),
  answerChallenge: api.answerChallenge.use(acting('elections.answerChallenge', 'unions.file')).handler(run(answerChallenge)),
  recommend: api.recommend.use(acting('elections.recommend', 'unions.file')).handler(run(recommend)),
  check: api.check.use(acting('elections.check', 'unions.file')).handler(run(check)),
  shortlist: api.shortlist.use(acting('elections.shortlist', 'unions.file')).handler(run(shortlist)),
  consent: api.consent.use(acting('elections.consent', 'unions.file')).handler(run(consent)),
  consentMine: api.consentMine.use(acting('elections.consentMine', 'self')).handler(run(consentMine)),
  drop: api.drop.use(acting('elections.drop', 'unions.file')).handler(run(drop)),
  completeNomination: api.completeNomination
    .use(acting('elections.completeNomination', 'unions.file'))
    .handler(run(completeNomination)),
  publishCandidates: api.publishCandidates
    .use(acting('elections.publishCandidates', 'unions.file'))
    .handler(run(publishCandidates)),
  doorCode: api.doorCode.use(reading('elections.doorCode', 'unions.file')).handler(run(doorCode)),
  arrive: api.arrive.use(acting('elections.arrive', 'unions.file')).handler(run(arrive)),
  arriveMine: api.arriveMine.use(acting('elections.arriveMine', 'self')).handler(run(arriveMine)),
  start: api.start.use(acting('elections.start', 'unions.file')).handler(run(start)),
  adopt: api.adopt.use(acting('elections.adopt', 'unions.file')).handler(run(adopt)),
  openRounds: api.openRounds.use(acting('elections.openRounds', 'unions.file')).handler(run(openRounds)),
  giveBallot: api.giveBallot.use(acting('elections.giveBallot', 'unions.file')).handler(run(giveBallot)),
  giveSlip: api.giveSlip.use(acting('elections.giveSlip', 'unions.file')).handler(run(giveSlip)),
  closeRounds: api.closeRounds.use(acting('elections.closeRounds', 'unions.file')).handler(run(closeRounds)),
  enterCount: api.enterCount.use(acting('elections.enterCount', 'unions.file')).handler(run(enterCount)),
  resolveCount: api.resolveCount.use(acting('elections.resolveCount', 'unions.file')).handler(run(resolveCount)),
  settle: api.settle.use(acting('elections.settle', 'unions.file')).handler(run(settle)),
  leaveOpen: api.leaveOpen.use(acting('elections.leaveOpen', 'unions.file')).handler(run(leaveOpen)),
  announce: api.announce.use(acting('elections.announce', 'unions.file')).handler(run(announce)),
  mine: api.mine.use(reading('elections.mine', 'self')).handler(run(mine)),
  own: api.own.use(reading('elections.own', 'self')).handler(run(own)),
  announced: api.announced.use(reading('elections.announced', 'anyone')).handler(run(announced)),
  result: api.result.use(reading('elections.result', 'anyone')).handler(run(result)),
})
