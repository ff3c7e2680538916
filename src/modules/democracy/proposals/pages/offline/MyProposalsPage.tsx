import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { EmptyState } from '#web/EmptyState'
import { inWords } from '#web/faults'
import { useCopied } from '#web/offline/useCopied'
import { Page } from '#web/Page'
import { useQueue } from '#web/queue'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { dayInWords, momentInWords, today } from '#web/words'
import type { Mine, NewProposal, Row } from '../../contract.ts'
import { audiences, outcomes, stateNames } from '../../contract/words.ts'
import { stateHues } from '../hues.ts'

export const useMyProposals = () => useCopied<Mine>('proposals.mine', api.proposals.mine.queryOptions())

/** What collects now, what I wrote and where it stands. */
export function MyProposalsPage() {
  const { data, error } = useMyProposals()
  const queue = useQueue()
  if (!data) return error ? <Page line={inWords(error).title} /> : <Bones />
  const { value, at, isCopy } = data
  const open = value.windows.filter(({ opensOn, closesOn }) => opensOn <= today() && today() <= closesOn)
  const waiting = queue.filter(({ path }) => path === 'proposals.submit').map(({ input }) => input as NewProposal)
  return (
    <Page line={open.length ? `现在征集提案，${dayInWords(open[0]!.closesOn)} 截止。` : '现在不在征集期。'} above="我的提案">
      {isCopy && <p className="warn">没有网络，看到的是 {momentInWords(new Date(at))} 的内容。照常写，有网就送出。</p>}
      {open.map((window) => (
        <Section key={window.id} title={window.title} note={`收${audiences[window.audience]}的提案`} padded>
          {window.note && <p>{window.note}</p>}
          <p className="muted small">
            {window.unionName}，要有 {window.secondersNeeded} 人附议，已收 {window.count} 件
          </p>
          <Link to={'/proposals/write' as '/'} search={{ window: window.id } as never} className="btn primary">
            写一件提案
          </Link>
        </Section>
      ))}
      <Section title="我提的" note={`${value.own.length + waiting.length} 件`}>
        {value.own.length + waiting.length === 0 && (
          <EmptyState title="还没有提过">哪里不对、怎么改更好，写下来就行，也可以录一段话。</EmptyState>
        )}
        {waiting.map(({ id, title }) => (
          <div key={id} className="duty plain">
            <div>
              <p className="duty-title">{title}</p>
              <p className="muted small">存在手机里，等有网就送</p>
            </div>
          </div>
        ))}
        {value.own.map((row) => (
          <ProposalLink key={row.id} row={row} />
        ))}
      </Section>
      <Section title="本单位的提案" padded>
        <p className="muted">{value.toSecond ? `有 ${value.toSecond} 件等人附议。` : '每一件办到哪一步，都能看到。'}</p>
        <Link to={'/proposals/unit' as '/'} className="btn">
          看一看、附议
        </Link>
      </Section>
    </Page>
  )
}

/** A proposal in a list on the phone. */
export const ProposalLink = ({ row }: { row: Row }) => (
  <Link to={`/proposals/${row.id}` as '/'} className="duty plain">
    <div>
      <p className="duty-title">{row.title}</p>
      <p className="muted small">
        {row.authors.join('、') || '（保密）'}，附议 {row.seconders} 人{row.handler && `，${row.handler}办`}
        {row.state === 'assigned' && row.dueOn && `，${dayInWords(row.dueOn)} 前答复`}
      </p>
    </div>
    <Chip hue={row.isLate ? 'red' : stateHues[row.state]}>
      {row.isLate ? '逾期未答复' : row.outcome ? outcomes[row.outcome] : stateNames[row.state]}
    </Chip>
  </Link>
)
