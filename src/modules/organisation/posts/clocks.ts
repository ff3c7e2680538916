import type { Clock } from '#platform/duties'
import { committeeClocks } from './clocks/committees.ts'
import { termClocks } from './clocks/terms.ts'
import { vacancyClocks } from './clocks/vacancies.ts'

/** Terms of office, vacant seats, and committees that must be there. */
export const clocks: Clock[] = [...termClocks, ...vacancyClocks, ...committeeClocks]
