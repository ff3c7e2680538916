import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import { purposes } from '../contract/words.ts'
import { Looks } from './RecordParts.tsx'
import './members.css'

/** 谁看过我的资料. */
export function MyLooksPage() {
  const { data } = useSuspenseQuery(api.members.whoLooked.queryOptions())
  return (
    <Page line={data.length ? `您的证件号或手机号被看过 ${data.length} 次。` : '没有人看过您完整的证件号和手机号。'}>
      <Looks looks={data} title="谁看过、为什么" />
      <p className="muted">平时页面上只显示头尾几位。要看完整的，必须写明理由，并记在这里。</p>
    </Page>
  )
}

/** 同意与撤回. */
export function MyConsentsPage() {
  const { data } = useSuspenseQuery(api.members.consents.queryOptions())
  const give = useMutation(api.members.consent.mutationOptions())
  const withdraw = useMutation(api.members.withdraw.mutationOptions())
  return (
    <Page line="下面这些用途，要您同意才行。" above="随时可以撤回，不影响您的会员权利。">
      {data.map(({ purpose, isValid, givenAt, withdrawnAt }) => (
        <Section key={purpose} title={purposes[purpose].name} padded>
          <p>{purposes[purpose].text}</p>
          <p>
            <Chip hue={isValid ? 'green' : undefined}>
              {isValid ? '已同意' : withdrawnAt ? '已撤回' : givenAt ? '说明有更新，请重新决定' : '没有同意'}
            </Chip>{' '}
            {(withdrawnAt ?? givenAt) && <span className="muted">{momentInWords((withdrawnAt ?? givenAt)!)}</span>}
          </p>
          {isValid ? (
            <Button busy={withdraw.isPending} onClick={() => withdraw.mutate({ purpose })}>
              撤回同意
            </Button>
          ) : (
            <Button busy={give.isPending} onClick={() => give.mutate({ purpose, textVersion: purposes[purpose].version })}>
              同意
            </Button>
          )}
        </Section>
      ))}
    </Page>
  )
}
