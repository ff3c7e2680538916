import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '#web/api'
import { Masked } from '#web/Masked'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { dayInWords } from '#web/words'
import type { MemberRecord } from '../contract.ts'
import { fieldNames, type MemberField, problemNames } from '../contract/words.ts'
import { History, Looks, Merges, Stays } from './RecordParts.tsx'
import { TagEditor } from './TagEditor.tsx'
import { said, StatusChip } from './words.tsx'
import './members.css'

/** 会员档案: who, where, since when, what became of it, and who looked. */
export function RecordPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: record } = useSuspenseQuery(api.members.get.queryOptions({ input: { id } }))
  const { permissions } = useMe()
  const check = useMutation(api.members.check.mutationOptions())
  const mayManage = permissions.includes('members.manage') && !record.mergedInto
  return (
    <Page
      line={lineOf(record)}
      above={record.unionName}
      acts={
        mayManage && (
          <>
            <Button busy={check.isPending} onClick={() => check.mutate({ id })}>
              核对无误
            </Button>
            <Link to={`/members/${id}/correct` as '/'} className="btn primary">
              更正资料
            </Link>
          </>
        )
      }
      side={
        <>
          <TagEditor record={record} mayManage={mayManage} />
          <Looks looks={record.looks} />
          <Merges id={id} mayManage={mayManage} />
        </>
      }
    >
      {record.problems.length > 0 && (
        <div className="warn" role="status">
          {record.problems.map((code) => (
            <p key={code}>{problemNames[code]}</p>
          ))}
        </div>
      )}
      <Section title="基本情况" note={record.checkedOn ? `上次核对 ${dayInWords(record.checkedOn)}` : '从未核对'} padded>
        <FactList record={record} />
      </Section>
      <Stays stays={record.stays} />
      <History history={record.history} journal={record.journal} />
    </Page>
  )
}

function lineOf({ name, status, joinedOn, retainedOn, leftOn, mergedInto }: MemberRecord): ReactNode {
  if (mergedInto) return `${name}，这份档案已并入另一份。`
  const since = { member: joinedOn, retained: retainedOn, left: leftOn, expelled: leftOn, worker: null }[status]
  return (
    <>
      {name} <StatusChip status={status} /> {since && <span className="since">{dayInWords(since)}起</span>}
    </>
  )
}

const shown: readonly MemberField[] = [
  'number',
  'sex',
  'birthOn',
  'ethnicity',
  'political',
  'education',
  'household',
  'employer',
  'employerCode',
  'job',
  'skillLevel',
  'employmentForm',
  'newForm',
  'basis',
  'joinedOn',
]

function FactList({ record }: { record: MemberRecord }) {
  const { permissions } = useMe()
  const reveal = useMutation(api.members.reveal.mutationOptions())
  const show = (field: 'idNumber' | 'mobile') =>
    permissions.includes('members.sensitive')
      ? async (reason: string) => (await reveal.mutateAsync({ id: record.id, field, reason })).value
      : undefined
  return (
    <dl className="facts">
      {(['idNumber', 'mobile'] as const).map((field) => (
        <Fact key={field} title={field === 'idNumber' ? said('idType', record.idType) : fieldNames[field]}>
          {record[field] ? <Masked what={fieldNames[field]} masked={record[field]} reveal={show(field)} /> : <Missing />}
        </Fact>
      ))}
      {shown
        .filter((field) => field !== 'newForm' || record.employmentForm === 'newForm')
        .map((field) => (
          <Fact key={field} title={fieldNames[field]}>
            {record[field] ? said(field, record[field]) : <Missing />}
          </Fact>
        ))}
    </dl>
  )
}

/** One fact: its name and what it is. */
export const Fact = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
)
const Missing = () => <span className="faint">未填</span>
