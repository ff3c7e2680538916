import { asWritten, faultOf, type Answer, type Question } from '#kit/ballots'
import { refuse, type Verdict } from '#law/verdict'

/** What a voter has marked so far: one mark a line, and a name beside a disapproval. */
export type Marks = { marks: string[]; written: string[] }

const nothing: Record<Question['kind'], string> = { approve: '0', yesno: '0', choose: '0', score: '_' }
export const blankMarks = (questions: readonly Question[]): Marks[] =>
  questions.map(({ kind, lines }) => ({ marks: lines.map(() => nothing[kind]), written: lines.map(() => '') }))

export const answerOf = ({ marks, written }: Marks): Answer => ({
  marks: marks.join(''),
  writeIns: written.filter((name, at) => marks[at] === '-' && asWritten(name)).map(asWritten),
})

/** Why the ballot would be invalid as it is marked, in words; null when it may be cast. */
export function mayCast(questions: readonly Question[], given: readonly Marks[]): Verdict {
  for (const [at, question] of questions.entries()) {
    const fault = faultOf(question, answerOf(given[at]!))
    if (fault === 'overfilled')
      return refuse('ballots.overfilled', `“${question.title}”最多选 ${question.seats} 人，多选的选票无效，请去掉多余的`)
    if (fault)
      return refuse('ballots.written', `“${question.title}”另选的人请写 2 至 30 个字的姓名，不能是票上已有的人，也不要重复`)
  }
  return null
}

const words: Record<'approve' | 'yesno', [mark: string, word: string][]> = {
  approve: [
    ['+', '赞成'],
    ['-', '不赞成'],
    ['0', '弃权'],
  ],
  yesno: [
    ['+', '赞成'],
    ['-', '反对'],
    ['0', '弃权'],
  ],
}

const optionsOf = ({ kind, grades }: Question): [mark: string, word: string][] =>
  kind === 'score'
    ? [...grades.map((grade, at): [string, string] => [String(at), grade]), ['_', '不评']]
    : words[kind as 'approve']

const hintOf = ({ kind, seats, writeIns, lines }: Question) =>
  kind === 'choose'
    ? `${lines.length} 人中最多选 ${seats} 人`
    : kind === 'approve'
      ? `应选 ${seats} 人${writeIns ? '；不赞成的可以另选他人' : ''}；没有选的按弃权`
      : kind === 'score'
        ? '没有选的按不评'
        : '没有选的按弃权'

type Props = { question: Question; given: Marks; onMark: (next: Marks) => void }

/** One question of the ballot paper. */
export function PaperQuestion({ question, given, onMark }: Props) {
  const { key, title, kind, seats, lines } = question
  const put = (at: number, mark: string) =>
    onMark({ ...given, marks: given.marks.map((before, row) => (row === at ? mark : before)) })
  const write = (at: number, name: string) =>
    onMark({ ...given, written: given.written.map((before, row) => (row === at ? name : before)) })
  const chosen = given.marks.filter((mark) => mark === '+' || mark === '1').length + answerOf(given).writeIns.length
  return (
    <section className="card paper-question" aria-labelledby={`q-${key}`}>
      <div className="card-head">
        <h2 id={`q-${key}`}>{title}</h2>
        {(kind === 'approve' || kind === 'choose') && (
          <span className={chosen > seats ? 'over' : 'muted'} aria-live="polite">
            已选 {chosen} / {seats}
          </span>
        )}
      </div>
      <p className="muted paper-hint">{hintOf(question)}</p>
      {lines.map(({ key: line, name }, at) => (
        <fieldset key={line} className="paper-line">
          <legend>{name}</legend>
          {kind === 'choose' ? (
            <label className="mark">
              <input
                type="checkbox"
                checked={given.marks[at] === '1'}
                onChange={({ target }) => put(at, target.checked ? '1' : '0')}
              />
              <span>选</span>
            </label>
          ) : (
            <div className="mark-row">
              {optionsOf(question).map(([mark, word]) => (
                <label key={mark} className="mark">
                  <input type="radio" name={`${key}-${line}`} checked={given.marks[at] === mark} onChange={() => put(at, mark)} />
                  <span>{word}</span>
                </label>
              ))}
            </div>
          )}
          {question.writeIns && given.marks[at] === '-' && (
            <label className="field">
              另选他人（可以不填）
              <input
                value={given.written[at]}
                maxLength={40}
                autoComplete="off"
                onChange={({ target }) => write(at, target.value)}
              />
            </label>
          )}
        </fieldset>
      ))}
    </section>
  )
}
