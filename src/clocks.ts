import { clocks as cadreCourses } from '#modules/organisation/cadreCourses'
import { clocks as cadres } from '#modules/organisation/cadres'
import { clocks as changes } from '#modules/organisation/changes'
import { clocks as charters } from '#modules/organisation/charters'
import { clocks as elections } from '#modules/organisation/elections'
import { clocks as employers } from '#modules/organisation/employers'
import { clocks as founding } from '#modules/organisation/founding'
import { clocks as joining } from '#modules/organisation/joining'
import { clocks as leadership } from '#modules/organisation/leadership'
import { clocks as members } from '#modules/organisation/members'
import { clocks as posts } from '#modules/organisation/posts'
import { clocks as standing } from '#modules/organisation/standing'
import { clocks as transfers } from '#modules/organisation/transfers'
import { clocks as unions } from '#modules/organisation/unions'
import { clocks as proposals } from '#modules/democracy/proposals'
import { clocks as deputies } from '#modules/democracy/deputies'
import { clocks as congress } from '#modules/democracy/congress'
import { clocks as supervision } from '#modules/steering/supervision'
import { clocks as visits } from '#modules/voice/visits'
import { clocks as disclosure } from '#modules/democracy/disclosure'
import { type Clock, installClocks } from '#platform/duties'

/** Every clock that runs: the modules' own, in the order of the router. */
export const clocks: readonly Clock[] = [
  ...unions,
  ...members,
  ...posts,
  ...changes,
  ...employers,
  ...charters,
  ...leadership,
  ...transfers,
  ...joining,
  ...standing,
  ...founding,
  ...elections,
  ...visits,
  ...cadreCourses,
  ...cadres,
  ...proposals,
  ...disclosure,
  ...deputies,
  ...congress,
  ...supervision,
]

installClocks(clocks)
