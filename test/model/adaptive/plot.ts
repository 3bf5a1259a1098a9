import { parts } from './scenario.ts'
import type { Second } from './simulate.ts'

const [width, left, right, panelHeight, gap, top] = [900, 60, 20, 130, 46, 40]

type Line = { readonly name: string; readonly color: string; readonly of: (second: Second) => number }
type Panel = { readonly title: string; readonly lines: readonly Line[] }

const panels: readonly Panel[] = [
  {
    title: 'in each second',
    lines: [
      { name: 'orders that came', color: '#888', of: ({ came }) => came },
      { name: 'answers', color: '#06c', of: ({ answered }) => answered },
      { name: 'too many (429)', color: '#c22', of: ({ tooMany }) => tooMany },
    ],
  },
  {
    title: 'pace, a second',
    lines: [
      { name: 'what the company takes', color: '#888', of: ({ weather }) => weather.takesPerSecond },
      { name: 'pace of ADAPTIVE', color: '#06c', of: ({ pacePerMinute }) => pacePerMinute / 60 },
    ],
  },
  { title: 'requests that wait', lines: [{ name: 'waiting', color: '#06c', of: ({ waiting }) => waiting }] },
]

/** The least round number that is not below. */
function roundUp(value: number): number {
  const step = 10 ** Math.max(Math.floor(Math.log10(Math.max(value, 1))), 0)
  return Math.ceil(value / step) * step
}

/** Draws a run as SVG: three panels over one clock, with the parts of the scenario named. */
export function plot(seconds: readonly Second[]): string {
  const across = (second: number): number => left + Math.round((second * (width - left - right)) / seconds.length)
  const drawn = panels.map((panel, nth) => drawPanel(panel, top + nth * (panelHeight + gap), seconds, across))
  const height = top + panels.length * (panelHeight + gap)
  const bottom = height - gap
  const starts = [0, ...parts.map(({ until }) => until)]
  const named = parts.map(
    ({ name }, nth) =>
      `<line x1="${across(starts[nth] ?? 0)}" y1="${top - 8}" x2="${across(starts[nth] ?? 0)}" y2="${bottom}" stroke="#ddd"/><text x="${across(starts[nth] ?? 0) + 3}" y="${top - 12}" fill="#444">${name}</text>`,
  )
  const ticks = Array.from({ length: Math.floor(seconds.length / 60) + 1 }, (_, minute) => {
    const x = across(minute * 60)
    return `<text x="${x}" y="${bottom + 16}" text-anchor="middle" fill="#444">${minute} min</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11"><rect width="${width}" height="${height}" fill="#fff"/>
${[...named, ...drawn, ...ticks].join('\n')}
</svg>
`
}

function drawPanel(
  { title, lines }: Panel,
  y: number,
  seconds: readonly Second[],
  across: (second: number) => number,
): string {
  const most = roundUp(Math.max(...seconds.flatMap((second) => lines.map(({ of }) => of(second)))))
  const down = (value: number): number => y + panelHeight - Math.round((value * panelHeight) / most)
  const drawn = lines.map(
    ({ of, color }) =>
      `<polyline fill="none" stroke="${color}" points="${seconds.map((second, x) => `${across(x)},${down(of(second))}`).join(' ')}"/>`,
  )
  const legend = lines.map(
    ({ name, color }, nth) =>
      `<text x="${left + 120 + nth * 150}" y="${y + panelHeight + 30}" fill="${color}">${name}</text>`,
  )
  return `<text x="${left}" y="${y + panelHeight + 30}" font-weight="bold">${title}</text>${legend.join('')}
<text x="${left - 6}" y="${y + 8}" text-anchor="end">${most}</text><text x="${left - 6}" y="${y + panelHeight}" text-anchor="end">0</text>
<path d="M${left} ${y}V${y + panelHeight}H${width - right}" fill="none" stroke="#aaa"/>
${drawn.join('\n')}`
}
