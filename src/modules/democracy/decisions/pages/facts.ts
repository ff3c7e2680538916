import type { Detail } from '../contract.ts'
import type { MatterFacts } from '../rules.ts'

/** What the rules ask of a matter as the page has it. */
export const factsOf = (data: Detail): MatterFacts => ({
  ...data,
  tasks: data.tasks.length,
  openTasks: data.tasks.filter(({ doneOn }) => !doneOn).length,
  skipped: data.skips.map(({ stage }) => stage),
})
