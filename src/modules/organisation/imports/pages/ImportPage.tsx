import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Figure } from '#web/Figure'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { StateSteps, type Step } from '#web/StateSteps'
import { count, momentInWords } from '#web/words'
import { importKindNames, type Whole } from '../contract.ts'
import { mayCheck, mayCommit, mayUndo } from '../rules.ts'
import { Columns } from './Columns.tsx'
import { Issues } from './Issues.tsx'
import './imports.css'

const route = getRouteApi('/imports/$id')

/** One import, from the columns that were recognised to what it wrote and how it is taken back. */
export function ImportPage() {
  const { id } = route.useParams()
  const { data } = useSuspenseQuery(api.imports.get.queryOptions({ input: { id } }))
  const check = useMutation(api.imports.check.mutationOptions())
  const commit = useMutation(
    api.imports.commit.mutationOptions({
      onSuccess: ({ counts }) =>
        notify({ title: `已导入：新增 ${count(counts.fresh)}，更新 ${count(counts.update)}`, tone: 'good' }),
    }),
  )
  const undo = useMutation(
    api.imports.undo.mutationOptions({
      onSuccess: ({ removed, kept }) =>
        notify({
          title: kept
            ? `已撤销 ${count(removed)} 条，${count(kept)} 条后来有人改过，没有动`
            : `已撤销 ${count(removed)} 条，和导入前一样了`,
          tone: 'good',
        }),
    }),
  )
  const isBusy = check.isPending || commit.isPending
  const { data: progress } = useQuery({
    ...api.imports.progress.queryOptions({ input: { id } }),
    refetchInterval: 700,
    enabled: isBusy,
  })
  const takeBack = async () => {
    const yes = await ask({
      title: '撤销这次导入？',
      body: '新增的档案会撤掉，更新过的恢复原样。后来有人改过的不动，会列出有几条。',
      act: '撤销导入',
      danger: true,
    })
    if (yes !== false) undo.mutate({ id })
  }
  return (
    <Page
      above={`${importKindNames[data.kind]} · ${data.fileName} · 导入到${data.unionName} · ${momentInWords(data.at)}`}
      line={lineOf(data)}
      acts={
        <>
          {data.state === 'done' && (
            <RuledButton
              kind="danger"
              busy={undo.isPending}
              verdict={mayUndo(data.state, data.doneAt, new Date())}
              onClick={takeBack}
            >
              撤销这次导入
            </RuledButton>
          )}
          {data.state === 'read' && (
            <RuledButton
              kind="primary"
              busy={isBusy}
              verdict={mayCheck(data.state, data.found)}
              onClick={() => check.mutate({ id })}
            >
              {check.isPending ? '正在核对 …' : data.counts ? '再核对一遍' : '核对'}
            </RuledButton>
          )}
          {data.state === 'checked' && (
            <>
              <Button busy={check.isPending} onClick={() => check.mutate({ id })}>
                再核对一遍
              </Button>
              <RuledButton
                kind="primary"
                busy={isBusy}
                verdict={mayCommit(data.state, data.counts)}
                onClick={() => commit.mutate({ id })}
              >
                {commit.isPending ? '正在导入 …' : `导入 ${count((data.counts?.fresh ?? 0) + (data.counts?.update ?? 0))} 行`}
              </RuledButton>
            </>
          )}
        </>
      }
    >
      <StateSteps label="导入的步骤" steps={stepsOf(data)} />
      {isBusy && (
        <p role="status" className="muted">
          {progress?.done ? `已处理 ${count(progress.done)} 行 …` : '正在打开文件 …'}
        </p>
      )}
      {data.counts && <Counted data={data} />}
      {data.issues.length > 0 && <Issues data={data} />}
      <Columns data={data} />
    </Page>
  )
}

function lineOf({ state, counts, kept }: Whole) {
  if (state === 'undone') return kept ? `已撤销，${count(kept)} 条后来有人改过，留着没动。` : '已撤销，和导入前一样。'
  if (!counts) return '先看各列认得对不对，再核对。'
  if (state === 'read') return '改的都记下了，请再核对一遍。'
  const written = count(counts.fresh + counts.update)
  if (state === 'done')
    return counts.bad ? (
      <>
        已导入 {written} 行，<em>{count(counts.bad)}</em> 行没有导入。
      </>
    ) : (
      `${written} 行都已导入。`
    )
  return counts.bad ? (
    <>
      {written} 行可以导入，<em>{count(counts.bad)}</em> 行要先改。
    </>
  ) : (
    `${written} 行都可以导入。`
  )
}

function stepsOf({ state, counts }: Whole): Step[] {
  const at = ['read', 'checked', 'done'].indexOf(state === 'undone' ? 'done' : state)
  const step = (title: string, place: number, note?: string): Step => ({
    title,
    note,
    state: place < at ? 'done' : place === at ? (at === 2 ? 'done' : 'now') : 'later',
  })
  return [
    step('读取', 0, '认出表头和各列'),
    step('核对', 1, counts ? `读了 ${count(counts.read)} 行` : '试写一遍，不留痕迹'),
    step('导入', 2, state === 'undone' ? '已撤销' : '一次写入，可撤销'),
  ]
}

function Counted({ data: { counts } }: { data: Whole }) {
  const { read, fresh, update, same, bad, skipped } = counts!
  return (
    <Section title="核对结果" note={skipped ? `空行、合计、填表人等 ${count(skipped)} 行不算` : undefined}>
      <div className="figures">
        <Figure label="读取" value={read} unit="行" />
        <Figure label="新增" value={fresh} unit="行" />
        <Figure label="更新已有的" value={update} unit="行" />
        <Figure label="已在册，没有变化" value={same} unit="行" />
        <Figure label="要先改" value={bad} unit="行" late={bad > 0} />
      </div>
    </Section>
  )
}
