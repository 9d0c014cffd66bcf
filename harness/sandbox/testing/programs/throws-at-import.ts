// Ends by an error before its first line.
import './thrower.ts';
