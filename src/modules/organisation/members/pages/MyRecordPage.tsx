import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { save } from '#web/save'
import { Section } from '#web/Section'
import { dayInWords, momentInWords } from '#web/words'
import { type Came, cameNames, corrigible, fieldNames, memberStatusNames, tags } from '../contract/words.ts'
import { ChangeWords, said } from './words.tsx'
import './members.css'

const stateNames = { asked: '等工会处理', withdrawn: '您已撤回', accepted: '已改好', refused: '没有同意' } as const

/** 我的资料: all that the union keeps of me. */
export function MyRecordPage() {
  const { data: me } = useSuspenseQuery(api.members.mine.queryOptions())
  const confirm = useMutation(api.members.confirmMine.mutationOptions())
  const current = me.tags.filter(({ until }) => until === null)
  return (
    <Page line="这是工会留存的您的资料。" above={`${me.unionName} · ${memberStatusNames[me.status]}`}>
      <Section title={me.name} note={me.checkedOn ? `${dayInWords(me.checkedOn)}核对过` : undefined} padded>
        <dl className="facts">
          {corrigible
            .filter((field) => field !== 'name' && (field !== 'newForm' || me.employmentForm === 'newForm'))
            .map((field) => (
              <div key={field}>
                <dt>{fieldNames[field]}</dt>
                <dd>{me[field] ? said(field, me[field]) : <span className="faint">没有填</span>}</dd>
              </div>
            ))}
          {me.number && (
            <div>
              <dt>{fieldNames.number}</dt>
              <dd>{me.number}</dd>
            </div>
          )}
        </dl>
        {current.length > 0 && (
          <div className="chips">
            {current.map(({ tag }) => (
              <Chip key={tag}>{tags[tag].name}</Chip>
            ))}
          </div>
        )}
        <Button
          kind="primary"
          busy={confirm.isPending}
          onClick={() => confirm.mutate({}, { onSuccess: () => notify({ tone: 'good', title: '谢谢，记下了' }) })}
        >
          都对，没有要改的
        </Button>
        <Link to={'/record/correct' as '/'} className="btn plain">
          有不对的，要更正
        </Link>
      </Section>
      <MyCorrections rows={me.corrections} />
      <Section title="会籍经过">
        <ol className="course">
          {me.stays.toReversed().map(({ fromOn, untilOn, unionName, came, standing }) => (
            <li key={fromOn + unionName + standing}>
              <p className="when">
                {fromOn} 至 {untilOn ?? '今'}
              </p>
              <p>
                {unionName}，{cameNames[came as Came]}
              </p>
            </li>
          ))}
          {me.stays.length === 0 && <li>还没有入会。</li>}
        </ol>
      </Section>
      <CopyMine />
    </Page>
  )
}

type Correction = ReturnType<typeof useMine>['corrections'][number]
const useMine = () => useSuspenseQuery(api.members.mine.queryOptions()).data

function MyCorrections({ rows }: { rows: readonly Correction[] }) {
  const withdraw = useMutation(api.members.withdrawCorrection.mutationOptions())
  if (rows.length === 0) return null
  return (
    <Section title="我申请的更正">
      <ol className="course">
        {rows.map(({ id, askedAt, state, changes, reason }) => (
          <li key={id}>
            <p className="when">{momentInWords(askedAt)}</p>
            {changes.map((change) => (
              <p key={change.field}>
                <ChangeWords {...change} />
              </p>
            ))}
            <p>
              <Chip hue={state === 'accepted' ? 'green' : state === 'asked' ? 'amber' : undefined}>{stateNames[state]}</Chip>{' '}
              {reason && <span className="muted">{reason}</span>}
            </p>
            {state === 'asked' && (
              <Button kind="link" busy={withdraw.isPending} onClick={() => withdraw.mutate({ id })}>
                撤回申请
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** The right to a copy (个人信息保护法 第四十五条). */
function CopyMine() {
  const copy = useMutation(api.members.copyMine.mutationOptions())
  const download = () =>
    copy.mutate(
      {},
      { onSuccess: (all) => save(new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }), '我的工会资料.json') },
    )
  return (
    <Section title="复制一份我的资料" padded>
      <p className="muted">工会留存的您的全部资料，连同每一项的用途，存到这台手机上。里面有完整的证件号，请自己收好。</p>
      <Button busy={copy.isPending} onClick={download}>
        存到手机
      </Button>
    </Section>
  )
}
