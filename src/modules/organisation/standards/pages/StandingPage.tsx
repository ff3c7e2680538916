import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { count } from '#web/words'
import { Grid } from '#desk/organisation/competences'
import type { Standing } from '../contract.ts'
import { type CheckState, checkStateNames, cycleNames, scoringNames } from '../rules/shapes.ts'
import { CheckChip } from './words.tsx'

/** One standard: which unions stand where, and what they commonly lack. */
export function StandingPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const navigate = useNavigate()
  const { data: standard } = useSuspenseQuery(api.standards.get.queryOptions({ input: { id } }))
  const { data: missing } = useQuery(api.standards.missing.queryOptions({ input: { standardId: id } }))
  const withdraw = useMutation(api.standards.withdraw.mutationOptions())
  const act = useMutation(api.standards.export.mutationOptions())
  const mayPublish = usePermission('unions.approve')
  const inputOf = ({ page, size, find, filters }: View) => ({
    ...{ standardId: id, page, size, text: find ?? '' },
    ...(filters.state && { state: filters.state[0] as CheckState }),
  })
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  const stop = async () => {
    const yes = await ask({ title: `停用“${standard.title}”？`, body: '不再受理新的自查；已经认定的到期前有效。', act: '停用' })
    if (yes !== false) withdraw.mutate({ id, version: standard.version })
  }
  const columns: Column<Standing>[] = [
    {
      key: 'unionName',
      title: '工会',
      always: true,
      render: ({ unionId, unionName }) => (
        <Link to={`/standards/${id}/${unionId}` as '/'} className="link">
          {unionName}
        </Link>
      ),
    },
    {
      key: 'state',
      title: '状态',
      options: Object.entries(checkStateNames).map(([value, label]) => ({ value, label })),
      render: ({ state, level }) => <CheckChip state={state} level={level} />,
    },
    { key: 'cycle', title: '周期', render: ({ cycle }) => cycle ?? '—' },
    { key: 'points', title: standard.scoring === 'points' ? '得分' : '达标率', render: ({ points }) => points ?? '—' },
    { key: 'validUntil', title: '有效期至', render: ({ validUntil }) => validUntil ?? '—' },
    { key: 'gaps', title: '待整改', align: 'right' },
  ]
  return (
    <Page
      above={`${standard.unionName} · ${standard.programme}`}
      line={standard.title}
      acts={
        <>
          <Button onClick={() => print()}>打印</Button>
          {mayPublish && standard.isOwn && !standard.withdrawnAt && (
            <>
              <Button onClick={stop}>停用</Button>
              <Link to={'/standards/new' as '/'} search={{ follows: id } as never} className="btn plain">
                另起一版
              </Link>
            </>
          )}
        </>
      }
    >
      <Section title="标准" padded>
        {standard.purpose && <p>{standard.purpose}</p>}
        <p className="muted">
          {scoringNames[standard.scoring]}，{cycleNames[standard.cycle]}；
          {standard.levels
            .map(({ title, least }) => `${title} ${least}${standard.scoring === 'points' ? ' 分' : '%'}`)
            .join('、')}
          ；认定后 {standard.validMonths} 个月有效。
        </p>
      </Section>
      <Section title="各工会情况" note="按组织顺序">
        <DataTable<Standing>
          name="standard-standing"
          unit="家工会"
          columns={columns}
          query={(view) => api.standards.standing.queryOptions({ input: inputOf(view) })}
          rowKey={({ unionId }) => unionId}
          open={({ unionId }) => navigate({ to: `/standards/${id}/${unionId}` as '/' })}
          {...exporting}
          findBy="工会名称"
          empty={<EmptyState title="范围内没有适用的工会" />}
        />
      </Section>
      <Section title="普遍缺什么" note="系统有的记录按全部工会算，其余按已自查的算；缺得多的在前">
        <Grid head={['要求', { num: '知道的工会' }, { num: '没有做到' }, { num: '占比' }]}>
          {missing?.map(({ key, asks, known, missing: without }) => (
            <tr key={key}>
              <th scope="row">{asks}</th>
              <td className="num">{count(known)}</td>
              <td className="num">{count(without)}</td>
              <td className="num">{known ? `${Math.round((100 * without) / known)}%` : '—'}</td>
            </tr>
          ))}
        </Grid>
      </Section>
    </Page>
  )
}
