import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { count, daysBetween, today } from '#web/words'
import type { Gap } from '../contract.ts'
import { CheckChip } from './words.tsx'

/** 规范化建设: what one's own union is measured by, what one publishes for those below, what is still missing. */
export function StandardsPage() {
  const { post } = useMe()
  const mayPublish = usePermission('unions.approve')
  const { data: own } = useQuery({
    ...api.standards.ofUnion.queryOptions({ input: { unionId: post?.unionId ?? '' } }),
    enabled: !!post,
  })
  const { data: all } = useQuery(api.standards.list.queryOptions())
  const { data: gaps } = useQuery(api.standards.gaps.queryOptions({ input: { size: 1 } }))
  const published = all?.filter(({ isOwn }) => isOwn) ?? []
  const todo = own?.filter(({ state }) => state !== 'accredited').length ?? 0
  return (
    <Page
      above="规范化建设"
      line={
        own?.length
          ? `本工会有 ${own.length} 个标准要对照，${todo} 个还没有认定。`
          : `下级工会对照标准自查，还有 ${count(gaps?.total ?? 0)} 处要整改。`
      }
      acts={
        mayPublish && (
          <Link to={'/standards/new' as '/'} className="btn primary">
            发布标准
          </Link>
        )
      }
    >
      {!!own?.length && (
        <Section title="本工会要对照的" note={post?.unionName}>
          <ul className="duties">
            {own.map(({ standardId, title, programme, unionName, state, level, points, validUntil }) => (
              <li key={standardId} className="duty plain">
                <div>
                  <p className="duty-title">
                    {title} <CheckChip state={state} level={level} />
                  </p>
                  <p className="muted">
                    {programme} · {unionName}
                    {points !== null && ` · ${points} 分`}
                    {validUntil && ` · 有效期至 ${validUntil}`}
                  </p>
                </div>
                <Link to={`/standards/${standardId}/${post?.unionId}` as '/'} className="btn plain">
                  {state === 'none' ? '开始自查' : '打开'}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mayPublish && (
        <Section title="我们发布的标准">
          {published.length === 0 && (
            <EmptyState title="还没有发布标准">
              从现成的样本开始：基层工会标准化建设、学习型、创新型、服务型工会。平台有的记录自动核对，其余才请基层填。
            </EmptyState>
          )}
          <ul className="duties">
            {published.map(({ id, title, programme, items, unions, accredited, handedIn, publishedAt, withdrawnAt }) => (
              <li key={id} className="duty plain">
                <div>
                  <p className="duty-title">
                    {title}{' '}
                    {withdrawnAt ? (
                      <Chip>已停用</Chip>
                    ) : publishedAt ? (
                      <Chip hue="green">施行中</Chip>
                    ) : (
                      <Chip hue="amber">草稿</Chip>
                    )}
                    {handedIn > 0 && <Chip hue="blue">待核验 {handedIn}</Chip>}
                  </p>
                  <p className="muted">
                    {programme} · {items} 项要求 · 适用 {count(unions)} 家，已认定 {count(accredited)} 家
                    {unions > 0 && `（${Math.round((100 * accredited) / unions)}%）`}
                  </p>
                </div>
                <Link to={(publishedAt ? `/standards/${id}` : `/standards/${id}/edit`) as '/'} className="btn plain">
                  {publishedAt ? '各工会情况' : '继续起草'}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="待整改" note="按期限">
        <DataTable<Gap>
          name="standard-gaps"
          unit="处待整改"
          columns={columns}
          query={({ page, size }) => api.standards.gaps.queryOptions({ input: { page, size } })}
          rowKey={({ id }) => id}
          empty={<EmptyState title="没有待整改的事项" />}
        />
      </Section>
    </Page>
  )
}

const columns: Column<Gap>[] = [
  {
    key: 'asks',
    title: '要求',
    always: true,
    render: ({ asks, standardId, unionId }) => (
      <Link to={`/standards/${standardId}/${unionId}` as '/'} className="link">
        {asks}
      </Link>
    ),
  },
  { key: 'unionName', title: '工会' },
  { key: 'standard', title: '标准' },
  { key: 'reason', title: '核验意见', render: ({ reason }) => reason ?? '' },
  {
    key: 'dueOn',
    title: '期限',
    render: ({ dueOn }) => {
      if (!dueOn) return '没有定'
      const late = daysBetween(dueOn, today())
      return late > 0 ? <Chip hue="red">逾 {late} 天</Chip> : dueOn
    },
  },
  { key: 'mend', title: '办理', render: (gap) => <Mend gap={gap} /> },
]

function Mend({ gap }: { gap: Gap }) {
  const mend = useMutation(api.standards.mend.mutationOptions())
  const mayFile = usePermission('unions.file')
  if (!mayFile) return null
  const done = async () => {
    const how = await ask({ title: `“${gap.asks}”整改好了？`, act: '已整改', reasons: ['已经补齐材料，制度已施行'] })
    if (how !== false) mend.mutate({ id: gap.id, how })
  }
  return <Button onClick={done}>已整改</Button>
}
