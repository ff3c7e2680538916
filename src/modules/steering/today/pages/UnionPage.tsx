import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { UnionTabs } from '#desk/organisation/unions'
import { DutyItem, UrgeDialog } from '#desk/steering/supervision'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count, dayInWords } from '#web/words'
import { alarmNames } from '#rules/steering/alarms'

/** One union as its superior walks into it: what it owes, its alarms, what it has done; from here to the act, or to an urging note. */
export function UnionPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { post, permissions } = useMe()
  const [isUrging, urge] = useState(false)
  const union = useQuery(api.unions.get.queryOptions({ input: { id } }))
  const owed = useQuery(api.supervision.list.queryOptions({ input: { whose: 'union', unionId: id, size: 100 } }))
  const done = useQuery(
    api.supervision.list.queryOptions({
      input: { whose: 'union', unionId: id, states: ['fulfilled', 'excused'], sort: 'due', descending: true, size: 6 },
    }),
  )
  if (union.error) return <Page line="没有找到这家工会">{<EmptyState title={inWords(union.error).title} />}</Page>
  const late = owed.data?.rows.filter(({ state }) => state === 'overdue' || state === 'escalated') ?? []
  const mayUrge = permissions.includes('unions.approve') && id !== post?.unionId && late.length > 0
  return (
    <Page
      line={
        <>
          {union.data?.name ?? '工会'}
          {owed.data &&
            (late.length > 0 ? (
              <>
                ，<em>{count(late.length)}</em> 件事已过期。
              </>
            ) : (
              '，没有过期的事。'
            ))}
        </>
      }
      above={union.data?.above.map(({ name }) => name).join(' › ')}
      acts={
        mayUrge && (
          <Button kind="primary" onClick={() => urge(true)}>
            督办过期的 {late.length} 件
          </Button>
        )
      }
      side={<Alarms unionId={id} />}
    >
      <UnionTabs id={id} />
      <Section title="应办的事" note="按到期日">
        {owed.isPending && <span className="bone row" />}
        {owed.data?.total === 0 && <EmptyState title="没有应办未办的事">有了会按期限列在这里。</EmptyState>}
        <ul className="duties">
          {owed.data?.rows.map((duty) => (
            <DutyItem key={duty.id} duty={duty} />
          ))}
        </ul>
      </Section>
      {!!done.data?.total && (
        <Section title="办过的" note={`共 ${count(done.data.total)} 件`}>
          <ul className="duties">
            {done.data.rows.map(({ id: duty, title, closedOn, dueOn, state }) => (
              <li key={duty} className="duty">
                <p className="day num">{closedOn && dayInWords(closedOn)}</p>
                <p>
                  <Link to={`/supervision/${duty}` as '/'} className="plain-link">
                    {title}
                  </Link>
                </p>
                <Chip hue={state === 'fulfilled' && closedOn! <= dueOn ? 'green' : undefined}>
                  {state === 'excused' ? '已免除' : closedOn! <= dueOn ? '按期完成' : '逾期完成'}
                </Chip>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isUrging && <UrgeDialog dutyIds={late.map((duty) => duty.id)} close={() => urge(false)} />}
    </Page>
  )
}

function Alarms({ unionId }: { unionId: string }) {
  const alarms = useQuery(api.alarms.list.queryOptions({ input: { unionId, states: ['open', 'noted'], size: 50 } }))
  return (
    <Section title="预警" note={alarms.data ? `${count(alarms.data.total)} 条` : undefined}>
      {alarms.data?.total === 0 && <EmptyState title="没有预警">会员、活动、主席、组织和委员会都没有异常。</EmptyState>}
      <ul className="duties">
        {alarms.data?.rows.map(({ id, kind, cause, since, cite, state, unionName, unionId: at }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">
                {alarmNames[kind]} {state === 'noted' && <Chip>已说明</Chip>}
              </p>
              <p className="muted">
                {at !== unionId && `${unionName}：`}
                {cause}，{dayInWords(since)}起 <Cite article={cite} />
              </p>
            </div>
            <Link to={`/alarms/${id}` as '/'} className="btn plain">
              打开
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
