import { routes as unions } from '#modules/organisation/unions'
import { routes as memberRules } from '#modules/organisation/memberRules'
import { routes as members } from '#modules/organisation/members'
import { routes as posts } from '#modules/organisation/posts'
import { routes as me } from '#modules/organisation/me'
import { routes as accounts } from '#modules/organisation/accounts'
import { routes as changes } from '#modules/organisation/changes'
import { routes as employers } from '#modules/organisation/employers'
import { routes as charters } from '#modules/organisation/charters'
import { routes as leadership } from '#modules/organisation/leadership'
import { routes as transfers } from '#modules/organisation/transfers'
import { routes as joining } from '#modules/organisation/joining'
import { routes as standing } from '#modules/organisation/standing'
import { routes as founding } from '#modules/organisation/founding'
import { routes as elections } from '#modules/organisation/elections'
import { routes as visits } from '#modules/voice/visits'
import { routes as deputies } from '#modules/democracy/deputies'
import { routes as congress } from '#modules/democracy/congress'
import { routes as proposals } from '#modules/democracy/proposals'
import { routes as competences } from '#modules/organisation/competences'
import { routes as cadreCourses } from '#modules/organisation/cadreCourses'
import { routes as openings } from '#modules/organisation/openings'
import { routes as cadres } from '#modules/organisation/cadres'
import { routes as standards } from '#modules/organisation/standards'
import { routes as activists } from '#modules/organisation/activists'
import { routes as insight } from '#modules/steering/insight'
import { routes as imports } from '#modules/organisation/imports'
import { routes as rulebook } from '#modules/steering/rulebook'
import { routes as supervision } from '#modules/steering/supervision'
import { routes as alarms } from '#modules/steering/alarms'
import { routes as today } from '#modules/steering/today'
import { routes as information } from '#modules/steering/information'
import { routes as notices } from '#modules/steering/notices'
import { routes as system } from '#modules/steering/system'
import './clocks.ts'
import { routes as decisions } from '#modules/democracy/decisions'
import { routes as appraisals } from '#modules/democracy/appraisals'
import { routes as disclosure } from '#modules/democracy/disclosure'

/** Foundations first: a module may need only the modules above it. */
export const router = {
  unions,
  memberRules,
  members,
  posts,
  me,
  accounts,
  changes,
  employers,
  charters,
  leadership,
  transfers,
  joining,
  standing,
  founding,
  elections,
  visits,
  deputies,
  congress,
  proposals,
  disclosure,
  decisions,
  appraisals,
  competences,
  cadreCourses,
  openings,
  cadres,
  standards,
  activists,
  insight,
  imports,
  rulebook,
  supervision,
  alarms,
  today,
  notices,
  information,
  system,
}

/** Where each router's module lives: the branch of the loop. */
export const branches: Record<keyof typeof router, string> = {
  unions: 'organisation',
  memberRules: 'organisation',
  members: 'organisation',
  posts: 'organisation',
  me: 'organisation',
  accounts: 'organisation',
  changes: 'organisation',
  employers: 'organisation',
  charters: 'organisation',
  leadership: 'organisation',
  transfers: 'organisation',
  joining: 'organisation',
  standing: 'organisation',
  founding: 'organisation',
  elections: 'organisation',
  visits: 'voice',
  deputies: 'democracy',
  congress: 'democracy',
  proposals: 'democracy',
  disclosure: 'democracy',
  decisions: 'democracy',
  appraisals: 'democracy',
  competences: 'organisation',
  cadreCourses: 'organisation',
  openings: 'organisation',
  cadres: 'organisation',
  standards: 'organisation',
  activists: 'organisation',
  insight: 'steering',
  imports: 'organisation',
  rulebook: 'steering',
  supervision: 'steering',
  alarms: 'steering',
  today: 'steering',
  notices: 'steering',
  information: 'steering',
  system: 'steering',
}
