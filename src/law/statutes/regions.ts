import { beijing } from './regions/beijing.ts'
import { chongqing } from './regions/chongqing.ts'
import { hangzhou } from './regions/hangzhou.ts'
import { shanghai } from './regions/shanghai.ts'
import { zhejiang } from './regions/zhejiang.ts'
import type { Statute } from './shape.ts'

/** Regions with a pack: every local text of theirs stands in one file. The others have rows beneath the national ones, by area. */
export const regional: readonly Statute[] = [...zhejiang, ...hangzhou, ...shanghai, ...beijing, ...chongqing]
