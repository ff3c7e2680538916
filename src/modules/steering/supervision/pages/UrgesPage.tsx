import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count } from '#web/words'
import type { Urge } from '../contract.ts'
import { urgeStateNames } from '../rules/names.ts'
import { DutyTabs } from './DutyTabs.tsx'
import { UrgeCard } from './UrgeCard.tsx'

type Side = 'received' | 'sent'
type Search = { side?: Side; state?: Urge['state']; page?: number }
const sides: Record<Side, string> = { received: '收到的', sent: '发出的' }
const SIZE = 20

/** 督办单: those that one's union received, and those it sent, each with its answers. */
export function UrgesPage() {
  const { post, permissions } = useMe()
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const { side = 'received', state, page = 1 } = search
  const change = (next: Search) =>
    void navigate({ to: '.', search: { side, ...(state && { state }), ...next } as never, replace: true })
  const urges = useQuery(api.supervision.urges.queryOptions({ input: { side, page, size: SIZE, ...(state && { state }) } }))
  const { rows = [], total } = urges.data ?? {}
  const waiting = rows.filter((urge) => urge.state === 'waiting' || urge.state === 'late').length
  return (
    <Page
      line={
        total === undefined ? (
          '督办单。'
        ) : waiting > 0 ? (
          <>
            有 <em>{waiting}</em> 份督办单{side === 'received' ? '等您答复' : '还没有答复'}。
          </>
        ) : (
          `${sides[side]}督办单没有等着答复的。`
        )
      }
      above={post?.unionName}
      acts={<Button onClick={() => print()}>打印</Button>}
    >
      <DutyTabs />
      <Section title={`${sides[side]}督办单`} note={total === undefined ? undefined : `共 ${count(total)} 份`}>
        <div className="list-bar no-print">
          <span className="chips" role="group" aria-label="收到还是发出">
            {(Object.keys(sides) as Side[])
              .filter((each) => each === 'received' || permissions.includes('unions.approve'))
              .map((each) => (
                <button
                  key={each}
                  type="button"
                  className="pill"
                  aria-pressed={each === side}
                  onClick={() => change({ side: each, page: 1 })}
                >
                  {sides[each]}
                </button>
              ))}
          </span>
          <span className="chips" role="group" aria-label="状态">
            {(Object.keys(urgeStateNames) as Urge['state'][]).map((each) => (
              <button
                key={each}
                type="button"
                className="pill"
                aria-pressed={each === state}
                onClick={() =>
                  void navigate({ to: '.', search: { side, ...(each !== state && { state: each }) } as never, replace: true })
                }
              >
                {urgeStateNames[each]}
              </button>
            ))}
          </span>
        </div>
        {urges.error && (
          <EmptyState title={inWords(urges.error).title} act={<Button onClick={() => urges.refetch()}>再试一次</Button>} />
        )}
        {urges.isPending && <span className="bone row" />}
        {total === 0 && <Nothing side={side} />}
        {rows.map((urge) => (
          <UrgeCard key={urge.id} urge={urge} withDuty />
        ))}
        {total !== undefined && total > SIZE && (
          <div className="list-bar no-print">
            <Button onClick={() => change({ page: page - 1 })} aria-disabled={page <= 1 || undefined}>
              上一页
            </Button>
            <span className="faint num">
              {page} / {Math.ceil(total / SIZE)}
            </span>
            <Button onClick={() => change({ page: page + 1 })} aria-disabled={page * SIZE >= total || undefined}>
              下一页
            </Button>
          </div>
        )}
      </Section>
    </Page>
  )
}

const Nothing = ({ side }: { side: Side }) => (
  <EmptyState
    title={side === 'received' ? '没有收到督办单' : '没有发出督办单'}
    act={
      side === 'sent' && (
        <Link to={'/supervision' as '/'} search={{ whose: 'below' } as never} className="btn plain">
          看下级的应办事项
        </Link>
      )
    }
  >
    {side === 'received' ? '上级对逾期的事项发督办单时，会在这里等您答复。' : '在下级的应办事项里勾选，就能发督办单。'}
  </EmptyState>
)
