import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import type { Preference } from '../contract.ts'
import { type Channel, channelNames, mayPrefer } from '../rules.ts'
import './notices.css'

/** 接收方式: one channel, when, and what not. */
export function PreferencePage() {
  const found = useQuery({
    ...api.notices.preference.queryOptions(),
    throwOnError: true,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  if (!found) return <Bones />
  const where = found.open.length ? '' : '本平台还没有开通对外发送，提醒只在平台里。'
  return (
    <Page
      line={where || '提醒都在平台里，另外只用一种方式发给您。'}
      above="办好的、看过的不再发；夜里不打扰"
      acts={
        <Link to={'/notices' as '/'} className="btn plain">
          回到提醒
        </Link>
      }
    >
      <PreferenceForm found={found} />
    </Page>
  )
}

type Draft = {
  channel: Channel | 'none' | null
  address: string
  isDaily: boolean
  dailyAt: string
  quietFrom: string
  quietUntil: string
  muted: string[]
}

function PreferenceForm({ found }: { found: Preference }) {
  const [draft, set] = useState<Draft>({ ...found, address: '' })
  const prefer = useMutation(api.notices.prefer.mutationOptions())
  const trial = useMutation(api.notices.trial.mutationOptions())
  const change = (next: Partial<Draft>) => set((before) => ({ ...before, ...next }))
  const channel = draft.channel ?? (found.reach.email ? 'email' : 'none')
  const address = draft.address.trim()
  const wanted = { ...draft, channel, ...(address ? { address } : { address: undefined }) }
  const verdict = mayPrefer(wanted, found)
  const save = () =>
    prefer.mutate(
      {
        channel,
        isDaily: draft.isDaily,
        dailyAt: draft.dailyAt,
        quietFrom: draft.quietFrom,
        quietUntil: draft.quietUntil,
        muted: draft.muted,
        ...(address && { address }),
      },
      { onSuccess: () => notify({ tone: 'good', title: '已保存，还没发出的提醒也按它办' }) },
    )
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!verdict) save()
      }}
    >
      <Section title="发到哪里" note="只选一种" padded>
        <Channels channel={channel} found={found} pick={(next) => change({ channel: next, address: '' })} />
        {channel !== 'none' && channel !== 'sms' && (
          <Field
            label={channel === 'email' ? '邮箱' : `${channelNames[channel]}账号`}
            value={draft.address}
            placeholder={found.reach[channel] ?? ''}
            hint={found.reach[channel] ? `现在发到 ${found.reach[channel]}，要换再填` : '填了才能收到'}
            onChange={({ target }) => change({ address: target.value })}
          />
        )}
      </Section>
      <Times draft={draft} change={change} />
      <Kinds found={found} muted={draft.muted} change={(muted) => change({ muted })} />
      <p className="acts">
        <RuledButton kind="primary" type="submit" verdict={verdict} busy={prefer.isPending}>
          保存
        </RuledButton>
        <Button
          busy={trial.isPending}
          onClick={() =>
            trial.mutate(undefined, { onSuccess: () => notify({ tone: 'good', title: '试发的提醒已经排上，平台里马上能看到' }) })
          }
        >
          试发一条给自己
        </Button>
      </p>
    </form>
  )
}

function Channels({
  channel,
  found,
  pick,
}: {
  channel: Channel | 'none'
  found: Preference
  pick: (channel: Channel | 'none') => void
}) {
  const all = [...(Object.keys(channelNames) as Channel[]), 'none'] as const
  return (
    <fieldset className="choices">
      <legend className="only-read">接收方式</legend>
      {all.map((each) => (
        <label key={each} className="choice">
          <input type="radio" name="channel" checked={channel === each} onChange={() => pick(each)} />
          <span>
            {each === 'none' ? '只在平台里看' : channelNames[each]}
            <span className="faint small">{noteOf(each, found)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function noteOf(channel: Channel | 'none', { reach, open }: Preference) {
  if (channel === 'none') return '不往外发'
  const to = reach[channel] ? `发到 ${reach[channel]}` : '还没有登记'
  return open.includes(channel) ? to : `${to}；平台还没有开通，开通前只在平台里`
}

function Times({ draft, change }: { draft: Draft; change: (next: Partial<Draft>) => void }) {
  return (
    <Section title="什么时候发" note="法律规定的期限在夜里到期的，不等天亮" padded>
      <label className="choice">
        <input type="checkbox" checked={draft.isDaily} onChange={({ target }) => change({ isDaily: target.checked })} />
        <span>
          不急的每天合成一条
          <span className="faint small">急事随时发；不勾选，就一件一件发</span>
        </span>
      </label>
      <div className="times">
        {draft.isDaily && (
          <Field
            label="每天"
            inputMode="numeric"
            maxLength={5}
            placeholder="08:30"
            required
            value={draft.dailyAt}
            onChange={({ target }) => change({ dailyAt: target.value })}
          />
        )}
        <Field
          label="免打扰从"
          inputMode="numeric"
          maxLength={5}
          placeholder="08:30"
          required
          value={draft.quietFrom}
          onChange={({ target }) => change({ quietFrom: target.value })}
        />
        <Field
          label="到"
          inputMode="numeric"
          maxLength={5}
          placeholder="08:30"
          required
          value={draft.quietUntil}
          onChange={({ target }) => change({ quietUntil: target.value })}
        />
      </div>
    </Section>
  )
}

function Kinds({ found, muted, change }: { found: Preference; muted: string[]; change: (muted: string[]) => void }) {
  const turn = (kind: string) => change(muted.includes(kind) ? muted.filter((each) => each !== kind) : [...muted, kind])
  return (
    <Section title="发哪几种" note="不勾选的只在平台里" padded>
      <fieldset className="choices">
        <legend className="only-read">种类</legend>
        {found.kinds.map(({ kind, title, mayMute }) => (
          <label key={kind} className="choice">
            <input type="checkbox" checked={!muted.includes(kind)} disabled={!mayMute} onChange={() => turn(kind)} />
            <span>
              {title}
              {!mayMute && <span className="faint small">法定职责，不能不收</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </Section>
  )
}
