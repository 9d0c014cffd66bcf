// Removes a tree, as a user who is not above permissions.
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { removeTree } from '../../remove-tree.ts';

const NOBODY = 65534;
const [directory = ''] = process.argv.slice(2);
// From where it stands: nobody may pass through the directories above.
process.chdir(dirname(directory));
process.seteuid?.(NOBODY);
await removeTree(basename(directory));
process.stdout.write(JSON.stringify({ exists: existsSync(basename(directory)) }));
