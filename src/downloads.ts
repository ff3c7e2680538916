import { downloads as joining } from '#modules/organisation/joining'
import { downloads as members } from '#modules/organisation/members'
import { downloads as imports } from '#modules/organisation/imports'
import { files as accounts } from '#modules/organisation/accounts'
import { files as insight } from '#modules/steering/insight'
import type { Downloads } from '#platform/files'

/** Every download, by the name of the act that gives its ticket. */
export const downloads: Downloads = { ...members, ...accounts, ...joining, ...imports, ...insight }
