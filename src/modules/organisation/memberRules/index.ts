export { routes } from './routes.ts'
export {
  checkedBefore,
  type Follower,
  type Held,
  type MemberRules,
  memberRulesAt,
  obligatoryFields,
  onRules,
} from './usecases/inForce.ts'
