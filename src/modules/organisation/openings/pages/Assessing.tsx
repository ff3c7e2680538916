import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Button, RuledButton } from '#web/RuledButton'
import { refuse } from '#law/verdict'
import type { Candidate, Evidence } from '../contract.ts'
import { criteria, criterionNames } from '../rules/names.ts'

/** Evidence for each criterion, and who said what of the person. */
export function Assessing({ candidate, done }: { candidate: Candidate; done: () => void }) {
  const { id, hasTheory, hasPractice, politics, management, profession, trust } = candidate
  const { workersAsked, workersFor, superiorAgrees, superiorOpinion } = candidate
  const [facts, setFacts] = useState<Evidence>({
    ...{ id, hasTheory, hasPractice, politics, management, profession, trust },
    ...{ workersAsked, workersFor, superiorAgrees, superiorOpinion },
  })
  const assess = useMutation(api.openings.assess.mutationOptions())
  const put = (more: Partial<Evidence>) => setFacts({ ...facts, ...more })
  const short = criteria.find((criterion) => facts[criterion] && facts[criterion].trim().length < 4)
  const verdict = short
    ? refuse('short', `${criterionNames[short]}的依据至少写 4 个字`)
    : (facts.workersFor ?? 0) > (facts.workersAsked ?? 0)
      ? refuse('asked', '赞成人数不能多于听取人数')
      : facts.superiorOpinion && facts.superiorOpinion.trim().length < 4
        ? refuse('superior', '上级意见至少写 4 个字')
        : null
  const check = (key: 'hasTheory' | 'hasPractice', label: string) => (
    <label className="check">
      <input type="checkbox" checked={facts[key]} onChange={({ target }) => put({ [key]: target.checked })} /> {label}
    </label>
  )
  const number = (key: 'workersAsked' | 'workersFor', label: string) => (
    <label className="field">
      {label}
      <input
        type="number"
        min={0}
        value={facts[key] ?? ''}
        onChange={({ target }) => put({ [key]: target.value === '' ? null : Number(target.value) })}
      />
    </label>
  )
  return (
    <div className="no-print">
      {criteria.map((criterion) => (
        <label key={criterion} className="field">
          {criterionNames[criterion]}的依据
          <textarea
            rows={2}
            maxLength={500}
            value={facts[criterion] ?? ''}
            onChange={({ target }) => put({ [criterion]: target.value || null })}
          />
        </label>
      ))}
      <p className="chips">
        {check('hasTheory', '懂工会理论')} {check('hasPractice', '有工会工作实践')}
      </p>
      <div className="two">
        {number('workersAsked', '听取了多少职工的意见')}
        {number('workersFor', '其中赞成')}
        <label className="field">
          上级
          <select
            value={facts.superiorAgrees === false ? 'no' : 'yes'}
            onChange={({ target }) => put({ superiorAgrees: target.value === 'yes' })}
          >
            <option value="yes">同意</option>
            <option value="no">不同意</option>
          </select>
        </label>
        <label className="field">
          上级的意见（文号、谁说的）
          <input
            value={facts.superiorOpinion ?? ''}
            maxLength={500}
            onChange={({ target }) => put({ superiorOpinion: target.value || null })}
          />
        </label>
      </div>
      <div className="acts">
        <Button onClick={done}>先不写</Button>
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={assess.isPending}
          onClick={() => assess.mutate({ ...facts, workersAsked: facts.workersAsked || null }, { onSuccess: done })}
        >
          保存依据
        </RuledButton>
      </div>
    </div>
  )
}
