import { unitTypeNames } from '#rules/organisation/unions'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import type { Content, Filing, Item, Project } from '../contract.ts'
import { bodyNames, formNames, itemNames, seatNames } from '../rules.ts'

/** What was filed: the last filing, beside the one before it with what was said to each item when it was returned. */
export function SideBySide({ project: { filings } }: { project: Project }) {
  const last = filings.at(-1)
  const before = filings.at(-2)
  if (!last)
    return (
      <Section title="还没有报送" padded>
        <p className="muted">筹备组正在准备，报送以后这里可以批复。</p>
      </Section>
    )
  return (
    <Section title="报送的内容" note={`第 ${last.round} 次，${momentInWords(last.filedAt)}`}>
      <div className="founding-scroll" tabIndex={0}>
        <table className="founding-table">
          <thead>
            <tr>
              <th>项目</th>
              {before && <th>上一次</th>}
              <th>{before ? '这一次' : '内容'}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([item, title, say]) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {before && <Before filing={before} item={item} said={say(before.content)} />}
                <td>
                  {before && say(before.content) !== say(last.content) ? <b>{say(last.content)}</b> : say(last.content)}
                  <Asked filing={last} item={item} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

const Before = ({ filing, item, said }: { filing: Filing; item: Item; said: string }) => (
  <td>
    {said}
    <Asked filing={filing} item={item} />
  </td>
)

const Asked = ({ filing: { items }, item }: { filing: Filing; item: Item }) => (
  <>
    {items
      .filter((one) => one.item === item)
      .map(({ reason }) => (
        <p key={reason} className="returned">
          {itemNames[item]}：{reason}
        </p>
      ))}
  </>
)

const rows: [Item, string, (content: Content) => string][] = [
  [
    'unit',
    '单位',
    ({ units }) => units.map(({ name, creditCode, headcount }) => `${name}（${creditCode}，${headcount} 人）`).join('；'),
  ],
  ['form', '方式', ({ form, body, unitType }) => `${formNames[form]}，${bodyNames[body]}，${unitTypeNames[unitType]}`],
  ['name', '名称', ({ name }) => name],
  ['supporters', '签名', ({ supporters }) => `${supporters} 人`],
  ['group', '筹备组', ({ group }) => group.join('、')],
  [
    'candidates',
    '人选',
    ({ candidates }) => candidates.map(({ name, seat }) => `${name}（${seatNames[seat]}）`).join('、') || '没有提名',
  ],
  [
    'plan',
    '计划',
    ({ plan, electionOn }) => [plan || '没有写', electionOn && `拟 ${electionOn} 选举`].filter(Boolean).join('；'),
  ],
  ['papers', '任务', ({ tasks, tasksDone }) => `办完 ${tasksDone} / ${tasks} 项`],
]
