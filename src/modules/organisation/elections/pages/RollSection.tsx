import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { DayField } from '#web/DayField'
import { notify } from '#web/notes'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Shown } from './ElectionPage.tsx'
import { stateAt } from './parts.tsx'

/** The roll: drawn, put up, answered for, frozen with its hash. */
export function RollSection({ election, isOurs }: Shown) {
  const state = stateAt(election, 'roll')
  if (state === 'later') return null
  const { id, rollCount, rollHash, rollPublishedOn, rollUntil } = election
  return (
    <Section
      title="选民名册"
      note={rollHash ? '已定稿' : rollUntil ? `公布到 ${rollUntil}` : rollPublishedOn ? '已公布' : '还没有公布'}
      padded
    >
      <p>
        {rollCount ? (
          <>
            名册上 <b>{rollCount}</b> 人。<Link to={`/elections/${id}/roll` as '/'}>看名册</Link>
          </>
        ) : (
          '还没有生成名册。'
        )}
      </p>
      {rollHash && (
        <p className="muted">校验值 {rollHash.match(/.{8}/g)!.slice(0, 4).join(' ')}…，名册再改一个字，这个值就对不上。</p>
      )}
      {isOurs && state === 'now' && <Acts election={election} />}
    </Section>
  )
}

function Acts({ election: { id, version, rollCount, rollPublishedOn, rollUntil } }: Pick<Shown, 'election'>) {
  const draw = useMutation(api.elections.drawRoll.mutationOptions())
  const publish = useMutation(api.elections.publishRoll.mutationOptions())
  const freeze = useMutation(api.elections.freezeRoll.mutationOptions())
  const [until, setUntil] = useState(rollUntil ?? undefined)
  const stop = async () => {
    const isSure = await ask({ title: '名册定稿？', body: '定稿后不能再增减选民，应到人数按名册计算。', act: '定稿' })
    if (isSure !== false) freeze.mutate({ id, version })
  }
  return (
    <div className="acts">
      {!rollPublishedOn && (
        <Button
          kind={rollCount ? 'plain' : 'primary'}
          busy={draw.isPending}
          onClick={() =>
            draw.mutate(
              { id, version },
              {
                onSuccess: ({ count, retained }) =>
                  notify({ tone: 'good', title: `名册 ${count} 人${retained ? `，保留会籍的 ${retained} 人不列入` : ''}` }),
              },
            )
          }
        >
          {rollCount ? '重新生成' : '按会员档案生成名册'}
        </Button>
      )}
      {rollCount > 0 && (
        <>
          <DayField label="公布到" value={until} pick={setUntil} min={today()} />
          <Button busy={publish.isPending} onClick={() => until && publish.mutate({ id, version, until })}>
            {rollPublishedOn ? '改公布日期' : '公布名册'}
          </Button>
        </>
      )}
      {rollPublishedOn && (
        <Button kind="primary" busy={freeze.isPending} onClick={stop}>
          定稿
        </Button>
      )}
    </div>
  )
}
