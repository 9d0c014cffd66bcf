// Prints something, which nobody can answer, and is given up with a file open.
import { open } from 'node:fs/promises';

export default async function print(name: string): Promise<void> {
  console.log(name);
  console.error(name);
  const file = await open('file', 'a');
  await file.write(name);
  await file.close();
}
