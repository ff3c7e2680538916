import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ContractRouterClient } from '@orpc/contract'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count, daysBetween, today } from '#web/words'
import type { contract } from '../contract.ts'
import { stageNames, unitKindNames } from '../rules/names.ts'
import { StepForm } from './StepForm.tsx'
import { Obstructions } from './Obstructions.tsx'
import { stageHues } from './ListPage.tsx'

export type Whole = Awaited<ReturnType<ContractRouterClient<typeof contract>['get']>>

/** One employer on its way to a union. */
export function EmployerPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error } = useQuery(api.employers.get.queryOptions({ input: { id } }))
  const [mayFile, mayMark] = [usePermission('unions.file'), usePermission('unions.approve')]
  const mark = useMutation(api.employers.markKey.mutationOptions())
  if (error) return <Page line="没有找到这家单位">{<EmptyState title={inWords(error).title} />}</Page>
  if (!data) return <Page line="用人单位" />
  return (
    <Page
      line={data.name}
      above={data.unionName}
      acts={
        <>
          {mayMark && (
            <Button busy={mark.isPending} onClick={() => mark.mutate({ employerId: id, isKey: !data.isKey })}>
              {data.isKey ? '移出重点企业' : '列为重点企业'}
            </Button>
          )}
          {mayFile && (
            <Link to={`/employers/${id}/edit` as '/'} className="btn plain">
              更正资料
            </Link>
          )}
        </>
      }
      side={
        <>
          {data.clock && <Clock clock={data.clock} />}
          <Section title="单位资料" padded>
            <Facts employer={data} />
          </Section>
        </>
      }
    >
      {mayFile && data.stage !== 'closed' && <StepForm key={data.version} employer={data} />}
      <Section title="联系和进展" note="新的在前">
        {data.steps.length === 0 && <EmptyState title="还没有联系过">先把它交给一位组织员。</EmptyState>}
        <ul className="duties">
          {data.steps.map(({ id: step, stage, onDay, note, postTitle }) => (
            <li key={step} className="duty plain">
              <div>
                <p className="duty-title">{note}</p>
                <p className="muted">{[onDay, stageNames[stage], postTitle].filter(Boolean).join(' · ')}</p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Obstructions employer={data} mayFile={mayFile} />
    </Page>
  )
}

function Clock({ clock: { dueOn, says, cite } }: { clock: NonNullable<Whole['clock']> }) {
  const left = daysBetween(today(), dueOn)
  return (
    <Section title="建会期限" padded>
      <p className={left < 0 ? 'late' : undefined}>{left < 0 ? `${dueOn}，已过 ${-left} 天` : `${dueOn}，还剩 ${left} 天`}</p>
      <p className="muted">
        {says} <Cite article={cite} />
      </p>
    </Section>
  )
}

function Facts({ employer }: { employer: Whole }) {
  const rows: [string, string | null][] = [
    ['信用代码', employer.creditCode],
    ['单位类型', [unitKindNames[employer.unitKind], employer.ownership].filter(Boolean).join(' · ')],
    ['行业', employer.sector],
    ['职工', employer.headcount === null ? null : `${count(employer.headcount)} 人，会员 ${count(employer.members)} 人`],
    ['设立日期', employer.setUpOn],
    ['地址', employer.address],
    ['资料来源', employer.source],
    ['组织员', employer.organiserName],
    ['工会', employer.coveredByName],
    ['下一步', [employer.nextOn, employer.nextStep].filter(Boolean).join(' ')],
  ]
  return (
    <>
      <p>
        <Chip hue={stageHues[employer.stage]}>{stageNames[employer.stage]}</Chip>
      </p>
      <dl className="facts">
        {rows.map(([title, value]) => [
          <dt key={title}>{title}</dt>,
          <dd key={`${title}…`}>{value || <span className="faint">未登记</span>}</dd>,
        ])}
      </dl>
    </>
  )
}
