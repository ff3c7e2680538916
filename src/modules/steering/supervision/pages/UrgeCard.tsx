import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip, type Hue } from '#web/Chip'
import { Button } from '#web/RuledButton'
import { dayInWords, momentInWords } from '#web/words'
import type { Urge } from '../contract.ts'
import { urgeStateNames } from '../rules/names.ts'
import { AskDialog } from './AskDialog.tsx'
import './supervision.css'

const hues: Record<Urge['state'], Hue | undefined> = { waiting: 'amber', late: 'red', answered: 'blue', closed: 'green' }

/** An urging note with what was said about it, and the two acts: answer, close. */
export function UrgeCard({ urge, withDuty = false }: { urge: Urge; withDuty?: boolean }) {
  const [open, setOpen] = useState<'reply' | 'close'>()
  const reply = useMutation(api.supervision.reply.mutationOptions())
  const end = useMutation(api.supervision.closeUrge.mutationOptions())
  const shut = () => setOpen(undefined)
  return (
    <article className="card-body padded urge">
      <header className="line">
        <div>
          {withDuty && (
            <p className="duty-title">
              <Link to={`/supervision/${urge.dutyId}` as '/'} className="plain-link">
                {urge.unionName}：{urge.dutyTitle}
              </Link>
            </p>
          )}
          <p className="muted">
            {urge.fromUnion} {dayInWords(urge.sentOn)}发出，要求 {dayInWords(urge.replyBy)}前答复{' '}
            <Chip hue={hues[urge.state]}>{urgeStateNames[urge.state]}</Chip>
          </p>
        </div>
        <span className="acts no-print">
          {urge.mayReply && (
            <Button
              kind={urge.state === 'waiting' || urge.state === 'late' ? 'primary' : 'plain'}
              onClick={() => setOpen('reply')}
            >
              答复
            </Button>
          )}
          {urge.mayClose && <Button onClick={() => setOpen('close')}>办结</Button>}
        </span>
      </header>
      <ul className="talk">
        {urge.messages.map(({ id, fromUnion, post, body, at }) => (
          <li key={id}>
            <p>
              {fromUnion}
              {post} · {momentInWords(at)}
            </p>
            <p>{body}</p>
          </li>
        ))}
        {urge.outcome && (
          <li>
            <p>办结结果{urge.closedOn && ` · ${dayInWords(urge.closedOn)}`}</p>
            <p>{urge.outcome}</p>
          </li>
        )}
      </ul>
      {open === 'reply' && (
        <AskDialog
          title="答复督办单"
          label="答复"
          usual={['已着手办理，预计下周完成', '需要上级协调，请指导']}
          act="答复"
          busy={reply.isPending}
          send={({ body }) => reply.mutate({ id: urge.id, body }, { onSuccess: shut })}
          close={shut}
        />
      )}
      {open === 'close' && (
        <AskDialog
          title="办结这份督办单？"
          label="办结结果"
          usual={['已按要求办理', '情况属实，继续跟进']}
          act="办结"
          busy={end.isPending}
          send={({ body }) => end.mutate({ id: urge.id, outcome: body }, { onSuccess: shut })}
          close={shut}
        />
      )}
    </article>
  )
}
