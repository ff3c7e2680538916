import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { Day } from '#kit/contract'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { rule } from '#web/rule'
import { Section } from '#web/Section'
import type { MemberRecord } from '../contract.ts'
import { fieldNames, memberFields } from '../contract/words.ts'
import { type FormValues, MemberFields, tidied } from './MemberForm.tsx'
import './members.css'

const secret = new Set(['idNumber', 'mobile'])

/** The facts of a record as the form starts with; protected ones are typed anew or left alone. */
const startOf = (record: MemberRecord) =>
  Object.fromEntries(
    memberFields.filter((field) => !secret.has(field)).map((field) => [field, record[field] ?? undefined]),
  ) as FormValues

/** Only what was really changed goes to the server. */
function changed(start: FormValues, values: FormValues) {
  const now: Record<string, unknown> = tidied(values)
  const before: Record<string, unknown> = start
  return Object.fromEntries(
    Object.entries(now).filter(([field, value]) => (secret.has(field) ? value !== null : value !== (before[field] ?? null))),
  ) as FormValues
}

/** 更正资料. */
export function CorrectPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.members.get.queryOptions({ input: { id } }))
  // What the cadre saw when he began: a colleague's change in between must not slip under his form.
  const [record] = useState<MemberRecord>(data)
  const navigate = useNavigate()
  const [form] = Form.useForm<FormValues>()
  const correct = useMutation(api.members.correct.mutationOptions({ meta: { quiet: true } }))
  const start = startOf(record)
  const back = () => navigate({ to: `/members/${id}` as '/' })
  const submit = (values: FormValues) => {
    const changes = changed(start, values)
    if (Object.keys(changes).length === 0) return back()
    correct.mutate(
      { id, version: record.version, changes },
      {
        onSuccess: ({ changes: made }) => {
          notify({ tone: 'good', title: `改好了：${made.map(({ field }) => fieldNames[field]).join('、') || '没有变化'}` })
          void back()
        },
      },
    )
  }
  return (
    <Page line={`更正${record.name}的资料。`} above={record.unionName}>
      <Form<FormValues>
        form={form}
        layout="vertical"
        initialValues={start}
        onFinish={submit}
        scrollToFirstError
        className="stack"
      >
        <MemberFields masked={record} />
        {record.joinedOn && (
          <Section title="会籍" padded>
            <div className="fields">
              <Form.Item name="joinedOn" label="入会日期" rules={[rule(Day)]} validateTrigger="onBlur">
                <Input />
              </Form.Item>
              <Form.Item name="number" label="会员证号">
                <Input />
              </Form.Item>
            </div>
          </Section>
        )}
        {correct.error && (
          <p className="warn" role="alert">
            {inWords(correct.error).title}
          </p>
        )}
        <div className="acts">
          <Button type="submit" kind="primary" busy={correct.isPending}>
            保存更正
          </Button>
          <Button onClick={back}>先不办</Button>
        </div>
      </Form>
    </Page>
  )
}
