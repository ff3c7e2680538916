import { documentDownload } from '#platform/documents'
import { type Downloads, listDownload, type ListColumn } from '#platform/files'
import type { Session } from '#platform/session'
import type { Listing, Row } from './contract.ts'
import { bodyOf, type PaperKind, paperNames, written } from './rules/papers.ts'
import { sessionKindNames, sessionStateNames } from './rules/names.ts'
import { get, list } from './usecases/reading.ts'

const columns: ListColumn<Row>[] = [
  { title: '工会', width: 34, of: ({ unionName }) => unionName },
  { title: '会议', width: 30, of: ({ title }) => title },
  { title: '类别', width: 10, of: ({ kind }) => sessionKindNames[kind] },
  { title: '状态', width: 10, of: ({ state }) => sessionStateNames[state] },
  { title: '日期', width: 12, of: ({ opensOn }) => opensOn },
  { title: '应到', width: 8, of: ({ expected }) => expected },
  { title: '实到', width: 8, of: ({ present }) => present },
  { title: '议题', width: 8, of: ({ items }) => items },
  { title: '通过', width: 8, of: ({ passed }) => passed },
  { title: '决议任务', width: 10, of: ({ tasks }) => tasks },
  { title: '已办结', width: 8, of: ({ done }) => done },
  { title: '有异议', width: 8, of: ({ disputed }) => disputed },
  { title: '公布', width: 12, of: ({ publishedOn }) => publishedOn },
  { title: '报告上级', width: 12, of: ({ reportedOn }) => reportedOn },
]

type Wanted = { id: string; which: PaperKind }
export const downloads: Downloads = {
  'congress.export': listDownload<Listing, Row>('职代会情况', columns, list),
  'congress.paper': documentDownload<Wanted>('democracy.view', ({ which }) => paperNames[which], paper),
}

/** A paper of a session in official layout, from its records. */
async function paper(session: Session, { id, which }: Wanted) {
  const facts = await get(session, { id })
  return {
    title:
      which === 'minutes' || which === 'resolution'
        ? `${facts.title}${paperNames[which]}`
        : `关于${facts.title}的${paperNames[which]}`,
    ...(which !== 'minutes' && { issuer: facts.unionName }),
    ...((which === 'ask' || which === 'report') && { to: '上一级工会' }),
    ...(which === 'notice' && { to: '各位职工代表' }),
    body: bodyOf(which, facts),
    signed: { by: facts.unionName, on: written(session.today) },
  }
}
