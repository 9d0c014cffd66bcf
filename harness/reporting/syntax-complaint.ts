import { type Place, toPlace } from './place.ts';

/** What Node, or our loader on Node 20, says of a file that it cannot read as TypeScript. */
export interface SyntaxComplaint {
  place: Place;
  /** The lines in question, as Node prints them. */
  snippet: string;
  message: string;
  /** Whether it is right TypeScript, of the kind that is more than types on top of JavaScript. */
  isTypeScript: boolean;
}

// Our loader: `SyntaxError [Error]: /path/file.ts:2`, the snippet, and the message with the code behind it.
const FROM_LOADER =
  /^SyntaxError.*?: (\/.+):(\d+)\n((?:.*\n)*?)\n*(.+) \[(ERR_(?:INVALID|UNSUPPORTED)_TYPESCRIPT_SYNTAX)\]$/m;
// Node 22.18 and later: the place, the snippet, and the message behind the code.
const FROM_NODE =
  /^(file:\/\/.+):(\d+)\n((?:(?!file:\/\/|node:).*\n)*?)\n*SyntaxError \[(ERR_(?:INVALID|UNSUPPORTED)_TYPESCRIPT_SYNTAX)\]: (.+)$/m;
// V8, once the types are gone.
const FROM_V8 = /^(file:\/\/.+):(\d+)\n((?:(?!file:\/\/|node:).*\n)*?)\n*SyntaxError: (?!The requested module)(.+)$/m;

/** The first complaint in what the processes of a run wrote to stderr. */
export function readSyntaxComplaint(stderr: string): SyntaxComplaint | undefined {
  const [, path, line, snippet, message, code] = FROM_LOADER.exec(stderr) ?? [];
  if (path !== undefined) {
    return complaint(path, line, snippet, message, code);
  }

  const [, url, number, lines, kind, text] = FROM_NODE.exec(stderr) ?? [];
  if (url !== undefined) {
    return complaint(url, number, lines, text, kind);
  }

  const [, file, at, source, said] = FROM_V8.exec(stderr) ?? [];
  return file === undefined ? undefined : complaint(file, at, source, said, undefined);
}

function complaint(
  file: string,
  line: string | undefined,
  snippet = '',
  message = '',
  code: string | undefined,
): SyntaxComplaint {
  return {
    place: toPlace(file, Number(line)),
    snippet: snippet.trimEnd(),
    message,
    isTypeScript: code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
  };
}
