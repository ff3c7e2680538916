import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { verifyArchive, type Report } from './verifier/verify.ts'
import './verify.css'

type State =
  | { step: 'idle' }
  | { step: 'busy'; done: number; name: string }
  | { step: 'done'; report: Report; seconds: number }
  | { step: 'failed'; problem: string }

/** Anyone checks a ballot here: a published one by its address (`?ballot=…`), or a file of his own. It is checked on his own machine. */
export function VerifyPage() {
  const [state, setState] = useState<State>({ step: 'idle' })
  const ballot = new URLSearchParams(location.search).get('ballot')
  const check = async (name: string, read: () => Promise<string>) => {
    if (!crypto.subtle)
      return setState({
        step: 'failed',
        problem: '这个地址没有加密（不是 https），浏览器不能核对签名。请用 https 的地址打开，或在命令行核对',
      })
    setState({ step: 'busy', done: 0, name })
    const from = performance.now()
    try {
      const report = await verifyArchive(await read(), (done) => setState({ step: 'busy', done, name }))
      setState({ step: 'done', report, seconds: (performance.now() - from) / 1000 })
    } catch (error) {
      setState({ step: 'failed', problem: error instanceof Error ? error.message : '文件读不出来' })
    }
  }
  const begin = useRef(check)
  useEffect(() => {
    if (ballot && /^[0-9a-f-]{36}$/.test(ballot)) void begin.current('公布的选举档案', () => published(ballot))
  }, [ballot])
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (file) void check(file.name, () => file.text())
    target.value = ''
  }
  return (
    <Page line="谁都可以核对一次选举。">
      <Section title="选举档案" padded>
        <p>
          选一份选举档案（.jsonl
          文件）。核对在您自己的电脑上进行，文件不会传出去：名册有没有变、每张选票是不是真的、票数和结果对不对，逐项重算。
        </p>
        <label className="btn primary verify-pick">
          选择档案文件
          <input type="file" accept=".jsonl,.json,.txt" onChange={pick} disabled={state.step === 'busy'} />
        </label>
        {state.step === 'busy' && (
          <p role="status">
            正在核对{state.name}：{Math.round(state.done * 100)}%
            <progress value={state.done} max={1} aria-label="核对进度" />
          </p>
        )}
        {state.step === 'failed' && <p role="alert">{state.problem}</p>}
      </Section>
      {state.step === 'done' && <Findings report={state.report} seconds={state.seconds} />}
    </Page>
  )
}

async function published(id: string) {
  const response = await fetch(`/api/ballots/${id}/archive`, { credentials: 'omit' })
  if (!response.ok) throw new Error('没有这份公布的选举档案')
  return response.text()
}

function Findings({ report, seconds }: { report: Report; seconds: number }) {
  const { faults, title, union, isRehearsal, ballots, electors, opening, fingerprint } = report
  return (
    <Section title={faults.length ? `${faults.length} 处有问题，这份档案不可信` : '全部相符'} padded>
      <p>
        {union}：{title}
        {isRehearsal && '（演练，不作数）'}。名册 {electors} 人，票箱 {ballots} 张电子选票，用时 {seconds.toFixed(1)} 秒。
      </p>
      {faults.length > 0 && (
        <ul className="verify-faults">
          {faults.map(({ line, place, problem }) => (
            <li key={`${line} ${place} ${problem}`}>
              <b>{place}</b>
              {line > 0 && `（第 ${line} 行）`}：{problem}
            </li>
          ))}
        </ul>
      )}
      <dl className="verify-hashes">
        <dt>开始投票时公布的校验值，请与公告对照</dt>
        <dd>{opening}</dd>
        <dt>会议记录上的校验值，请与记录对照</dt>
        <dd>{fingerprint}</dd>
      </dl>
      <OwnBallot box={report.box} questions={report.questions} />
    </Section>
  )
}

/** A voter looks for his own: the code never leaves the page. */
function OwnBallot({ box, questions }: Pick<Report, 'box' | 'questions'>) {
  const [typed, setTyped] = useState('')
  const plain = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const found = plain(typed).length === 24 ? box.find(({ code }) => plain(code) === plain(typed)) : undefined
  return (
    <>
      <label className="field">
        找自己的选票：输入选票编码（不会传出去）
        <input value={typed} autoComplete="off" maxLength={40} onChange={({ target }) => setTyped(target.value)} />
      </label>
      {plain(typed).length === 24 && (
        <div role="status">
          {found ? (
            <InWords choices={found.choices} questions={questions} />
          ) : (
            '票箱里没有这个编码，请核对；确实没有的，请向监票人提出。'
          )}
        </div>
      )}
    </>
  )
}

const words: Record<string, string> = { '+': '赞成', '-': '不赞成', '0': '弃权', '1': '选', _: '不评' }

/** What a ballot says, question by question; as it stands when it is of no known form. */
function InWords({ choices, questions }: { choices: string; questions: Report['questions'] }) {
  const answers = read(choices)
  if (answers?.length !== questions.length) return <p>找到了，但这张选票填得不合规定：{choices}</p>
  return (
    <>
      <p>找到了，这张选票填的是：</p>
      <ul>
        {questions.map(({ key, title, kind, lines, grades }, at) => {
          const [marks = '', ...names] = answers[at]!
          const word = (mark: string) =>
            (kind === 'score' && mark !== '_'
              ? grades[Number(mark)]
              : kind === 'choose' && mark === '0'
                ? '不选'
                : words[mark]) ?? mark
          return (
            <li key={key}>
              {title}：{lines.map(({ name }, row) => `${name} ${word(marks[row] ?? '')}`).join('，')}
              {names.length > 0 && `；另选 ${names.join('、')}`}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function read(choices: string): string[][] | undefined {
  try {
    return JSON.parse(choices) as string[][]
  } catch {
    return undefined
  }
}
