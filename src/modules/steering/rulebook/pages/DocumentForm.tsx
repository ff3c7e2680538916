import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { firstOf, type Verdict } from '#law/verdict'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { articlesIn } from '../rules.ts'
import './rulebook.css'

type Article = { label: string; body: string; statute: string }
const atLeast = (words: string, n: number, what: string): Verdict =>
  words.trim().length >= n ? null : { code: 'rulebook.words', reason: `请填${what}，至少 ${n} 个字` }

/** Files a document: its head, and its text pasted and cut into articles. */
export function DocumentForm() {
  const navigate = useNavigate()
  const [head, setHead] = useState({ title: '', number: '', issuer: '' })
  const [issuedOn, setIssued] = useState<string>()
  const [fromOn, setFrom] = useState<string | undefined>(today())
  const [text, setText] = useState('')
  const [statutes, setStatutes] = useState<Record<string, string>>({})
  const id = useId()
  const file = useMutation(api.rulebook.fileDocument.mutationOptions())
  const articles: Article[] = articlesIn(text).map((one) => ({ ...one, statute: statutes[one.label] ?? '' }))
  const verdict = firstOf(
    atLeast(head.title, 4, '标题'),
    atLeast(head.issuer, 2, '发文单位'),
    issuedOn && fromOn ? null : { code: 'rulebook.day', reason: '请填发文日期和施行日期' },
    articles.length ? null : { code: 'rulebook.articles', reason: '请粘贴条文，每条以“第一条”或“一、”开头' },
  )
  const save = () =>
    file.mutate(
      {
        ...{ title: head.title, issuer: head.issuer, issuedOn: issuedOn!, fromOn: fromOn! },
        ...(head.number.trim() && { number: head.number }),
        articles: articles.map(({ statute, ...one }) => ({ ...one, ...(statute.trim() && { statute: statute.trim() }) })),
      },
      {
        onSuccess: ({ id: made }) => {
          notify({ title: '已录入', tone: 'good' })
          void navigate({ to: `/rulebook/documents/${made}` as '/' })
        },
      },
    )
  const say = (key: keyof typeof head) => ({
    value: head[key],
    onChange: ({ target }: { target: { value: string } }) => setHead({ ...head, [key]: target.value }),
  })
  return (
    <Page
      line="录入一件文件。"
      above={
        <Link to={'/rulebook/documents' as '/'} className="link">
          文件
        </Link>
      }
    >
      <Section title="文件" padded>
        <div className="narrow-form">
          <Field label="标题" maxLength={120} {...say('title')} />
          <Field label="文号（没有可不填）" maxLength={60} {...say('number')} />
          <Field label="发文单位" maxLength={80} {...say('issuer')} />
          <DayField label="发文日期" value={issuedOn} pick={setIssued} max={today()} />
          <DayField label="施行日期" value={fromOn} pick={setFrom} />
        </div>
        <div className="field">
          <label htmlFor={id}>条文</label>
          <textarea id={id} rows={8} placeholder="第一条 ……" value={text} onChange={({ target }) => setText(target.value)} />
        </div>
        <div className="acts">
          <RuledButton verdict={verdict} kind="primary" busy={file.isPending} onClick={save}>
            录入{articles.length > 0 && `（${articles.length} 条）`}
          </RuledButton>
        </div>
      </Section>
      {articles.length > 0 && (
        <Section title="读出的条文" note="与某条规则有关的，填上它的编号">
          <ul className="plain">
            {articles.map(({ label, body, statute }, at) => (
              <li key={at} className="wording">
                <b className="wording-place">{label}</b>
                <p className="article-body">{body}</p>
                <Field
                  label="规则编号"
                  placeholder="如 MEM-02.answer"
                  value={statute}
                  onChange={({ target }) => setStatutes({ ...statutes, [label]: target.value })}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
