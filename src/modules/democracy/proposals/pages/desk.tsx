import type { MenuEntry } from '#web/menu'

export const pages = [] as const
export const menu: readonly MenuEntry[] = []
