import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as members from '#pocket/organisation/members'
import { pocketDoor } from '#web/bare'
import type { PocketModule } from '#web/menu'
import { pocket } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => pocket, path, component })
const places = () => import('./PlacePage.tsx')

const own = [
  page(
    '/',
    lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
  ),
  page('/do', lazyRouteComponent(places, 'DoPage')),
  page('/see', lazyRouteComponent(places, 'SeePage')),
  page('/vote', lazyRouteComponent(places, 'VotePage')),
  page(
    '/mine',
    lazyRouteComponent(() => import('./MinePage.tsx'), 'MinePage'),
  ),
  page(
    '/password',
    lazyRouteComponent(() => import('./MinePage.tsx'), 'PasswordPage'),
  ),
  page(
    '/devices',
    lazyRouteComponent(() => import('./MinePage.tsx'), 'DevicesPage'),
  ),
  page(
    '/unsent',
    lazyRouteComponent(() => import('#web/offline/UnsentPage'), 'UnsentPage'),
  ),
] as const

const house = { pages: [...own, ...pocketDoor] }

/** The modules with pages on the phone: `import * as members from '#pocket/organisation/members'`, and its name here. */
import * as joining from '#pocket/organisation/joining'
import * as transfers from '#pocket/organisation/transfers'
import * as standing from '#pocket/organisation/standing'
import * as founding from '#pocket/organisation/founding'
import * as elections from '#pocket/organisation/elections'
import * as visits from '#pocket/voice/visits'
import * as deputies from '#pocket/democracy/deputies'
import * as congress from '#pocket/democracy/congress'
import * as proposals from '#pocket/democracy/proposals'
import * as notices from '#pocket/steering/notices'
import * as todays from '#pocket/steering/today'
import * as rulebook from '#pocket/steering/rulebook'
import * as competences from '#pocket/organisation/competences'
import * as cadreCourses from '#pocket/organisation/cadreCourses'
import * as openings from '#pocket/organisation/openings'
import * as activists from '#pocket/organisation/activists'
import * as cadres from '#pocket/organisation/cadres'
import * as decisions from '#pocket/democracy/decisions'
import * as appraisals from '#pocket/democracy/appraisals'
import * as disclosure from '#pocket/democracy/disclosure'
const modules = [
  house,
  members,
  joining,
  transfers,
  standing,
  founding,
  elections,
  visits,
  disclosure,
  deputies,
  congress,
  proposals,
  todays,
  notices,
  rulebook,
  competences,
  cadreCourses,
  openings,
  activists,
  cadres,
  decisions,
  appraisals,
] as const

export const pages = modules.flatMap((module) => [...module.pages])

export const { menu, home } = gather(modules)

function gather(all: readonly PocketModule[]) {
  return { menu: all.flatMap((module) => module.menu ?? []), home: all.flatMap((module) => module.home ?? []) }
}
