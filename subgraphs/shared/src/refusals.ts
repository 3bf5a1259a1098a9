import { refusalCodes, type RefusalCode, type RefusalType } from '@torihiki/schema'

/** Why an act was not carried out: data, not an exception. It becomes the union member `__typename` of the answer. */
export type Refusal = {
  readonly refused: true
  readonly __typename: RefusalType
  readonly code: RefusalCode
  readonly message: string
  readonly [figure: string]: unknown
}

/**
 * A refusal by its code. `message` says in one sentence what is wrong here and what to do; without it the general
 * meaning and remedy of the code are given. `figures` are the further fields of its GraphQL type.
 */
export function refuse(code: RefusalCode, message?: string, figures: Record<string, unknown> = {}): Refusal {
  const { type, meaning, remedy } = refusalCodes[code]
  return { refused: true, __typename: type, code, message: message ?? `${meaning} ${remedy}`, ...figures }
}

/** A refusal of the input: every fault at once, with its path within `input`. */
export function refuseInput(faults: { path: string; message: string }[]): Refusal {
  const sentence = faults.map((f) => `${f.path}: ${f.message}`).join(' ')
  return refuse('INVALID_INPUT', `The input cannot be taken. ${sentence}`, { faults })
}

/** Whether a command answered with a refusal. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true
}

/** The name under which generated resolver types know a refusal. */
export type RefusalModel = Refusal
