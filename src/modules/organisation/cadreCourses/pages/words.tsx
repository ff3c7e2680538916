import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { Chip, type Hue } from '#web/Chip'
import { type CourseState, courseStateNames, type TrainingState, trainingStateNames } from '../rules/names.ts'

const courseHues: Partial<Record<CourseState, Hue>> = {
  open: 'green',
  full: 'amber',
  running: 'blue',
  ended: 'amber',
  cancelled: 'red',
}
export const CourseChip = ({ state }: { state: CourseState }) => <Chip hue={courseHues[state]}>{courseStateNames[state]}</Chip>

const trainingHues: Partial<Record<TrainingState, Hue>> = { seated: 'blue', waiting: 'amber', completed: 'green', missed: 'red' }
export const TrainingChip = ({ state, queue }: { state: TrainingState; queue: number | null }) => (
  <Chip hue={trainingHues[state]}>
    {trainingStateNames[state]}
    {queue !== null && `第 ${queue} 位`}
  </Chip>
)

/** What subjects are called. */
export function useSubjects() {
  const { data } = useQuery(api.competences.catalogue.queryOptions())
  const items = data?.items ?? []
  const named = (keys: readonly string[]) => keys.map((key) => items.find((item) => item.key === key)?.title ?? key).join('、')
  return { items, named }
}

/** From when to when. */
export const daysInWords = (startsOn: string, endsOn: string) => (startsOn === endsOn ? startsOn : `${startsOn} 至 ${endsOn}`)
