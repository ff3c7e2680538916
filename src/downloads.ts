import { files as accounts } from '#modules/organisation/accounts'
import type { Downloads } from '#platform/files'

/** Every download, by the name of the act that gives its ticket. */
export const downloads: Downloads = { ...accounts }
