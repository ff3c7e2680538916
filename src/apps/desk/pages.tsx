import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as members from '#desk/organisation/members'
import * as memberRules from '#desk/organisation/memberRules'
import * as posts from '#desk/organisation/posts'
import * as accounts from '#desk/organisation/accounts'
import * as unions from '#desk/organisation/unions'
import * as changes from '#desk/organisation/changes'
import * as employers from '#desk/organisation/employers'
import * as charters from '#desk/organisation/charters'
import * as leadership from '#desk/organisation/leadership'
import * as imports from '#desk/organisation/imports'
import * as supervision from '#desk/steering/supervision'
import * as alarms from '#desk/steering/alarms'
import * as todays from '#desk/steering/today'
import * as insight from '#desk/steering/insight'
import * as rulebook from '#desk/steering/rulebook'
import * as system from '#desk/steering/system'
import { deskDoor } from '#web/bare'
import type { DeskModule } from '#web/menu'
import { desk } from '#web/root'

const own = [
  createRoute({
    getParentRoute: () => desk,
    path: '/',
    component: lazyRouteComponent(() => import('./TodayPage.tsx'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/account',
    component: lazyRouteComponent(() => import('#web/account/AccountPage'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/second-factor',
    component: lazyRouteComponent(() => import('#web/account/SecondFactorPage'), 'SecondFactorPage'),
  }),
] as const

const house = { pages: [...own, ...deskDoor] }

/** The modules with pages on the desk, in the order of the loop: `import * as members from '#desk/organisation/members'`, and its name here. */
import * as joining from '#desk/organisation/joining'
import * as transfers from '#desk/organisation/transfers'
import * as standing from '#desk/organisation/standing'
import * as founding from '#desk/organisation/founding'
import * as elections from '#desk/organisation/elections'
import * as information from '#desk/steering/information'
import * as notices from '#desk/steering/notices'
import * as visits from '#desk/voice/visits'
import * as competences from '#desk/organisation/competences'
import * as cadreCourses from '#desk/organisation/cadreCourses'
import * as activists from '#desk/organisation/activists'
import * as openings from '#desk/organisation/openings'
import * as cadres from '#desk/organisation/cadres'
import * as standards from '#desk/organisation/standards'
import * as deputies from '#desk/democracy/deputies'
import * as congress from '#desk/democracy/congress'
import * as proposals from '#desk/democracy/proposals'
import * as decisions from '#desk/democracy/decisions'
import * as appraisals from '#desk/democracy/appraisals'
import * as disclosure from '#desk/democracy/disclosure'
const modules = [
  house,
  members,
  memberRules,
  posts,
  accounts,
  unions,
  changes,
  employers,
  charters,
  leadership,
  imports,
  joining,
  transfers,
  standing,
  supervision,
  alarms,
  todays,
  insight,
  notices,
  information,
  rulebook,
  system,
  founding,
  elections,
  visits,
  disclosure,
  competences,
  cadreCourses,
  activists,
  openings,
  cadres,
  standards,
  deputies,
  congress,
  proposals,
  decisions,
  appraisals,
] as const

export const pages = modules.flatMap((module) => [...module.pages])

export const { menu, today, search } = gather(modules)

function gather(all: readonly DeskModule[]) {
  return {
    menu: all.flatMap((module) => module.menu ?? []),
    today: all.flatMap((module) => module.today ?? []),
    search: all.flatMap((module) => module.search ?? []),
  }
}
