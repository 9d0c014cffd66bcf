// Waits for what nobody will ever do.
export default async function wait(): Promise<void> {
  await new Promise(() => {});
}
