import { styleText } from 'node:util';
import type { TerminalStyle } from '../timeline/terminal.ts';
import type { Kata } from '../workbook/katas.ts';
import { type KataState, nextKata } from '../workbook/state.ts';

type BoardStyle = Pick<TerminalStyle, 'ascii' | 'colour'>;

type Colour = 'green' | 'yellow' | 'red' | 'dim' | 'bold';

interface Sign {
  picture: string;
  ascii: string;
  colour: Colour;
  /** Said beside the title, where the sign alone is not plain. */
  remark: string;
}

const SIGNS: Record<KataState, Sign> = {
  solved: { picture: '✓', ascii: '+', colour: 'green', remark: '' },
  'changed since it was solved': { picture: '~', ascii: '~', colour: 'yellow', remark: 'changed since it was solved' },
  started: { picture: '▸', ascii: '>', colour: 'yellow', remark: 'started' },
  untouched: { picture: '·', ascii: '.', colour: 'dim', remark: '' },
  missing: { picture: '✗', ascii: 'x', colour: 'red', remark: 'its file is missing' },
};

const BAR_WIDTH = 36;

/** The board: a line a kata with its state, how many are solved, and what to type next. Ends with a line break. For `style`, see `pictureOptions`. */
export function drawBoard(katas: readonly Kata[], states: ReadonlyMap<string, KataState>, style: BoardStyle): string {
  if (katas.length === 0) return 'This workbook has no katas: the folder katas/ is empty or missing.\n';

  const paint = painter(style);
  const idWidth = Math.max(...katas.map(({ id }) => id.length));
  const titleWidth = Math.max(...katas.map(({ title }) => title.length));
  const rows = katas.map(({ id, title }) => {
    const sign = SIGNS[states.get(id) ?? 'untouched'];
    const remark = sign.remark && paint(sign.colour, `  ${sign.remark}`);
    const text = `${id.padEnd(idWidth)}  ${remark ? title.padEnd(titleWidth) : title}${remark}`;
    return `  ${paint(sign.colour, style.ascii ? sign.ascii : sign.picture)} ${text}`;
  });
  const solved = katas.filter(({ id }) => states.get(id) === 'solved').length;
  return `${[...rows, '', `  ${bar(solved, katas.length, style)}`, '', nextStep(katas, states, paint)].join('\n')}\n`;
}

function bar(solved: number, total: number, style: BoardStyle): string {
  const paint = painter(style);
  // Rounded down: full only when all are solved.
  const full = Math.floor((solved / total) * BAR_WIDTH);
  const [done, open] = style.ascii ? ['#', '-'] : ['█', '░'];
  return `${paint('green', done.repeat(full))}${paint('dim', open.repeat(BAR_WIDTH - full))}  ${solved} of ${total} solved`;
}

function nextStep(katas: readonly Kata[], states: ReadonlyMap<string, KataState>, paint: Paint): string {
  const kata = nextKata(katas, states);
  if (!kata) return `All solved. ${paint('bold', 'npm run compare <kata>')} shows each beside the reference.`;

  const test = paint('bold', `npm test ${kata.id}`);
  switch (states.get(kata.id)) {
    case 'missing':
      return `next: ${paint('bold', `npm run reset ${kata.id}`)} (brings katas/${kata.id}/${kata.stub} back)`;
    case 'untouched':
      return `next: read katas/${kata.id}/README.md, then ${test}`;
    default:
      return `next: ${test}`;
  }
}

type Paint = (colour: Colour, text: string) => string;

// Whether to colour is decided once, by `style`: styleText must not look at the stream again.
function painter({ colour }: BoardStyle): Paint {
  return (format, text) => (colour && text !== '' ? styleText(format, text, { validateStream: false }) : text);
}
