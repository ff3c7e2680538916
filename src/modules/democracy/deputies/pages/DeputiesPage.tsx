import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { Working } from '#web/Working'
import type { Deputy, Listing, Overview } from '../contract.ts'
import { congressScopeNames, endingNames } from '../rules.ts'
import { CommitteesSection } from './CommitteesSection.tsx'
import { RecordForm } from './RecordForm.tsx'
import { TermForm } from './TermForm.tsx'

export function DeputiesPage() {
  const { unionId } = useParams({ strict: false }) as { unionId: string }
  return <DeputiesOf unionId={unionId} />
}

/** A union's congress: the term, its units and seats, who sits, special committees. */
export function DeputiesOf({ unionId }: { unionId: string }) {
  const { data } = useQuery({ ...api.deputies.overview.queryOptions({ input: { unionId } }), throwOnError: true })
  const mayManage = usePermission('democracy.manage')
  const [form, setForm] = useState<'term' | 'deputy'>()
  if (!data) return <Page line="职工代表。" />
  const { term } = data
  return (
    <Page
      line={
        term
          ? `第 ${term.number} 届职工代表 ${data.filled} 名${data.vacant > 0 ? `，空缺 ${data.vacant} 名` : ''}。`
          : '还没有本届职工代表。'
      }
      above={data.unionName}
      acts={
        mayManage && (
          <>
            <Button kind={term ? 'plain' : 'primary'} onClick={() => setForm(form === 'term' ? undefined : 'term')}>
              {term ? '建立新一届' : '建立本届'}
            </Button>
            {term && (
              <Button kind="primary" onClick={() => setForm(form === 'deputy' ? undefined : 'deputy')}>
                登记代表
              </Button>
            )}
          </>
        )
      }
    >
      {form === 'term' && <TermForm unionId={unionId} done={() => setForm(undefined)} />}
      {form === 'deputy' && term && <RecordForm units={data.units} done={() => setForm(undefined)} />}
      {!term && form !== 'term' && (
        <EmptyState title="先建立本届职代会">按职工人数测算代表名额，分到各选举单位，再登记选出的代表。</EmptyState>
      )}
      {term && <TermSection data={data} />}
      {term && <Roll unionId={unionId} units={data.units} />}
      {term && <CommitteesSection data={data} />}
    </Page>
  )
}

function TermSection({ data }: { data: Overview }) {
  const term = data.term!
  const mayManage = usePermission('democracy.manage')
  const take = useMutation(api.deputies.takeElected.mutationOptions())
  return (
    <>
      <Section
        title={`${congressScopeNames[term.scope]}职工代表大会 第 ${term.number} 届`}
        note={`${term.startsOn} 至 ${term.delayedUntil ?? term.endsOn}，职工 ${term.staff} 人`}
        padded
      >
        <Working
          lines={data.findings.map(({ label, figures, ok, says, cite }) => ({ label, figures, holds: ok, reason: says, cite }))}
        />
        {term.reason && <p className="muted">与规定不一致的理由：{term.reason}</p>}
      </Section>
      <Section title="选举单位" note={`${data.units.length} 个，名额按人数分配`}>
        <ul className="duties">
          {data.units.map(({ id, name, staff, seats, filled }) => (
            <li key={id} className="duty plain">
              <div>
                <p className="duty-title">
                  {name} {filled < seats ? <Chip hue="amber">空缺 {seats - filled}</Chip> : <Chip hue="green">已满</Chip>}
                </p>
                <p className="muted">
                  职工 {staff} 人，名额 {seats}，现有 {filled}
                </p>
              </div>
            </li>
          ))}
        </ul>
        {mayManage && data.elected > 0 && data.vacant > 0 && (
          <p className="padded">
            <Button busy={take.isPending} onClick={() => take.mutate({ termId: term.id })}>
              从已公布的选举结果登记（{data.elected} 人）
            </Button>
          </p>
        )}
      </Section>
    </>
  )
}

function Roll({ unionId, units }: { unionId: string; units: Overview['units'] }) {
  const mayManage = usePermission('democracy.manage')
  const write = useMutation(api.deputies.export.mutationOptions())
  const inputOf = ({
    page,
    size,
    find,
    filters,
  }: {
    page: number
    size: number
    find?: string
    filters: Record<string, string[]>
  }): Listing => ({
    ...{ unionId, page, size, descending: false },
    ...(find && { text: find }),
    ...(filters.unitName?.[0] && { unitId: filters.unitName[0] }),
    ...(filters.state?.[0] && { state: filters.state[0] as NonNullable<Listing['state']> }),
  })
  const columns: Column<Deputy>[] = [
    { key: 'name', title: '姓名', always: true },
    {
      key: 'unitName',
      title: '选举单位',
      options: units.map(({ id, name }) => ({ value: id, label: name })),
      render: ({ unitName }) => unitName,
    },
    { key: 'job', title: '岗位' },
    {
      key: 'class',
      title: '类别',
      render: ({ isManager, isWoman, isFrontLine }) =>
        [isManager && '管理人员', isFrontLine && '一线', isWoman && '女'].filter(Boolean).join(' · '),
    },
    { key: 'since', title: '任职' },
    {
      key: 'state',
      title: '状态',
      options: [
        { value: 'sitting', label: '在任' },
        { value: 'lapsed', label: '已离开，待补选' },
        { value: 'ended', label: '已终止' },
      ],
      render: ({ until, endedBy, isLapsed }) =>
        until ? `${endedBy ? endingNames[endedBy] : ''} ${until}` : isLapsed ? <Chip hue="amber">已离开，待补选</Chip> : '在任',
    },
    { key: 'acts', title: '', render: (row) => mayManage && !row.until && <EndButtons deputy={row} /> },
  ]
  return (
    <div className="card">
      <DataTable<Deputy>
        name="deputies"
        unit="名代表"
        findBy="姓名或选举单位"
        columns={columns}
        query={(view) => api.deputies.list.queryOptions({ input: inputOf(view as never) })}
        rowKey={({ id }) => id}
        {...useExport((view) => write.mutateAsync(inputOf(view as never)))}
        empty={<EmptyState title="还没有登记代表">点“登记代表”，录入选举单位投票选出的人。</EmptyState>}
      />
    </div>
  )
}

function EndButtons({ deputy }: { deputy: Deputy }) {
  const end = useMutation(api.deputies.end.mutationOptions())
  const go = async () => {
    const why = await ask({
      title: `终止${deputy.name}的代表资格？`,
      body: '离开本单位、调离选举单位、辞去代表的在这里登记；空出的名额由原选举单位补选。',
      act: '终止资格',
      reasons: ['离开本单位', '调离选举单位', '本人辞去代表'],
    })
    if (why === false) return
    const by = why.includes('调离') ? 'transferred' : why.includes('辞去') ? 'resigned' : 'left'
    end.mutate({ id: deputy.id, on: today(), by, why })
  }
  return (
    <Button kind="link" busy={end.isPending} aria-label={`终止${deputy.name}的代表资格`} onClick={go}>
      终止
    </Button>
  )
}
