import { jobs as imports } from '#modules/organisation/imports'
import { jobs as disclosure } from '#modules/democracy/disclosure'
import { jobs as supervision } from '#modules/steering/supervision'
import { jobs as members } from '#modules/organisation/members'
import { jobs as information } from '#modules/steering/information'
import { jobs as alarms } from '#modules/steering/alarms'
import { jobs as ballots } from '#platform/ballots'
import { dutyJobs } from '#platform/duties'
import { houseJobs, type Job } from '#platform/jobs'
import './clocks.ts'

/** Every job: the house's own and the modules'. */
export const jobsOf = (house: Parameters<typeof houseJobs>[0]): Job[] => [
  ...houseJobs(house),
  ...dutyJobs,
  ...ballots,
  ...imports,
  ...members,
  ...disclosure,
  ...supervision,
  ...alarms,
  ...information,
]
