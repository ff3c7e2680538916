import { sql } from 'drizzle-orm'
import { clearing, type Job } from '#platform/jobs'

/** Days that an import begun and never finished keeps its file. */
const ABANDONED = 90

/** Uploads go when an import can no longer be taken back (`UNDO_DAYS`, held to by the policy of the jobs' role) and none that is open reads them. */
export const jobs: Job[] = [
  {
    name: 'imports.uploads',
    title: '清理导入期满的上传文件',
    schedule: { daily: '03:20' },
    run: async (context) => ({
      rows: await clearing(
        context,
        (most) => sql`delete from uploads where id in (select u.id from uploads u where not exists (
          select 1 from imports i where i.upload = u.id and i.state in ('read', 'checked')
            and i.at > now() - make_interval(days => ${ABANDONED})) limit ${most})`,
      ),
    }),
  },
]
