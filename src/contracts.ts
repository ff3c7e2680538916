import { contract as unions } from '#contracts/organisation/unions'
import { contract as memberRules } from '#contracts/organisation/memberRules'
import { contract as members } from '#contracts/organisation/members'
import { contract as posts } from '#contracts/organisation/posts'
import { contract as me } from '#contracts/organisation/me'
import { contract as accounts } from '#contracts/organisation/accounts'
import { contract as changes } from '#contracts/organisation/changes'
import { contract as employers } from '#contracts/organisation/employers'
import { contract as charters } from '#contracts/organisation/charters'
import { contract as leadership } from '#contracts/organisation/leadership'
import { contract as transfers } from '#contracts/organisation/transfers'
import { contract as joining } from '#contracts/organisation/joining'
import { contract as standing } from '#contracts/organisation/standing'
import { contract as founding } from '#contracts/organisation/founding'
import { contract as elections } from '#contracts/organisation/elections'
import { contract as visits } from '#contracts/voice/visits'
import { contract as deputies } from '#contracts/democracy/deputies'
import { contract as congress } from '#contracts/democracy/congress'
import { contract as competences } from '#contracts/organisation/competences'
import { contract as cadreCourses } from '#contracts/organisation/cadreCourses'
import { contract as openings } from '#contracts/organisation/openings'
import { contract as cadres } from '#contracts/organisation/cadres'
import { contract as standards } from '#contracts/organisation/standards'
import { contract as activists } from '#contracts/organisation/activists'
import { contract as insight } from '#contracts/steering/insight'
import { contract as imports } from '#contracts/organisation/imports'
import { contract as rulebook } from '#contracts/steering/rulebook'
import { contract as supervision } from '#contracts/steering/supervision'
import { contract as alarms } from '#contracts/steering/alarms'
import { contract as today } from '#contracts/steering/today'
import { contract as information } from '#contracts/steering/information'
import { contract as notices } from '#contracts/steering/notices'
import { contract as system } from '#contracts/steering/system'
import { contract as proposals } from '#contracts/democracy/proposals'
import { contract as decisions } from '#contracts/democracy/decisions'
import { contract as appraisals } from '#contracts/democracy/appraisals'
import { contract as disclosure } from '#contracts/democracy/disclosure'

/** Every call, for the browser (types only) and for the OpenAPI document. */
export const contracts = {
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
  proposals,
  disclosure,
  decisions,
  appraisals,
}
