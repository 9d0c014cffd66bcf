// Ends before its first line.
import './quitter.ts';
