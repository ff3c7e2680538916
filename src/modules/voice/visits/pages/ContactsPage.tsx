import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { Figure } from '#web/Figure'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { useDownload } from '#web/save'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { CadreFigures, Figures, Period } from '../contract.ts'
import { grades, headings } from '../contract/words.ts'
import { quarterOf } from './period.ts'

/** 联系点: who is whose contact, visits against plan, problems solved on time (UPL-03). Counted, not ranked. */
export function ContactsPage() {
  const { post } = useMe()
  const mayAssign = usePermission('posts.manage')
  const [period, setPeriod] = useState<Period>(quarterOf(today()))
  const { data, error } = useQuery(api.visits.figures.queryOptions({ input: period }))
  const total = data?.total
  return (
    <Page
      line={total ? lineOf(total) : error ? inWords(error).title : '联系点'}
      above={post?.unionName}
      acts={
        <>
          <Link to={'/contacts/points' as '/'} className="btn plain">
            联系点名单
          </Link>
          <Link to={'/contacts/plans' as '/'} className="btn plain">
            走访计划
          </Link>
          {mayAssign && (
            <Link to={'/contacts/assign' as '/'} className="btn primary">
              定联系点
            </Link>
          )}
        </>
      }
    >
      <Section title="这一段" note={<PeriodPick period={period} pick={setPeriod} />}>
        <div className="figures">
          <Figure label="有联系人的基层工会" value={total?.covered} unit={`/ ${total?.unions ?? 0} 家`} to="/contacts/points" />
          <Figure label="走访到的" value={total?.visited} unit="家" to="/contacts/visits" search={{ state: 'submitted' }} />
          <Figure label="走访" value={total?.made} unit={`/ 计划 ${total?.planned ?? 0} 次`} to="/contacts/visits" />
          <Figure
            label="过了计划日"
            value={total?.overdue}
            unit="次"
            late={(total?.overdue ?? 0) > 0}
            to="/contacts/visits"
            search={{ state: 'overdue' }}
          />
          <Figure label="带回问题" value={total?.problems} unit="件" to="/contacts/problems" />
          <Figure
            label="按期办结"
            value={total?.solvedOnTime}
            unit="件"
            to="/contacts/problems"
            search={{ state: 'resolved,fedBack,confirmed' }}
          />
        </div>
      </Section>
      {data && <Cadres rows={data.cadres} period={period} />}
      {data && <Front figures={data} />}
    </Page>
  )
}

function lineOf({ unions, covered }: Figures['total']) {
  const blank = unions - covered
  if (unions === 0) return '下面还没有基层工会。'
  return blank ? (
    <>
      {covered} 家基层工会有联系人，<em>{blank}</em> 家还是空白。
    </>
  ) : (
    `${covered} 家基层工会都有联系人。`
  )
}

const PeriodPick = ({ period, pick }: { period: Period; pick: (period: Period) => void }) => (
  <span className="field-inline">
    <DayField label="从" isLabelHidden value={period.from} pick={(from) => from && pick({ ...period, from })} /> 至{' '}
    <DayField label="到" isLabelHidden value={period.until} pick={(until) => until && pick({ ...period, until })} />
  </span>
)

function Cadres({ rows, period }: { rows: readonly CadreFigures[]; period: Period }) {
  const mayExport = usePermission('members.exchange')
  const act = useMutation(api.visits.exportFigures.mutationOptions())
  const [isBusy, save] = useDownload(async () => location.assign(`/files/${(await act.mutateAsync(period)).id}`))
  return (
    <Section
      title="每位联系人"
      note={
        mayExport ? (
          <Button busy={isBusy} onClick={save}>
            导出 Excel
          </Button>
        ) : (
          '按工会和姓名排'
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title="还没有联系人">先定联系点，再做走访计划。</EmptyState>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              {['联系人', '联系点', '走访 / 计划', '过期未去', '带回问题', '有结果', '按期', '当场办成', '逾期未办'].map(
                (title, at) => (
                  <th key={title} scope="col" className={at ? 'num' : undefined}>
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CadreRow key={row.leadId + row.unionName} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

const CadreRow = ({ row }: { row: CadreFigures }) => (
  <tr>
    <th scope="row">
      <Link to={'/contacts/visits' as '/'} search={{ lead: row.leadId } as never}>
        {row.name}
      </Link>{' '}
      <span className="faint">{row.unionName}</span>
    </th>
    <td className="num">{row.points}</td>
    <td className="num">
      {row.made} / {row.planned}
    </td>
    <td className={row.overdue ? 'num late' : 'num'}>{row.overdue}</td>
    <td className="num">{row.problems}</td>
    <td className="num">{row.solved}</td>
    <td className="num">{row.solvedOnTime}</td>
    <td className="num">{row.onTheSpot}</td>
    <td className={row.problemsOverdue ? 'num late' : 'num'}>{row.problemsOverdue}</td>
  </tr>
)

const Front = ({ figures }: { figures: Figures }) => (
  <Section title="一线工作法：谈了什么，基层怎么看" note="走访次数，一次可以谈几样">
    <div className="figures">
      {figures.headings.map(({ heading, visits }) => (
        <Figure key={heading} label={headings[heading]} value={visits} unit="次" />
      ))}
    </div>
    <p className="card-foot muted">
      基层评价：
      {(Object.keys(grades) as (keyof typeof grades)[])
        .map((grade) => `${grades[grade]} ${figures.grades[grade] ?? 0} 次`)
        .join('，')}
      。{' '}
      <Link to={'/contacts/themes' as '/'} className="link">
        走访主题
      </Link>
    </p>
  </Section>
)
