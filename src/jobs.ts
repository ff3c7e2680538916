import { jobs as imports } from '#modules/organisation/imports'
import { jobs as members } from '#modules/organisation/members'
import { jobs as ballots } from '#platform/ballots'
import { houseJobs, type Job } from '#platform/jobs'

/** Every job: the house's own and the modules'. */
export const jobsOf = (house: Parameters<typeof houseJobs>[0]): Job[] => [...houseJobs(house), ...ballots, ...imports, ...members]
