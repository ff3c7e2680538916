import type { Side } from '../contract.ts'

// Kept apart from the contract's shapes, so that a page takes the words without the validator.

export const sideNames: Record<Side, string> = {
  party: '党委（支部）',
  administration: '行政',
  union: '工会',
  department: '协同部门',
}
