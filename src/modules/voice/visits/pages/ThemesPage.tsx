import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { randomId, api } from '#web/api'
import { ask } from '#web/ask'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import type { Theme } from '../contract.ts'
import { headings } from '../contract/words.ts'
import { maySetThemes } from '../rules/themes.ts'

/** 走访主题: the catalogue under the five headings, changed on record; it holds below. */
export function ThemesPage() {
  const { data } = useQuery(api.visits.themes.queryOptions())
  const mayKeep = usePermission('posts.manage')
  if (!data) return <Bones />
  return (
    <Page
      line={data.isOwn ? '本级自己的走访主题。' : '走访主题，用的是上级或系统自带的。'}
      above={<Link to={'/contacts' as '/'}>联系点</Link>}
    >
      <Catalogue key={JSON.stringify(data.themes)} themes={data.themes} mayKeep={mayKeep} />
    </Page>
  )
}

function Catalogue({ themes, mayKeep }: { themes: readonly Theme[]; mayKeep: boolean }) {
  const [draft, setDraft] = useState<Theme[]>([...themes])
  const act = useMutation(
    api.visits.setThemes.mutationOptions({ onSuccess: () => notify({ tone: 'good', title: '主题改好了，下面各级都按它填' }) }),
  )
  const change = (key: string, patch: Partial<Theme>) =>
    setDraft(draft.map((theme) => (theme.key === key ? { ...theme, ...patch } : theme)))
  const add = (heading: Theme['heading']) =>
    setDraft([...draft, { key: `t${randomId().slice(0, 8)}`, title: '', heading, isUsed: true }])
  const isChanged = JSON.stringify(draft) !== JSON.stringify(themes)
  const short = draft.find(({ title }) => title.trim().length < 2)
  const verdict = !isChanged
    ? { code: 'visits.same', reason: '还没有改动' }
    : short
      ? { code: 'visits.short', reason: '主题名称至少 2 个字' }
      : maySetThemes(themes, draft)
  const save = async () => {
    const reason = await ask({
      title: '改走访主题？',
      body: '从现在起下面各级填走访都用它；以前的记录不变。',
      act: '改',
      reasons: ['专题走访', '工作重点变了'],
    })
    if (reason !== false) act.mutate({ themes: draft, reason })
  }
  return (
    <>
      {(Object.keys(headings) as Theme['heading'][]).map((heading) => (
        <Section key={heading} title={headings[heading]} padded>
          {draft
            .filter((theme) => theme.heading === heading)
            .map(({ key, title, isUsed }) => (
              <div key={key} className="acts">
                <span className="field">
                  <input
                    aria-label="主题名称"
                    value={title}
                    maxLength={20}
                    readOnly={!mayKeep}
                    onChange={(event) => change(key, { title: event.target.value })}
                  />
                </span>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={isUsed}
                    disabled={!mayKeep}
                    onChange={(event) => change(key, { isUsed: event.target.checked })}
                  />
                  在用
                </label>
              </div>
            ))}
          {mayKeep && (
            <div>
              <Button kind="link" onClick={() => add(heading)}>
                加一个主题
              </Button>
            </div>
          )}
        </Section>
      ))}
      {mayKeep && (
        <div className="acts">
          <RuledButton kind="primary" verdict={verdict} busy={act.isPending} onClick={save}>
            保存主题
          </RuledButton>
        </div>
      )}
    </>
  )
}
