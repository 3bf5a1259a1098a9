/** How graphql-js quotes values that do not fit, and how the same is said without them. */
const quoting: readonly (readonly [form: RegExp, instead: string])[] = [
  [/ got invalid value [\s\S]*; /, ' got an invalid value; '],
  [/(Expected value of type "[^"]*"), found [\s\S]*$/, '$1.'],
  [/(cannot represent [^:"]*value): [\s\S]*$/, '$1.'],
  [/Value "[\s\S]*" (does not exist in "\w+" enum)/, 'The value $1'],
  [/((?:found|Unexpected) (?:String|BlockString|Int|Float)) "[\s\S]*"\.$/, '$1.'],
]

/** An error message of graphql-js without the values that it quotes, for they may be secrets. Keeps the place and the reason. */
export function withoutValues(message: string): string {
  return quoting.reduce((text, [form, instead]) => text.replace(form, instead), message)
}
