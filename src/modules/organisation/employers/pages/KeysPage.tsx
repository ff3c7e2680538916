import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Figure } from '#web/Figure'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { type Person, PersonPick } from '#web/PersonPick'
import { Popover } from '#web/Popover'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { count, today } from '#web/words'
import type { Key, Process } from '../contract.ts'
import { processNames, processStateNames } from '../rules/names.ts'

const processes = Object.keys(processNames) as Process[]

/** 重点企业: each with an instructor, followed through founding, election and congress (ORG-13). */
export function KeysPage() {
  const { post } = useMe()
  const mayKeep = usePermission('unions.approve')
  const { data } = useQuery(api.employers.keys.queryOptions({ input: { size: 1 } }))
  const figures = data?.figures
  const act = useMutation(api.employers.exportKeys.mutationOptions())
  const exporting = useExport(({ filters }) => act.mutateAsync(inputOf(filters)))
  return (
    <Page line={figures ? `${figures.keys} 家重点企业，${figures.instructed} 家有指导员。` : '重点企业'} above={post?.unionName}>
      <Section title="全程指导">
        <div className="figures">
          <Figure label="有指导员" value={figures?.instructed} unit={`/ ${figures?.keys ?? 0} 家`} />
          <Figure label="走访过" value={figures?.visited} unit="家" />
          {processes.map((process) => (
            <Figure key={process} label={`${processNames[process]}已完成`} value={figures?.done[process]} unit="家" />
          ))}
        </div>
      </Section>
      <div className="card">
        <DataTable<Key>
          name="key-employers"
          unit="家企业"
          columns={columnsFor(mayKeep)}
          query={({ page, size, filters }) => api.employers.keys.queryOptions({ input: { page, size, ...inputOf(filters) } })}
          {...exporting}
          rowKey={({ id }) => id}
          empty={<EmptyState title="还没有重点企业">在“建会覆盖”里打开一家单位，列为重点企业。</EmptyState>}
        />
      </div>
    </Page>
  )
}

const inputOf = ({ instructor }: View['filters']) => (instructor ? { withoutInstructor: true } : {})

const columnsFor = (mayKeep: boolean): Column<Key>[] => [
  {
    key: 'name',
    title: '企业',
    always: true,
    render: ({ employerId, name }) => <Link to={`/employers/${employerId}` as '/'}>{name}</Link>,
  },
  { key: 'headcount', title: '职工', align: 'right', render: ({ headcount }) => (headcount === null ? '—' : count(headcount)) },
  {
    key: 'instructor',
    title: '指导员',
    options: [{ value: 'none', label: '没有指导员' }],
    render: (key) => (mayKeep ? <Instructor row={key} /> : key.instructorName),
  },
  ...processes.map(
    (process): Column<Key> => ({
      key: process,
      title: processNames[process],
      render: (key) => <Stage row={key} process={process} mayKeep={mayKeep} />,
    }),
  ),
  { key: 'visits', title: '走访', render: ({ visits, lastVisit }) => (visits ? `${visits} 次，最近 ${lastVisit}` : '还没有') },
  ...(mayKeep ? [{ key: 'act', title: '', render: (key: Key) => <Visiting row={key} /> }] : []),
]

function Instructor({ row: { id, version, instructorId, instructorName } }: { row: Key }) {
  const [person, pick] = useState<Person>({ personId: instructorId, personName: instructorName ?? '' })
  const instruct = useMutation(api.employers.instruct.mutationOptions())
  return (
    <Popover face={instructorName ?? '指派'} className="btn link">
      <PersonPick label="指导员" value={person} pick={pick} isOpenToOthers />
      <Button
        busy={instruct.isPending}
        onClick={() => instruct.mutate({ id, version, ...person, personName: person.personName.trim() || null })}
      >
        保存
      </Button>
    </Popover>
  )
}

function Stage({ row, process, mayKeep }: { row: Key; process: Process; mayKeep: boolean }) {
  const proceed = useMutation(api.employers.proceed.mutationOptions())
  const { id, version } = row
  if (!mayKeep) return processStateNames[row[process]]
  return (
    <select
      aria-label={`${row.name}的${processNames[process]}`}
      value={row[process]}
      onChange={(event) => proceed.mutate({ id, version, process, to: event.target.value as Key['founding'] })}
    >
      {Object.entries(processStateNames).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

function Visiting({ row: { id } }: { row: Key }) {
  const [note, setNote] = useState('')
  const [process, setProcess] = useState<Process | ''>('')
  const visit = useMutation(api.employers.visit.mutationOptions({ onSuccess: () => setNote('') }))
  const log = (kind: 'visit' | 'advice') => visit.mutate({ id, kind, process: process || null, onDay: today(), note })
  return (
    <Popover face="记走访" className="btn plain" align="end">
      <span className="field">
        关于
        <select value={process} onChange={(event) => setProcess(event.target.value as Process | '')}>
          <option value="">综合</option>
          {processes.map((value) => (
            <option key={value} value={value}>
              {processNames[value]}
            </option>
          ))}
        </select>
      </span>
      <span className="field">
        看到什么，提了什么意见
        <input value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      </span>
      <span className="acts">
        <Button busy={visit.isPending} onClick={() => log('visit')}>
          记走访
        </Button>
        <Button busy={visit.isPending} onClick={() => log('advice')}>
          记指导意见
        </Button>
      </span>
    </Popover>
  )
}
