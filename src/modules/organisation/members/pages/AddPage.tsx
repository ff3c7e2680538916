import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Switch } from 'antd'
import { useState } from 'react'
import { UnionPick } from '#desk/organisation/unions'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { rule } from '#web/rule'
import { Section } from '#web/Section'
import { Day } from '#kit/contract'
import { type FormValues, MemberFields, tidied } from './MemberForm.tsx'
import './members.css'

type Values = FormValues & { unionId: string; isMember?: boolean }

/** 登记职工: one person into the database, as a worker or as somebody who is a member already. */
export function AddPage() {
  const { post } = useMe()
  const navigate = useNavigate()
  const [form] = Form.useForm<Values>()
  const [isMember, setMember] = useState(false)
  const add = useMutation(api.members.add.mutationOptions({ meta: { quiet: true } }))
  const submit = (values: Values) => {
    const { isMember: _, unionId, ...facts } = values
    add.mutate({ ...(tidied(facts) as { name: string }), unionId } as Parameters<typeof add.mutate>[0], {
      onSuccess: ({ id }) => {
        notify({ tone: 'good', title: '登记好了' })
        void navigate({ to: `/members/${id}` as '/' })
      },
    })
  }
  return (
    <Page line="登记一名职工。" above="证件号、手机号加密保存，页面上只显示头尾几位。">
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ idType: 'citizen', ...(post && { unionId: post.unionId }) }}
        onFinish={submit}
        scrollToFirstError
        className="stack"
      >
        <Section title="在哪个工会" padded>
          <div className="fields">
            <Form.Item name="unionId" label="所在工会" rules={[{ required: true, message: '请选择工会' }]}>
              <UnionPick />
            </Form.Item>
            <Form.Item label="已经是会员" extra="以前入的会，只是没有建档。新入会的请走“入会审批”。">
              <Switch aria-label="已经是会员" checked={isMember} onChange={setMember} />
            </Form.Item>
            {isMember && (
              <>
                <Form.Item name="joinedOn" label="入会日期" rules={[rule(Day)]} validateTrigger="onBlur">
                  <Input placeholder="如 2019-05-01" />
                </Form.Item>
                <Form.Item name="number" label="会员证号" extra="没有就空着，系统会编号。">
                  <Input />
                </Form.Item>
              </>
            )}
          </div>
        </Section>
        <MemberFields />
        {add.error && (
          <p className="warn" role="alert">
            {inWords(add.error).title} {inWords(add.error).cite && <span className="cite">{inWords(add.error).cite}</span>}
          </p>
        )}
        <div className="acts">
          <Button type="submit" kind="primary" busy={add.isPending}>
            登记
          </Button>
          <Button onClick={() => navigate({ to: '/members' as '/' })}>先不办</Button>
        </div>
      </Form>
    </Page>
  )
}
