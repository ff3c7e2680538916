import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Election, Round } from '../contract.ts'
import { mayCount } from '../rules/counting.ts'
import type { Line, Sheet } from '../rules/result.ts'
import { Text, Whole } from './fields.tsx'
import './elections.css'

type Case = { round: Round; title: string }

/** The tellers' station: two tellers key in what they counted, each for himself; differences are settled on record. */
export function StationPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useQuery(api.elections.get.queryOptions({ input: { id } }))
  if (!data) return <Page line="计票台" />
  const open = data.contests.flatMap(({ title, rounds }) =>
    rounds.filter(({ closedAt, sheet }) => closedAt && !sheet).map((round) => ({ round, title })),
  )
  return (
    <Page
      line={open.length ? `计票：还有 ${open.length} 项。` : '现在没有要计的票。'}
      above={<Link to={`/elections/${id}` as '/'}>{data.title}</Link>}
    >
      {open.length === 0 && <EmptyState title="没有要录入的计票">投票截止后，两名计票人在这里各录一遍。</EmptyState>}
      {open.map((one) => (
        <OneCount key={one.round.id} one={one} election={data} />
      ))}
    </Page>
  )
}

function OneCount({ one: { round, title }, election }: { one: Case; election: Election }) {
  const isSecondIn = round.counted.length === 2
  const tellers = election.officers.filter(
    ({ role, id }) => role.endsWith('eller') && !round.counted.some(({ tellerId }) => tellerId === id),
  )
  return (
    <Section title={title} note={`发出纸质选票 ${round.paperIssued} 张，应选 ${round.seats} 人`} padded>
      {round.counted.length > 0 && <p>{round.counted.map(({ name }) => name).join('、')}已录入。</p>}
      {isSecondIn && (
        <>
          <p className="late">两人的数字有 {round.differences?.length} 处不一致，请监票人主持重新清点：</p>
          <ul>
            {round.differences?.map(({ what, first, second }) => (
              <li key={what}>
                {what}：{first} / {second}
              </li>
            ))}
          </ul>
          <Keying round={round} resolve />
        </>
      )}
      {!isSecondIn && <Keying key={round.counted.length} round={round} tellers={tellers} />}
    </Section>
  )
}

type KeyingProps = { round: Round; tellers?: readonly { id: string; name: string }[]; resolve?: boolean }

function Keying({ round, tellers = [], resolve = false }: KeyingProps) {
  const enter = useMutation(api.elections.enterCount.mutationOptions())
  const settle = useMutation(api.elections.resolveCount.mutationOptions())
  const [tellerId, setTeller] = useState('')
  const [code, setCode] = useState('')
  const [reason, setReason] = useState('')
  const [sheet, setSheet] = useState<Sheet>(() => blank(round))
  const submit = () =>
    resolve
      ? settle.mutate({ id: round.id, sheet: open(sheet), reason })
      : enter.mutate(
          { roundId: round.id, tellerId, code, sheet: open(sheet) },
          {
            onSuccess: ({ agree }) =>
              notify({
                tone: agree === false ? 'bad' : 'good',
                title: agree === null ? '已录入，请另一名计票人录入' : agree ? '两人一致' : '两人不一致，请重新清点',
              }),
          },
        )
  return (
    <>
      <div className="elections-grid">
        {resolve ? (
          <Text label="不一致的原因" value={reason} change={setReason} />
        ) : (
          <>
            <label className="field">
              计票人
              <select value={tellerId} onChange={({ target }) => setTeller(target.value)}>
                <option value="">请选择</option>
                {tellers.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              计票口令
              <input
                type="password"
                inputMode="numeric"
                autoComplete="off"
                value={code}
                onChange={({ target }) => setCode(target.value)}
              />
            </label>
          </>
        )}
        <Whole label="收回" value={sheet.returned} change={(returned) => setSheet({ ...sheet, returned })} />
        <Whole label="无效" value={sheet.invalid} change={(invalid) => setSheet({ ...sheet, invalid })} />
      </div>
      <Lines round={round} sheet={sheet} change={setSheet} />
      <div className="acts">
        <RuledButton
          kind="primary"
          verdict={mayCount(open(sheet), round.seats)}
          busy={enter.isPending || settle.isPending}
          onClick={submit}
        >
          {resolve ? '记下重新清点的结果' : '录入'}
        </RuledButton>
      </div>
    </>
  )
}

const open = ({ lines, ...rest }: Sheet) => ({ ...rest, lines: [...lines] })
const blank = (round: Round): Sheet => ({
  ...{ issued: round.paperIssued, returned: round.paperIssued, invalid: 0 },
  lines: round.candidates.map(({ id, name }) => ({ id, name, yes: 0, no: 0, abstain: 0 })),
})

function Lines({ round, sheet, change }: { round: Round; sheet: Sheet; change: (sheet: Sheet) => void }) {
  const [name, setName] = useState('')
  const set = (id: string, part: Partial<Line>) =>
    change({ ...sheet, lines: sheet.lines.map((line) => (line.id === id ? { ...line, ...part } : line)) })
  const valid = sheet.returned - sheet.invalid
  const write = () => {
    if (name.trim())
      change({
        ...sheet,
        lines: [...sheet.lines, { id: `w:${name.trim()}`, name: name.trim(), yes: 1, no: 0, abstain: 0, isWriteIn: true }],
      })
    setName('')
  }
  return (
    <div className="elections-scroll">
      <table className="elections-table">
        <thead>
          <tr>
            <th>姓名</th>
            <th>赞成</th>
            <th>不赞成</th>
            <th>弃权</th>
            <th>合计应为 {valid}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.name}
                {line.isWriteIn && '（另选）'}
              </td>
              <td>
                <Whole isBare label={`${line.name}赞成`} value={line.yes} change={(yes) => set(line.id, { yes })} />
              </td>
              <td>
                {!line.isWriteIn && (
                  <Whole isBare label={`${line.name}不赞成`} value={line.no} change={(no) => set(line.id, { no })} />
                )}
              </td>
              <td>
                {!line.isWriteIn && (
                  <Whole isBare label={`${line.name}弃权`} value={line.abstain} change={(abstain) => set(line.id, { abstain })} />
                )}
              </td>
              <td className={line.isWriteIn || line.yes + line.no + line.abstain === valid ? undefined : 'late'}>
                {line.isWriteIn ? '' : line.yes + line.no + line.abstain}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {round.kind !== 'runOff' && (
        <div className="acts">
          <Text label="另选他人" hint="姓名" value={name} change={setName} />
          <Button onClick={write}>加一行</Button>
        </div>
      )}
    </div>
  )
}
