import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  problemsOf,
  type Surface,
} from '../../../../../src/adapters/sandbox/slack/block-kit/problems.ts';

describe('whatever is sent as blocks', () => {
  it('never breaks on what is no block at all', () => {
    const surfaces = fc.constantFrom<Surface>('message', 'modal', 'home');
    fc.assert(
      fc.property(surfaces, fc.jsonValue({ maxDepth: 5 }), (surface, thing) => {
        for (const problem of problemsOf(surface, thing)) {
          expect(problem).toMatch(/\[json-pointer:\/(blocks|view)/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never breaks on a known type with nonsense inside', () => {
    const types = fc.constantFrom(
      'actions',
      'card',
      'carousel',
      'container',
      'context',
      'data_table',
      'data_visualization',
      'header',
      'image',
      'input',
      'plan',
      'rich_text',
      'section',
      'table',
      'video',
    );
    const nonsense = fc.dictionary(
      fc.constantFrom(
        'text',
        'fields',
        'elements',
        'element',
        'accessory',
        'rows',
        'chart',
        'actions',
        'child_blocks',
        'tasks',
        'block_id',
      ),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(types, nonsense, (type, fields) => {
        expect(Array.isArray(problemsOf('message', [{ ...fields, type }]))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
