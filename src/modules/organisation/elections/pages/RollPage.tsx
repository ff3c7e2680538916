import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { PersonPick } from '#web/PersonPick'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Election, RollListing, RollRow } from '../contract.ts'
import { Tick } from './fields.tsx'
import './elections.css'

const shows = { present: '已签到', absent: '未签到', removed: '已除名' } as const

/** The roll as the desk at the door works with it: found by name or initials, ticked present, given paper or a slip. */
export function RollPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { post } = useMe()
  const mayFile = usePermission('unions.file')
  const { data } = useQuery(api.elections.get.queryOptions({ input: { id } }))
  const [picked, pick] = useState<string[]>([])
  const arrive = useMutation(api.elections.arrive.mutationOptions())
  if (!data) return <Page line="选民名册" />
  const isOurs = mayFile && data.state === 'open' && post?.unionId === data.unionId
  const isOpen = data.contests.some(
    ({ rounds, electorate }) => ['assembly', 'unit'].includes(electorate) && rounds.some(({ closedAt }) => !closedAt),
  )
  const hasKiosk = data.contests.some(({ rounds }) => rounds.some(({ closedAt, ballotId }) => !closedAt && ballotId))
  const here = () => arrive.mutate({ electionId: id, rollIds: picked, isPresent: true }, { onSuccess: () => pick([]) })
  return (
    <Page
      line={
        data.rollFrozenAt
          ? `应到 ${data.expected} 人，已签到 ${data.presentNow} 人${isOpen ? `，发出纸质选票 ${data.paperGiven} 张` : ''}。`
          : `选民名册，${data.rollCount} 人。`
      }
      above={<Link to={`/elections/${id}` as '/'}>{data.title}</Link>}
    >
      {isOurs && !data.rollFrozenAt && <Enrol election={data} />}
      <div className="card">
        <DataTable<RollRow>
          name="election-roll"
          unit="人"
          findBy="姓名、拼音首字母或分会"
          columns={columnsFor(data, isOurs, isOpen, hasKiosk)}
          query={({ filters, page, size, find }) =>
            api.elections.roll.queryOptions({
              input: { id, page, size, ...(find && { text: find }), show: (filters.show?.[0] ?? 'all') as RollListing['show'] },
            })
          }
          rowKey={(row) => row.id}
          {...(isOurs &&
            data.rollFrozenAt && {
              picked: { keys: picked, pick, acts: <Button onClick={here}>签到 {picked.length} 人</Button> },
            })}
          empty={<EmptyState title="名册还是空的">在选举页“按会员档案生成名册”。</EmptyState>}
        />
      </div>
    </Page>
  )
}

function columnsFor(election: Election, isOurs: boolean, isOpen: boolean, hasKiosk: boolean): Column<RollRow>[] {
  const options = Object.entries(shows).map(([value, label]) => ({ value, label }))
  return [
    { key: 'name', title: '姓名', always: true },
    { key: 'unit', title: '分会', render: ({ unitName }) => unitName },
    {
      key: 'show',
      title: '到会',
      options,
      render: ({ presentHow, removedWhy }) =>
        removedWhy ? (
          `除名：${removedWhy}`
        ) : presentHow ? (
          <Chip hue="green">{presentHow === 'qr' ? '扫码签到' : '签到'}</Chip>
        ) : (
          ''
        ),
    },
    {
      key: 'paper',
      title: '选票',
      render: ({ paperGiven, isHelped }) => (
        <>
          {paperGiven && <Chip>已领纸质票</Chip>}
          {isHelped && <Chip hue="blue">有人帮助</Chip>}
        </>
      ),
    },
    ...(isOurs
      ? [
          {
            key: 'acts',
            title: '办理',
            render: (row: RollRow) => <RowActs row={row} election={election} isOpen={isOpen} hasKiosk={hasKiosk} />,
          },
        ]
      : []),
  ]
}

function RowActs({ row, election, isOpen, hasKiosk }: { row: RollRow; election: Election; isOpen: boolean; hasKiosk: boolean }) {
  const arrive = useMutation(api.elections.arrive.mutationOptions())
  const give = useMutation(api.elections.giveBallot.mutationOptions())
  const slip = useMutation(api.elections.giveSlip.mutationOptions())
  const strike = useMutation(api.elections.strike.mutationOptions())
  const [isHelped, setHelped] = useState(row.isHelped)
  const electionId = election.id
  if (row.removedOn) return null
  const out = async () => {
    const reason = await ask({
      title: `把${row.name}从名册上除名？`,
      act: '除名',
      reasons: ['已调离本单位', '保留会籍', '重复登记'],
    })
    if (typeof reason === 'string') strike.mutate({ id: row.id, reason })
  }
  if (!election.rollFrozenAt)
    return (
      <Button kind="link" onClick={out}>
        除名
      </Button>
    )
  if (!row.presentHow)
    return (
      <Button busy={arrive.isPending} onClick={() => arrive.mutate({ electionId, rollIds: [row.id], isPresent: true })}>
        签到
      </Button>
    )
  if (!isOpen || row.paperGiven) return null
  return (
    <span className="acts">
      <Tick label="本人要求帮助填写" value={isHelped} change={setHelped} />
      <Button busy={give.isPending} onClick={() => give.mutate({ electionId, rollId: row.id, isHelped })}>
        发纸质票
      </Button>
      {hasKiosk && (
        <Button kind="link" busy={slip.isPending} onClick={() => slip.mutate({ electionId, rollId: row.id, isHelped })}>
          投票机票条
        </Button>
      )}
      {slip.data?.slips.map(({ slip: code, ballotId }) => (
        <output key={ballotId}>
          <b className="num">{code}</b>{' '}
          <a href={`/board/kiosk/${ballotId}`} target="_blank" rel="noreferrer">
            投票机
          </a>
        </output>
      ))}
    </span>
  )
}

const nobody = { personId: null as string | null, personName: '' }

function Enrol({ election: { id } }: { election: Election }) {
  const enrol = useMutation(api.elections.enrol.mutationOptions())
  const [person, setPerson] = useState(nobody)
  const add = async () => {
    const reason =
      person.personId &&
      (await ask({ title: `把${person.personName}列入名册？`, act: '列入', reasons: ['漏登的会员', '按会议纪要登记的代表'] }))
    if (person.personId && typeof reason === 'string')
      enrol.mutate({ electionId: id, memberId: person.personId, reason }, { onSuccess: () => setPerson(nobody) })
  }
  return (
    <Section title="增补选民" padded>
      <div className="elections-grid">
        <PersonPick label="姓名" value={person} pick={setPerson} />
        <div className="acts">
          <Button onClick={add}>列入名册</Button>
        </div>
      </div>
    </Section>
  )
}
