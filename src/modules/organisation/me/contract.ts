import { z } from 'zod'
import { Day, oc } from '#kit/contract'
import { powers, type Power } from '#kit/powers'

export const HeldPost = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  until: Day.nullable(),
  secondFactor: z.boolean(),
})
export type HeldPost = z.infer<typeof HeldPost>

export const Me = z.object({
  account: z.object({ id: z.uuid(), name: z.string() }),
  person: z
    .object({
      id: z.uuid(),
      name: z.string(),
      unionName: z.string(),
      groupName: z.string().nullable(),
      memberSince: Day.nullable(),
    })
    .nullable(),
  posts: z.array(HeldPost),
  post: HeldPost.nullable(),
  permissions: z.array(z.enum(Object.keys(powers) as [Power, ...Power[]])),
  /** The post acted under asks for a second factor that this session has not shown. */
  needsSecondFactor: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const contract = {
  get: oc.output(Me),
  actAs: oc.input(z.object({ postId: z.uuid().nullable() })).output(z.object({ id: z.uuid().nullable() })),
}
