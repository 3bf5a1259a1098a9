export { holdsCardNumber } from '@torihiki/shared/card-number.ts'
