import { competencesInForce } from '#modules/organisation/competences'
import { download, type Downloads, everyRow } from '#platform/files'
import type { Session } from '#platform/session'
import { type Column, writeSheet, type Written } from '#platform/sheets'
import { courseKindNames, type Training, type TrainingListing } from './contract.ts'
import { completedTrainings } from './usecases/reading.ts'

const columns = (subject: (key: string) => string): readonly (Column & { of: (row: Training) => Written })[] => [
  { title: '姓名', of: ({ personName }) => personName },
  { title: '工会', width: 40, of: ({ unionName }) => unionName },
  { title: '培训', width: 30, of: ({ title }) => title },
  { title: '类别', of: ({ kind }) => courseKindNames[kind] },
  { title: '科目', width: 30, of: ({ subjects }) => subjects.map(subject).join('、') },
  { title: '学时', kind: 'number', of: ({ hours }) => hours },
  { title: '举办单位', width: 30, of: ({ organiser }) => organiser },
  { title: '开始', kind: 'day', of: ({ startsOn }) => startsOn },
  { title: '结业', kind: 'day', of: ({ completedOn }) => completedOn },
  { title: '成绩', kind: 'number', of: ({ mark }) => mark },
  { title: '证书编号', width: 24, of: ({ certificateNumber }) => certificateNumber },
]

export const downloads: Downloads = {
  'cadreCourses.export': download<TrainingListing>({
    authority: 'members.exchange',
    title: ({ today }) => `干部培训台账 ${today}.xlsx`,
    async write(session, input, out) {
      const { items } = await competencesInForce(session)
      const shown = columns((key) => items.find((item) => item.key === key)?.title ?? key)
      await writeSheet(out, { title: '干部培训台账', columns: shown, rows: rowsOf(session, input, shown) })
    },
  }),
}

async function* rowsOf(session: Session, input: TrainingListing, shown: ReturnType<typeof columns>) {
  for await (const row of everyRow(session, completedTrainings, input)) yield shown.map(({ of }) => of(row))
}
