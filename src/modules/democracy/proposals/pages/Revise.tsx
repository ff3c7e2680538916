import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { notify } from '#web/notes'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Proposal } from '../contract.ts'
import { isWhole } from '../rules/collecting.ts'
import { TextBox } from './fields.tsx'

/** The author's words once more; what came back is examined again. */
export function Revise({ proposal, done }: { proposal: Proposal; done: () => void }) {
  const { id, category, delegation, files } = proposal
  const [said, setSaid] = useState({
    title: proposal.title,
    wrong: proposal.wrong,
    proposed: proposal.proposed,
    benefit: proposal.benefit ?? '',
  })
  const act = useMutation(api.proposals.revise.mutationOptions())
  const set = (patch: Partial<typeof said>) => setSaid({ ...said, ...patch })
  const send = () =>
    act.mutate(
      { id, category, delegation, ...said, benefit: said.benefit.trim() || null },
      {
        onSuccess: () => {
          notify({ tone: 'good', title: '再交上去了，等审查' })
          done()
        },
      },
    )
  return (
    <Section title="补充、修改" padded>
      <Field
        label="一句话说是什么事"
        value={said.title}
        maxLength={60}
        onChange={(event) => set({ title: event.target.value })}
      />
      <TextBox label="哪里不对" value={said.wrong} max={2000} change={(wrong) => set({ wrong })} />
      <TextBox label="我建议怎么办" value={said.proposed} max={2000} change={(proposed) => set({ proposed })} />
      <TextBox label="预计有什么好处" value={said.benefit} max={1000} rows={2} change={(benefit) => set({ benefit })} />
      <RuledButton
        kind="primary"
        busy={act.isPending}
        verdict={isWhole(
          said,
          files.some(({ kind }) => kind === 'voice'),
        )}
        onClick={send}
      >
        再交
      </RuledButton>
    </Section>
  )
}
