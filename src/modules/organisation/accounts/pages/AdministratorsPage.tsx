import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { momentInWords } from '#web/words'
import type { Appointment } from '#contracts/organisation/posts'
import { isAdministration, type Kind, kinds, mayDismiss, postKinds } from '#rules/organisation/posts'

const three = kinds.filter(isAdministration)

/** 平台管理员: system, security, audit; three persons, none named by himself. */
export function AdministratorsPage() {
  const { post } = useMe()
  const all = useQuery({ ...api.posts.administrators.queryOptions(), throwOnError: true }).data
  if (!all) return <Bones />
  const missing = three.filter((kind) => !all.some((each) => each.kind === kind && each.state === 'inOffice'))
  return (
    <Page
      above={post?.unionName}
      line={
        missing.length ? (
          <>
            还缺 <em>{missing.map((kind) => postKinds[kind].title).join('、')}</em>。
          </>
        ) : (
          '三个管理员都到位了，由三个人分别担任。'
        )
      }
    >
      <Section title="系统、安全、审计三者分开" note="谁也不能任命自己">
        {all.length === 0 && <EmptyState title="还没有管理员">由主席或筹备组负责人先任命安全管理员。</EmptyState>}
        <ul className="duties">
          {all.map((each) => (
            <AdministratorRow key={each.id} appointment={each} />
          ))}
        </ul>
      </Section>
      <Resets />
      {post && <NameForm unionId={post.unionId} isSecurity={post.kind === 'securityAdministrator'} />}
    </Page>
  )
}

function AdministratorRow({
  appointment: { id, memberId, unionId, personName, kind, title, unionName, fromOn, state },
}: {
  appointment: Appointment
}) {
  const mayConfirm = usePermission('posts.manage')
  const confirm = useMutation(api.posts.confirmAuditor.mutationOptions())
  const end = useMutation(api.posts.endAdministrator.mutationOptions())
  const { person, post } = useMe()
  const isHead = ['chair', 'preparatoryHead', 'fullTimeViceChair'].includes(post?.kind ?? '') && post?.unionId === unionId
  const isSecurity = post?.kind === 'securityAdministrator'
  const verdict = mayDismiss(kind as Kind, memberId, {
    person: person?.id,
    kind: post?.kind ?? '',
    isSecurity,
    isHeadOfUnion: isHead,
  })
  const dismiss = async () => {
    const sure = await ask({ title: `免去${personName}的${title}？`, body: '权限今天起停止。', act: '免去职务', danger: true })
    if (sure !== false) end.mutate({ id, why: 'moved' })
  }
  return (
    <li className="duty plain">
      <div>
        <p className="duty-title">
          {personName} · {title} {state === 'waiting' && <Chip hue="amber">待主席确认，还没有权限</Chip>}
        </p>
        <p className="muted">
          {unionName}，{fromOn} 起。{postKinds[kind as Kind].duties.join('；')}
        </p>
      </div>
      <span className="acts">
        {state === 'waiting' && mayConfirm && (
          <Button kind="primary" busy={confirm.isPending} onClick={() => confirm.mutate({ id })}>
            确认任命
          </Button>
        )}
        <RuledButton verdict={verdict} busy={end.isPending} onClick={dismiss}>
          免去
        </RuledButton>
      </span>
    </li>
  )
}

function NameForm({ unionId, isSecurity }: { unionId: string; isSecurity: boolean }) {
  const [form] = Form.useForm<{ kind: Kind; memberId: string }>()
  const [text, setText] = useState('')
  const found = useQuery({
    ...api.posts.candidates.queryOptions({ input: { unionId, text: text.trim() } }),
    enabled: text.trim() !== '',
  })
  const name = useMutation(api.posts.appointAdministrator.mutationOptions())
  const offered = three.filter((kind) => (kind === 'securityAdministrator') !== isSecurity)
  const submit = (fields: { kind: Kind; memberId: string }) =>
    name.mutate(
      { unionId, ...fields },
      {
        onSuccess: ({ waits }) => {
          notify({ tone: 'good', title: waits ? '已提名，主席确认后生效' : '已任命，请到“账号”里邀请本人' })
          form.resetFields()
        },
      },
    )
  return (
    <Section title="任命" note={isSecurity ? '系统、审计管理员由安全管理员任命' : '安全管理员由主席任命'} padded>
      <Form form={form} layout="vertical" requiredMark={false} style={{ maxWidth: 420 }} onFinish={submit}>
        <Form.Item name="kind" label="职务" rules={[{ required: true, message: '请选择职务' }]}>
          <Select options={offered.map((value) => ({ value, label: postKinds[value].title }))} />
        </Form.Item>
        <Form.Item name="memberId" label="人选" rules={[{ required: true, message: '请选择人选' }]}>
          <Select
            showSearch={{ filterOption: false, onSearch: setText }}
            placeholder="姓名、拼音首字母或会员证号"
            notFoundContent={text.trim() === '' ? '输入姓名开始找' : '没有找到'}
            options={(found.data ?? []).map((person) => ({ value: person.id, label: `${person.name} · ${person.unionName}` }))}
          />
        </Form.Item>
        <Button type="submit" kind="primary" busy={name.isPending}>
          任命
        </Button>
      </Form>
    </Section>
  )
}

/** Accounts that wait for the chair's word before they may be set back whole. */
function Resets() {
  const mayConfirm = usePermission('posts.manage')
  const waiting = useQuery({ ...api.accounts.resets.queryOptions(), enabled: mayConfirm }).data ?? []
  const confirm = useMutation(api.accounts.confirmReset.mutationOptions())
  if (!waiting.length) return null
  return (
    <Section title={`${waiting.length} 个账号等您确认重置`} note="请先向本人核实">
      <ul className="duties">
        {waiting.map(({ id, name, unionName, reason, askedAt }) => (
          <li key={id} className="duty plain">
            <div>
              <p className="duty-title">{name}</p>
              <p className="muted">
                {unionName}。{reason}，{momentInWords(askedAt)} 提出
              </p>
            </div>
            <Button busy={confirm.isPending} onClick={() => confirm.mutate({ id })}>
              确认
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
