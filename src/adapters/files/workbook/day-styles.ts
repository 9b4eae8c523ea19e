import { showsDay } from './dates.ts';
import { mostFormatCharacters, mostStyles, tooInvolved, type WorkbookLimits } from './limits.ts';
import { decodeEntities, readWhole } from './xml.ts';

/**
 * Days among the formats that every Excel knows without being told: ECMA-376 part 1, 18.8.30, and
 * those of East Asia.
 */
const knownDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Of each look that a cell can have, whether it shows its number as a day. */
export async function readDayStyles(
  part: AsyncIterable<Uint8Array>,
  { maxCellCharacters }: WorkbookLimits,
): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isCell = false;
  let count = 0;
  await readWhole(part, maxCellCharacters, {
    open(name, attributes) {
      if (name === 'cellXfs') isCell = true;
      if (name === 'xf' || name === 'numFmt') count += 1;
      if (count > mostStyles) throw tooInvolved();
      if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        own.set(
          Number(numFmtId),
          showsDay(decodeEntities(formatCode).slice(0, mostFormatCharacters)),
        );
      }
      if (name === 'xf' && isCell) {
        const id = Number(attributes().numFmtId);
        styles.push(own.get(id) ?? knownDays.has(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return styles;
}
