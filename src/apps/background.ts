import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { runJobs } from '#platform/jobs'
import { noticeJobs } from '#platform/notices'
import { jobsOf } from '../jobs.ts'
import type { OpenHouse } from './open.ts'

/** The jobs, in this process as in every other: who finds one due takes it. */
export const beginJobs = ({ pool, signin, settings, log, version, channels, keyIds }: OpenHouse) =>
  runJobs({
    pool,
    jobs: [
      ...jobsOf({ tidySignin: signin.tidy, dataFolder: settings.dataFolder }),
      ...noticeJobs({ env: process.env, baseUrl: settings.baseUrl, print: settings.print }),
    ],
    server: { id: randomUUID(), host: hostname(), version, runtime: process.version, channels, keys: keyIds },
    onFault: (error, job) => log.error({ err: error, job }, 'job'),
  })
