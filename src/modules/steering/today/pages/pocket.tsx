import type { Panel } from '#web/menu'
import { CadreLine } from './CadreLine.tsx'

export const pages = [] as const

export const home: readonly Panel[] = [{ order: 5, permission: 'unions.view', component: CadreLine }]
