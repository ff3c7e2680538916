export { type Job, type JobContext, runDue, type Running, runJobs } from './jobs/runner.ts'
export { nextAfter, type Schedule } from './jobs/schedule.ts'
export { type Outcome, register, type Server } from './jobs/table.ts'
export { clearing, houseJobs } from './jobs/house.ts'
