import { type ReactNode, useState } from 'react'
import { Button, RuledButton } from '#web/RuledButton'
import { answerOf, blankMarks, mayCast, PaperQuestion, type Marks } from './Paper.tsx'
import { Receipt } from './Receipt.tsx'
import { useBallot, type BallotState } from './useBallot.tsx'
import './booth.css'

type Props = {
  ballotId: string
  /** Keeps people who share a device apart: the person's id, or the slip. */
  owner: string
  /** At a kiosk: the slip that takes the ballot. The device forgets everything once the ballot is in the urn. */
  slip?: string
  /** After the voter has read his code. */
  onDone?: () => void
}

/** The voter's whole way on one page: the paper, one button, then his code. Goes on where an earlier visit broke off. */
export const Booth = (props: Props) => <Way key={`${props.ballotId} ${props.owner}`} {...props} />

function Way({ ballotId, owner, slip, onDone }: Props) {
  const ballot = useBallot(ballotId, owner, slip)
  const { paper, kept, problem, code } = ballot
  if (code && paper) return <Receipt code={code} title={paper.terms.title} isKiosk={slip !== undefined} onDone={onDone} />
  if (!paper)
    return problem ? (
      <Trouble problem={problem.message} />
    ) : (
      <div className="bone booth-bone" role="status" aria-label="正在打开选票" />
    )
  if (kept?.stage === 'casting') return <Unsent ballot={ballot} />
  if (!paper.isOpen) return <Trouble problem="投票已经截止。" />
  return <Marking ballot={ballot} slip={slip} />
}

function Marking({ ballot, slip }: { ballot: BallotState; slip: string | undefined }) {
  const { questions, title, rehearsal } = ballot.paper!.terms
  const [given, setGiven] = useState<Marks[]>(() => blankMarks(questions))
  const mark = (at: number, next: Marks) => {
    // The ballot is taken at the first mark: whoever only looks may still ask for paper.
    if (!ballot.kept) ballot.take()
    setGiven(given.map((before, row) => (row === at ? next : before)))
  }
  const [isAsking, setAsking] = useState(false)
  const cast = () => {
    setAsking(false)
    void ballot.cast(given.map(answerOf))
  }
  const { problem } = ballot
  return (
    <div className="booth stack">
      {rehearsal && <p className="booth-note">这是演练，结果不作数，请照正式投票的样子试一遍。</p>}
      <p className="muted">无记名投票。您填的内容和您是谁分开保存，工会、管理员都查不到谁投了什么。</p>
      {problem?.code === 'ballots.taken' && slip !== undefined ? (
        <Trouble problem="这张票条已经用过。没有投完的，请到原来那台投票机接着投。" />
      ) : (
        problem && <Trouble problem={problem.message}>{problem.code === 'ballots.taken' && <Restore ballot={ballot} />}</Trouble>
      )}
      {questions.map((question, at) => (
        <PaperQuestion key={question.key} question={question} given={given[at]!} onMark={(next) => mark(at, next)} />
      ))}
      <div className="booth-foot no-print">
        {/* Asked here and not in the shell's box: a kiosk's page stands without a shell. */}
        {isAsking ? (
          <section className="card booth-sure" role="alertdialog" aria-label="投出这张选票？">
            <div className="card-body padded">
              <h2>投出这张选票？</h2>
              <p className="muted">投出以后不能更改，也没有人能看到是您投的。</p>
              <Button kind="primary" busy={ballot.isBusy} onClick={cast} autoFocus>
                确认投票
              </Button>
              <Button onClick={() => setAsking(false)}>再看看</Button>
            </div>
          </section>
        ) : (
          <RuledButton
            kind="primary"
            busy={ballot.isBusy}
            verdict={mayCast(questions, given)}
            onClick={() => setAsking(true)}
            aria-label={`投票：${title}`}
          >
            投票
          </RuledButton>
        )}
        {ballot.recovery && slip === undefined && <Recovery code={ballot.recovery} />}
      </div>
    </div>
  )
}

/** The ballot was made and may or may not have arrived: it is sent again exactly as it is. */
const Unsent = ({ ballot }: { ballot: BallotState }) => (
  <div className="booth stack">
    <section className="card">
      <div className="card-body padded">
        <h2>选票填好了，还没有收到票箱的回执</h2>
        <p className="muted">可能是网络断了。选票原样保存在这台设备上，再投一次不会变成两张。</p>
        {ballot.problem && <p role="alert">{ballot.problem.message}</p>}
        <Button kind="primary" busy={ballot.isBusy} onClick={() => void ballot.resume()}>
          继续投票
        </Button>
      </div>
    </section>
  </div>
)

function Restore({ ballot }: { ballot: BallotState }) {
  const [typed, setTyped] = useState('')
  return (
    <form
      className="booth-restore"
      onSubmit={(event) => {
        event.preventDefault()
        void ballot.restore(typed)
      }}
    >
      <label className="field">
        取票码
        <input value={typed} autoComplete="off" autoCapitalize="characters" onChange={({ target }) => setTyped(target.value)} />
      </label>
      <Button type="submit" busy={ballot.isBusy}>
        取回选票
      </Button>
    </form>
  )
}

const Recovery = ({ code }: { code: string }) => (
  <details className="booth-recovery">
    <summary>怕手机没电？记下取票码</summary>
    <p className="muted">投出之前换一部手机，用同一账号打开这页，输入取票码，就能接着投。不要给别人看。</p>
    <output className="ballot-code">{code}</output>
  </details>
)

export const Trouble = ({ problem, children }: { problem: string; children?: ReactNode }) => (
  <section className="card booth-trouble" role="alert">
    <div className="card-body padded">
      <p>{problem}</p>
      {children}
    </div>
  </section>
)
