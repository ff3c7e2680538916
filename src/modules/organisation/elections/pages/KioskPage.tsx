import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Booth } from '#web/ballots'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Text } from './fields.tsx'

/** A shared device in the hall: a slip opens one ballot, and nothing of it stays behind. */
export function KioskPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [typed, setTyped] = useState('')
  const [slip, setSlip] = useState<string>()
  if (slip)
    return (
      <Page line="请填写选票。">
        <Booth
          ballotId={id}
          owner={slip}
          slip={slip}
          onDone={() => {
            setSlip(undefined)
            setTyped('')
          }}
        />
      </Page>
    )
  return (
    <Page line="投票机。">
      <Section title="请输入票条上的号码" padded>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim()) setSlip(typed.trim())
          }}
        >
          <Text label="票条号码" value={typed} change={setTyped} />
          <Button kind="primary" type="submit">
            开始投票
          </Button>
        </form>
      </Section>
    </Page>
  )
}
