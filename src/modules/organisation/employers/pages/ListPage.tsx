import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip, type Hue } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { type Person, PersonPick } from '#web/PersonPick'
import { Popover } from '#web/Popover'
import { Button } from '#web/RuledButton'
import type { View } from '#web/useView'
import { count } from '#web/words'
import type { Employer, Listing, Stage } from '../contract.ts'
import { stageNames, unitKindNames } from '../rules/names.ts'

export const stageHues: Partial<Record<Stage, Hue>> = { founded: 'green', preparing: 'blue', refused: 'red', contact: 'amber' }
const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))
const special = { blank: '空白点', unassigned: '没有组织员', obstructed: '阻挠建会' } as const

/** Employers as a list; ticked ones are given to an organiser together. */
export function ListPage() {
  const { post } = useMe()
  const mayFile = usePermission('unions.file')
  const { below, sector, coveredBy }: { below?: string; sector?: string; coveredBy?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const [keys, pick] = useState<string[]>([])
  const narrowed = { ...(below && { below }), ...(sector !== undefined && { sector }), ...(coveredBy && { coveredBy }) }
  const act = useMutation(api.employers.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync({ ...inputOf(view), ...narrowed }))
  return (
    <Page line={sector === undefined ? '用人单位名单。' : `${sector || '行业未填'}的用人单位。`} above={post?.unionName}>
      <div className="card">
        <DataTable<Employer>
          name="employers"
          unit="家单位"
          columns={columns}
          query={(view) => api.employers.list.queryOptions({ input: { ...inputOf(view), ...narrowed } })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/employers/${id}` as '/' })}
          {...exporting}
          findBy="单位名称、拼音首字母、信用代码"
          empty={<EmptyState title="这里没有单位">登记一家，或整份导入。</EmptyState>}
          {...(mayFile && { picked: { keys, pick, acts: <Assign ids={keys} done={() => pick([])} /> } })}
        />
      </div>
    </Page>
  )
}

function Assign({ ids, done }: { ids: string[]; done: () => void }) {
  const [person, pick] = useState<Person>({ personId: null, personName: '' })
  const assign = useMutation(
    api.employers.assign.mutationOptions({
      onSuccess: ({ count: many }) => {
        notify({ tone: 'good', title: `${many} 家单位已交给${person.personName}` })
        done()
      },
    }),
  )
  const isReady = person.personName.trim().length >= 2
  return (
    <Popover face={`交给组织员（${ids.length} 家）`} className="btn plain" align="end">
      <PersonPick label="组织员" value={person} pick={pick} isOpenToOthers />
      <Button
        aria-disabled={!isReady}
        busy={assign.isPending}
        onClick={() => isReady && assign.mutate({ ids, ...person, personName: person.personName.trim() })}
      >
        交给他
      </Button>
    </Popover>
  )
}

const columns: Column<Employer>[] = [
  {
    key: 'name',
    title: '单位',
    always: true,
    sortable: true,
    render: ({ id, name }) => <Link to={`/employers/${id}` as '/'}>{name}</Link>,
  },
  {
    key: 'stage',
    title: '建会',
    width: 116,
    options: [...optionsOf(special), ...optionsOf(stageNames)],
    render: ({ stage }) => <Chip hue={stageHues[stage]}>{stageNames[stage]}</Chip>,
  },
  {
    key: 'headcount',
    title: '职工',
    sortable: true,
    align: 'right',
    width: 92,
    render: ({ headcount }) => (headcount === null ? '—' : count(headcount)),
  },
  { key: 'members', title: '会员', align: 'right', width: 84, render: ({ members }) => count(members) },
  { key: 'unionName', title: '所属' },
  { key: 'sector', title: '行业' },
  {
    key: 'unitKind',
    title: '单位类型',
    options: optionsOf(unitKindNames),
    render: ({ unitKind }) => unitKindNames[unitKind],
    hidden: true,
  },
  { key: 'organiserName', title: '组织员' },
  {
    key: 'nextOn',
    title: '下一步',
    sortable: true,
    render: ({ nextOn, nextStep }) => [nextOn, nextStep].filter(Boolean).join(' '),
  },
  { key: 'creditCode', title: '信用代码', hidden: true },
  { key: 'coveredByName', title: '工会', hidden: true },
]

function inputOf({ filters, page, size, sort, descending, find }: View): Partial<Listing> {
  const stage = filters.stage?.[0]
  return {
    ...{ page, size, descending },
    ...(sort && { sort }),
    ...(find && { text: find }),
    ...(stage && (stage in special ? { [stage]: true } : { stage })),
    ...(filters.unitKind && { unitKind: filters.unitKind[0] }),
  } as Partial<Listing>
}
