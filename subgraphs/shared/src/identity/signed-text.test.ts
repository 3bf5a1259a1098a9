import { expect, it } from '@jest/globals'
import { createSignedTextReader, createTextSigner } from './signed-text.ts'

const secret = 'a secret of at least 32 characters for tests'

it('is read under the secret and the use that it was signed for, and under nothing else', async () => {
  const signed = await createTextSigner(secret, 'use')('{"a":1}')
  expect(await createSignedTextReader([secret], 'use')(signed)).toBe('{"a":1}')
  expect(await createSignedTextReader(['another', secret], 'use')(signed)).toBe('{"a":1}')
  expect(await createSignedTextReader([secret], 'other use')(signed)).toBeNull()
  expect(await createSignedTextReader([`${secret}!`], 'use')(signed)).toBeNull()
  expect(await createTextSigner(secret, 'use')('{"a":1}')).toBe(signed)
})

it('is nothing any more when a letter of it was changed, and neither is what was never signed', async () => {
  const read = createSignedTextReader([secret], 'use')
  const [header = '', , signature = ''] = (await createTextSigner(secret, 'use')('{"total":"100"}')).split('.')
  const forged = [header, Buffer.from('{"total":"1"}').toString('base64url'), signature].join('.')
  for (const text of [forged, '', 'a.b.c', '..', `${header}..${signature}`]) expect(await read(text)).toBeNull()
})
