import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Session } from '../contract.ts'
import { sessionKindNames, sessionStateNames } from '../rules/names.ts'
import { paperNames, type PaperKind } from '../rules/papers.ts'
import { FirmsSection } from './FirmsSection.tsx'
import { ItemsSection } from './ItemsSection.tsx'
import { MeetingSection } from './MeetingSection.tsx'
import { NotesSection } from './NotesSection.tsx'
import { OpinionsSection } from './OpinionsSection.tsx'
import { StepsSection } from './StepsSection.tsx'
import { TasksSection } from './TasksSection.tsx'

/** One session, from its preparation to the execution of what it resolved. */
export function SessionPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useQuery({ ...api.congress.get.queryOptions({ input: { id } }), throwOnError: true, refetchInterval: 5000 })
  if (!data) return <Page line="职代会。" />
  const now = data.steps.find(({ state }) => state === 'now')
  return (
    <Page
      line={
        data.state === 'preparing' && now
          ? `${data.title}：下一步，${now.title}。`
          : `${data.title}${sessionStateNames[data.state]}。`
      }
      above={
        <>
          <Link to={'/congress' as '/'}>职代会</Link> · {data.unionName} · {sessionKindNames[data.kind]} · {data.opensOn}{' '}
          {data.place}
        </>
      }
      acts={
        <>
          <Link to={`/congress/${id}/screen` as '/'} className="btn plain" target="_blank">
            大屏幕
          </Link>
          <MainAct session={data} />
        </>
      }
    >
      <StepsSection session={data} />
      <MeetingSection session={data} />
      <ItemsSection session={data} />
      <OpinionsSection session={data} />
      {data.tasks.length > 0 || data.items.some(({ resolution }) => resolution) ? <TasksSection session={data} /> : null}
      {data.firms.length > 0 && <FirmsSection title="各企业确认" firms={data.firms} />}
      <NotesSection session={data} />
      <Papers id={id} />
    </Page>
  )
}

/** The one thing that brings the session on: open it, close it, publish, report. */
function MainAct({ session: { id, state, publishedOn, reportedOn } }: { session: Session }) {
  const mayManage = usePermission('democracy.manage')
  const begin = useMutation(api.congress.begin.mutationOptions())
  const close = useMutation(api.congress.close.mutationOptions())
  const publish = useMutation(api.congress.publish.mutationOptions())
  const report = useMutation(api.congress.report.mutationOptions())
  if (!mayManage || state === 'cancelled') return null
  const main = (title: string, isBusy: boolean, go: () => void) => (
    <Button kind="primary" busy={isBusy} onClick={go}>
      {title}
    </Button>
  )
  const sure = async (title: string, body: string, act: string, go: () => void) =>
    (await ask({ title, body, act })) !== false && go()
  if (state === 'preparing')
    return main('宣布开幕', begin.isPending, () =>
      sure('宣布开幕？', '会核对筹备步骤和到会人数，不足三分之二不能开会。', '宣布开幕', () => begin.mutate({ id })),
    )
  if (state === 'open')
    return main('宣布闭幕', close.isPending, () =>
      sure('宣布闭幕？', '每项议题都有结果后才能闭幕，闭幕后不能再表决。', '宣布闭幕', () => close.mutate({ id })),
    )
  if (!publishedOn)
    return main('公布结果', publish.isPending, () =>
      sure('向全体职工公布结果？', '公布后决议文字不能再改。', '公布结果', () => publish.mutate({ id })),
    )
  const tell = async () => {
    const how = await ask({
      title: '报告上一级工会',
      body: '写明报告方式和文号。',
      act: '登记报告',
      reasons: ['书面报告上一级工会'],
    })
    if (how !== false) report.mutate({ id, on: today(), how })
  }
  return reportedOn ? <Chip hue="green">已报告上级 {reportedOn}</Chip> : main('登记报告', report.isPending, tell)
}

const Papers = ({ id }: { id: string }) => {
  const paper = useMutation(api.congress.paper.mutationOptions({ onSuccess: (ticket) => location.assign(`/files/${ticket.id}`) }))
  return (
    <Section title="文件" note="公文格式，由记录生成" padded>
      <div className="acts">
        {(Object.keys(paperNames) as PaperKind[]).map((which) => (
          <Button key={which} onClick={() => paper.mutate({ id, which })}>
            {paperNames[which]}
          </Button>
        ))}
      </div>
    </Section>
  )
}
