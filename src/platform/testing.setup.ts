import { migrate } from '#platform/migrations'
import { makeTemplate } from '#platform/testing.template'

export default () => makeTemplate(migrate)
