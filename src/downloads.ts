import { downloads as joining } from '#modules/organisation/joining'
import { downloads as elections } from '#modules/organisation/elections'
import { downloads as unions } from '#modules/organisation/unions'
import { downloads as members } from '#modules/organisation/members'
import { downloads as posts } from '#modules/organisation/posts'
import { downloads as changes } from '#modules/organisation/changes'
import { downloads as employers } from '#modules/organisation/employers'
import { downloads as imports } from '#modules/organisation/imports'
import { downloads as cadreCourses } from '#modules/organisation/cadreCourses'
import { downloads as openings } from '#modules/organisation/openings'
import { downloads as visits } from '#modules/voice/visits'
import { downloads as congress } from '#modules/democracy/congress'
import { downloads as deputies } from '#modules/democracy/deputies'
import { downloads as proposals } from '#modules/democracy/proposals'
import { downloads as decisions } from '#modules/democracy/decisions'
import { downloads as appraisals } from '#modules/democracy/appraisals'
import { downloads as cadres } from '#modules/organisation/cadres'
import { downloads as transfers } from '#modules/organisation/transfers'
import { downloads as standing } from '#modules/organisation/standing'
import { downloads as founding } from '#modules/organisation/founding'
import { downloads as leadership } from '#modules/organisation/leadership'
import { downloads as standards } from '#modules/organisation/standards'
import { downloads as activists } from '#modules/organisation/activists'
import { files as accounts } from '#modules/organisation/accounts'
import { files as insight } from '#modules/steering/insight'
import { downloads as rulebook } from '#modules/steering/rulebook'
import { downloads as supervision } from '#modules/steering/supervision'
import { downloads as alarms } from '#modules/steering/alarms'
import { downloads as information } from '#modules/steering/information'
import { downloads as disclosure } from '#modules/democracy/disclosure'
import type { Downloads } from '#platform/files'

/** Every download, by the name of the act that gives its ticket. */
export const downloads: Downloads = {
  ...unions,
  ...elections,
  ...members,
  ...posts,
  ...changes,
  ...employers,
  ...accounts,
  ...joining,
  ...transfers,
  ...standing,
  ...founding,
  ...leadership,
  ...imports,
  ...activists,
  ...standards,
  ...cadres,
  ...cadreCourses,
  ...openings,
  ...visits,
  ...disclosure,
  ...congress,
  ...deputies,
  ...proposals,
  ...insight,
  ...information,
  ...decisions,
  ...appraisals,
  ...rulebook,
  ...supervision,
  ...alarms,
}
