import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip, type Hue } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { count, momentInWords } from '#web/words'
import { type Account, type AccountState, accountStateNames, accountStates } from '../contract.ts'
import { mayLock } from '../rules.ts'
import { type Handed, HandedLink } from './HandedLink.tsx'

const hues: Record<AccountState, Hue> = { invited: 'amber', open: 'green', locked: 'red' }

const asked = ({ page, size, find, filters }: View) =>
  api.accounts.list.queryOptions({
    input: { page, size, text: find ?? '', ...(filters.state && { state: filters.state[0] as AccountState }) },
  })

/** 账号与邀请: who can sign in, who in office cannot yet, and the links that are handed over. */
export function AccountsPage() {
  const [handed, setHanded] = useState<Handed>()
  const [shown, setShown] = useState(5)
  const waiting = useQuery(api.accounts.withoutAccount.queryOptions({ input: { page: 1, size: shown } })).data
  const columns: Column<Account>[] = [
    {
      key: 'name',
      title: '姓名',
      always: true,
      render: ({ name, username }) => (
        <>
          <b>{name}</b>
          <p className="faint small">{username}</p>
        </>
      ),
    },
    {
      key: 'posts',
      title: '任职',
      render: ({ posts, unionName }) => (posts.length ? posts.join('；') : <span className="faint">{unionName}会员</span>),
    },
    {
      key: 'state',
      title: '状态',
      options: accountStates.map((value) => ({ value, label: accountStateNames[value] })),
      render: ({ state, needsSecondFactor, hasSecondFactor }) => (
        <span className="chips">
          <Chip hue={hues[state]}>{accountStateNames[state]}</Chip>
          {needsSecondFactor && (
            <Chip hue={hasSecondFactor ? 'green' : 'amber'}>{hasSecondFactor ? '已设动态码' : '还没设动态码'}</Chip>
          )}
        </span>
      ),
    },
    {
      key: 'seen',
      title: '最近登录',
      render: ({ lastSeenAt, sessions }) => (lastSeenAt ? `${momentInWords(lastSeenAt)}，${sessions} 台设备` : '没有登录过'),
    },
    { key: 'acts', title: '办理', always: true, render: (account) => <AccountActs account={account} hand={setHanded} /> },
  ]
  return (
    <Page line={waiting?.total ? `还有 ${count(waiting.total)} 位任职干部没有账号。` : '任职干部都有账号了。'} above="账号与邀请">
      {handed && <HandedLink handed={handed} done={() => setHanded(undefined)} />}
      {!!waiting?.total && (
        <Section
          title="等着邀请"
          note="系统不设初始密码，本人用链接自己设"
          foot={
            waiting.total > waiting.rows.length && (
              <Button kind="link" onClick={() => setShown(Math.min(200, shown + 20))}>
                再看 20 位，还有 {count(waiting.total - waiting.rows.length)} 位
              </Button>
            )
          }
        >
          <ul className="duties">
            {waiting.rows.map((person) => (
              <InviteRow key={person.memberId} person={person} hand={setHanded} />
            ))}
          </ul>
        </Section>
      )}
      <Section title="账号">
        <DataTable<Account>
          name="accounts"
          unit="个账号"
          columns={columns}
          query={asked}
          rowKey={({ id }) => id}
          findBy="姓名、登录账号"
          empty={<EmptyState title="还没有账号">先登记任职，再在这里邀请本人激活。</EmptyState>}
        />
      </Section>
    </Page>
  )
}

type Waiting = { memberId: string; name: string; post: string; unionName: string }

function InviteRow({ person: { memberId, name, post, unionName }, hand }: { person: Waiting; hand: (handed: Handed) => void }) {
  const invite = useMutation(api.accounts.invite.mutationOptions())
  return (
    <li className="duty plain">
      <div>
        <p className="duty-title">{name}</p>
        <p className="muted">
          {unionName} · {post}
        </p>
      </div>
      <Button
        busy={invite.isPending}
        onClick={() =>
          invite.mutate(
            { memberId },
            { onSuccess: (made) => hand({ ...made, says: `登录账号 ${made.username}，也可以用手机号登录` }) },
          )
        }
      >
        邀请
      </Button>
    </li>
  )
}

function AccountActs({ account, hand }: { account: Account; hand: (handed: Handed) => void }) {
  const { id, name, state, reset } = account
  const me = useMe()
  const isOwn = id === me.account.id
  const [lock, unlock, askReset, doReset] = [
    useMutation(api.accounts.lock.mutationOptions()),
    useMutation(api.accounts.unlock.mutationOptions()),
    useMutation(api.accounts.askReset.mutationOptions()),
    useMutation(api.accounts.reset.mutationOptions({ meta: { quiet: false } })),
  ]
  const turn = async () => {
    const isLocked = state === 'locked'
    const reason = await ask({
      title: isLocked ? `恢复${name}的账号？` : `停用${name}的账号？`,
      body: isLocked ? '恢复后可以照常登录。' : '立刻退出所有设备，不能再登录；任职记录不变。',
      act: isLocked ? '恢复账号' : '停用账号',
      reasons: isLocked ? ['登记有误，恢复'] : ['调离本单位', '手机丢失', '账号异常'],
      danger: !isLocked,
    })
    if (reason !== false) (isLocked ? unlock : lock).mutate({ id, reason })
  }
  const request = async () => {
    const reason = await ask({
      title: `为${name}申请重置？`,
      body: '任有职务的账号，密码和动态码一起重置须经主席确认，24 小时内有效。',
      act: '提出申请',
      reasons: ['手机丢失，无法验证', '更换手机'],
    })
    if (reason !== false)
      askReset.mutate({ id, reason }, { onSuccess: () => notify({ tone: 'good', title: '已提出申请，等主席确认' }) })
  }
  const take = async (secondFactor: boolean) => {
    const sure = await ask({
      title: `重置${name}的密码？`,
      body: '原密码立即失效，所有设备退出，本人用新链接自己设密码。',
      act: '重置',
      danger: true,
    })
    if (sure !== false)
      doReset.mutate({ id, secondFactor }, { onSuccess: (made) => hand({ ...made, says: '请当面或电话核对本人后转交' }) })
  }
  return (
    <span className="acts">
      <RuledButton
        verdict={mayLock({ isOwn, isLocked: false, guards: false })}
        busy={lock.isPending || unlock.isPending}
        onClick={turn}
      >
        {state === 'locked' ? '恢复' : '停用'}
      </RuledButton>
      {!isOwn && (
        <Button busy={doReset.isPending} onClick={() => take(!!reset?.isConfirmed)}>
          {reset?.isConfirmed ? '重置密码和动态码' : '重置密码'}
        </Button>
      )}
      {!isOwn && account.posts.length > 0 && !reset && (
        <Button kind="link" onClick={request}>
          申请全部重置
        </Button>
      )}
      {reset && !reset.isConfirmed && <Chip hue="amber">重置等主席确认</Chip>}
    </span>
  )
}
