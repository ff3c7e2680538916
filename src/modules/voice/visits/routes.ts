import { implement } from '@orpc/server'
import { acting, reading, run } from '#platform/acts'
import type { Caller } from '#platform/session'
import { contract } from './contract.ts'
import { exportFigures, figures } from './usecases/figures.ts'
import { accompany, rate, reveal } from './usecases/hosting.ts'
import { addPhoto, myPhoto, photo, removePhoto } from './usecases/photos.ts'
import { endPlan, list as plans, plan, spread } from './usecases/planning.ts'
import { assign, blanks, holders, list as points, ofUnion, relieve } from './usecases/points.ts'
import { confirm, exportProblems, feedBack, hand, list as problems, raise, settle, steps } from './usecases/problems.ts'
import { exportMany, get, list, superiorHistory } from './usecases/reading.ts'
import { arrange, choose, drop, mine, myRevisions, save, submit } from './usecases/recording.ts'
import { setThemes, themes } from './usecases/themes.ts'

const api = implement(contract).$context<Caller>()

export const routes = api.router({
  points: api.points.use(reading('visits.points', 'unions.view')).handler(run(points)),
  blanks: api.blanks.use(reading('visits.blanks', 'unions.view')).handler(run(blanks)),
  ofUnion: api.ofUnion.use(reading('visits.ofUnion', 'unions.view')).handler(run(ofUnion)),
  holders: api.holders.use(reading('visits.holders', 'posts.manage')).handler(run(holders)),
  assign: api.assign.use(acting('visits.assign', 'posts.manage')).handler(run(assign)),
  relieve: api.relieve.use(acting('visits.relieve', 'posts.manage')).handler(run(relieve)),

  plans: api.plans.use(reading('visits.plans', 'unions.view')).handler(run(plans)),
  plan: api.plan.use(acting('visits.plan', 'posts.manage')).handler(run(plan)),
  spread: api.spread.use(acting('visits.spread', 'posts.manage')).handler(run(spread)),
  endPlan: api.endPlan.use(acting('visits.endPlan', 'posts.manage')).handler(run(endPlan)),

  list: api.list.use(reading('visits.list', 'unions.view')).handler(run(list)),
  export: api.export.use(acting('visits.export', 'members.exchange')).handler(run(exportMany)),
  get: api.get.use(reading('visits.get', 'unions.view')).handler(run(get)),
  revisions: api.revisions.use(reading('visits.revisions', 'unions.view')).handler(run(superiorHistory)),
  reveal: api.reveal.use(acting('visits.reveal', 'members.sensitive')).handler(run(reveal)),
  accompany: api.accompany.use(acting('visits.accompany', 'posts.manage')).handler(run(accompany)),
  rate: api.rate.use(acting('visits.rate', 'unions.file')).handler(run(rate)),
  photo: api.photo.use(reading('visits.photo', 'unions.view')).handler(run(photo)),

  mine: api.mine.use(reading('visits.mine', 'self')).handler(run(mine)),
  save: api.save.use(acting('visits.save', 'self')).handler(run(save)),
  choose: api.choose.use(acting('visits.choose', 'self')).handler(run(choose)),
  arrange: api.arrange.use(acting('visits.arrange', 'self')).handler(run(arrange)),
  submit: api.submit.use(acting('visits.submit', 'self')).handler(run(submit)),
  drop: api.drop.use(acting('visits.drop', 'self')).handler(run(drop)),
  myRevisions: api.myRevisions.use(reading('visits.myRevisions', 'self')).handler(run(myRevisions)),
  addPhoto: api.addPhoto.use(acting('visits.addPhoto', 'self')).handler(run(addPhoto)),
  removePhoto: api.removePhoto.use(acting('visits.removePhoto', 'self')).handler(run(removePhoto)),
  myPhoto: api.myPhoto.use(reading('visits.myPhoto', 'self')).handler(run(myPhoto)),

  raise: api.raise.use(acting('visits.raise', 'self')).handler(run(raise)),
  settle: api.settle.use(acting('visits.settle', 'self')).handler(run(settle)),
  feedBack: api.feedBack.use(acting('visits.feedBack', 'self')).handler(run(feedBack)),
  confirm: api.confirm.use(acting('visits.confirm', 'unions.file')).handler(run(confirm)),
  hand: api.hand.use(acting('visits.hand', 'posts.manage')).handler(run(hand)),
  problems: api.problems.use(reading('visits.problems', 'unions.view')).handler(run(problems)),
  steps: api.steps.use(reading('visits.steps', 'unions.view')).handler(run(steps)),
  exportProblems: api.exportProblems.use(acting('visits.exportProblems', 'members.exchange')).handler(run(exportProblems)),

  figures: api.figures.use(reading('visits.figures', 'statistics.view')).handler(run(figures)),
  exportFigures: api.exportFigures.use(acting('visits.exportFigures', 'members.exchange')).handler(run(exportFigures)),
  themes: api.themes.use(reading('visits.themes', 'unions.view')).handler(run(themes)),
  setThemes: api.setThemes.use(acting('visits.setThemes', 'posts.manage')).handler(run(setThemes)),
})
