import {
  cpSync,
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What the processes of a run share: the content of each file, by its path; directories end with a slash. The content of a symbolic
 * link is its target behind an arrow.
 */
export type SharedFiles = Readonly<Record<string, string>>;

/** The longest content that is kept, characters: enough to compare and to show. */
const LONGEST = 10_000;

/** The directory of one run, with the files it begins with. */
export class SharedDirectory {
  readonly path: string;

  /** @param legacy a directory of which it is a copy, with `files` besides */
  constructor(path: string, files: SharedFiles, legacy?: string) {
    mkdirSync(path, { recursive: true });
    this.path = realpathSync(path);
    if (legacy !== undefined) {
      copyTree(legacy, this.path);
    }

    for (const [name, content] of Object.entries(files)) {
      const file = join(this.path, name);
      if (name.endsWith('/')) {
        mkdirSync(file, { recursive: true });
        continue;
      }

      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  /** Everything in it now. Between two steps nobody changes it. */
  read(): SharedFiles {
    const files: Record<string, string> = {};
    this.#readInto(files, '');
    return files;
  }

  copyTo(path: string): void {
    copyTree(this.path, path);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #readInto(files: Record<string, string>, folder: string): void {
    for (const entry of readdirSync(join(this.path, folder), { withFileTypes: true })) {
      const name = join(folder, entry.name);
      if (entry.isDirectory()) {
        files[`${name}/`] = '';
        this.#readInto(files, name);
      } else {
        files[name] = contentOf(join(this.path, name), entry);
      }
    }
  }
}

// With their times: whoever goes by the age of a file sees the same as before. A socket is not copied: whoever listened is gone.
function copyTree(from: string, to: string): void {
  const filter = (path: string) => !lstatSync(path).isSocket();
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true, filter });
}

function contentOf(path: string, entry: Dirent): string {
  if (entry.isSymbolicLink()) {
    return `-> ${readlinkSync(path)}`;
  }

  return entry.isFile() ? readFileSync(path, 'utf8').slice(0, LONGEST) : '(no plain file)';
}

export function areSame(one: SharedFiles, other: SharedFiles): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
