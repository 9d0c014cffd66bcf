import { readdir } from 'node:fs/promises';
import type { Diagnosis } from './diagnosis.ts';

/** Thrown for a name that no file of `diagnoses/` has. */
export class UnknownDiagnosisError extends Error {
  override readonly name = 'UnknownDiagnosisError';
  readonly code = 'UNKNOWN_DIAGNOSIS';
  readonly diagnosis: string;

  constructor(diagnosis: string) {
    super(`No file harness/reporting/diagnoses/${diagnosis}.ts explains '${diagnosis}'.`);
    this.diagnosis = diagnosis;
  }
}

/** Every diagnosis there is. */
export class Catalogue {
  readonly #byName: ReadonlyMap<string, Diagnosis>;
  /** Those that can be told from the evidence alone, in the order in which they are asked. */
  readonly recognisers: readonly Diagnosis[];

  constructor(diagnoses: Iterable<Diagnosis>) {
    this.#byName = new Map([...diagnoses].map((diagnosis) => [diagnosis.name, diagnosis]));
    this.recognisers = [...this.#byName.values()]
      .filter(({ recognise }) => recognise !== undefined)
      .sort((one, other) => (one.precedence ?? 0) - (other.precedence ?? 0));
  }

  get names(): string[] {
    return [...this.#byName.keys()];
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** @throws {UnknownDiagnosisError} */
  explain(name: string): Diagnosis {
    const diagnosis = this.#byName.get(name);
    if (diagnosis === undefined) {
      throw new UnknownDiagnosisError(name);
    }

    return diagnosis;
  }
}

const folder = new URL('./diagnoses/', import.meta.url);
let loaded: Promise<Catalogue> | undefined;

/**
 * Reads the folder of diagnoses, once.
 * @throws {Error} when a file's default export is not the diagnosis that its name says
 */
export function loadCatalogue(): Promise<Catalogue> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Catalogue> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort();
  return new Catalogue(await Promise.all(files.map(loadDiagnosis)));
}

async function loadDiagnosis(file: string): Promise<Diagnosis> {
  const { default: diagnosis } = (await import(new URL(file, folder).href)) as { default?: Partial<Diagnosis> };
  const { name, why, recognise, precedence } = diagnosis ?? {};
  if (diagnosis === undefined || name === undefined || why === undefined || `${name}.ts` !== file) {
    throw new Error(`harness/reporting/diagnoses/${file} must export by default a diagnosis with that name and a why.`);
  }

  if (recognise !== undefined && precedence === undefined) {
    throw new Error(`harness/reporting/diagnoses/${file} recognises, so it must say with which precedence.`);
  }

  return { ...diagnosis, name, why };
}
