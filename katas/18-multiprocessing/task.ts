/** Work for a child process, by name: a function itself cannot cross to another process. */
export interface Task {
  /** The module that exports the function. */
  module: URL;
  /** The name under which it is exported. */
  name: string;
  /** Arguments for it: anything JSON can hold. */
  args?: readonly unknown[];
}
