import { expect, it } from '@jest/globals'
import { csvLine } from './csv.ts'

it.each([
  [['a', 1, true, null, undefined], 'a,1,true,,\r\n'],
  [['a,b', 'say "so"', 'two\nlines'], '"a,b","say ""so""","two\nlines"\r\n'],
  [[' led', 'trailed '], '" led","trailed "\r\n'],
  [['=1+1', '+49', '-5', '@me', '\tx'], `'=1+1,'+49,'-5,'@me,'\tx\r\n`],
  [['=HYPERLINK("x","y")'], `"'=HYPERLINK(""x"",""y"")"\r\n`],
  [['鋼管', 'Grüße'], '鋼管,Grüße\r\n'],
])('%j is %j', (cells, line) => {
  expect(csvLine(cells)).toBe(line)
})
