import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Catalogue, loadCatalogue, UnknownDiagnosisError } from './catalogue.ts';

const catalogue = await loadCatalogue();

test('holds a diagnosis for every file of the folder, by its name', async () => {
  const files = await readdir(new URL('./diagnoses/', import.meta.url));
  expect(catalogue.names.map((name) => `${name}.ts`)).toEqual(files.sort());
});

test('a name without a file is an error that says which file to write', () => {
  expect(() => catalogue.explain('waited-for-godot')).toThrow(new UnknownDiagnosisError('waited-for-godot'));
  expect(new UnknownDiagnosisError('waited-for-godot')).toMatchObject({
    code: 'UNKNOWN_DIAGNOSIS',
    message: "No file harness/reporting/diagnoses/waited-for-godot.ts explains 'waited-for-godot'.",
  });
  expect(catalogue.has('waited-for-godot')).toBe(false);
});

test('asks those that recognise in the order of their precedence', () => {
  const recognise = () => true;
  const { recognisers } = new Catalogue([
    { name: 'late', why: '', recognise, precedence: 9 },
    { name: 'never', why: '' },
    { name: 'early', why: '', recognise, precedence: 1 },
  ]);
  expect(recognisers.map(({ name }) => name)).toEqual(['early', 'late']);
});

describe('every diagnosis', () => {
  test.each(catalogue.names)('%s says in a few sentences what causes it, also without any evidence', (name) => {
    const { why } = catalogue.explain(name);
    const seen = { kata: '05-join', test: 'a test', error: { message: '' }, runs: [] };
    const text = typeof why === 'string' ? why : why(seen);
    expect(text).toMatch(/^\S.*\.$/s);
    expect(text.length).toBeLessThan(480);
    expect(text).not.toMatch(/undefined|NaN|null:|\u2014/);
  });
});
