import { Chip, type Hue } from '#web/Chip'
import type { Wording } from '../contract.ts'
import { levelNames } from '../rules.ts'

const hues: Partial<Record<Wording['level'], Hue>> = { BLOCK: 'red', WARN: 'blue' }

/** How binding a wording is, and whether somebody has read the article itself. */
export const Binding = ({ level, verified, by }: Pick<Wording, 'level' | 'verified' | 'by'>) => (
  <>
    <Chip hue={hues[level]}>{levelNames[level]}</Chip> {by && <Chip hue="green">本级或上级规定</Chip>}
    {!verified && !by && <Chip hue="amber">待核对</Chip>}
  </>
)
