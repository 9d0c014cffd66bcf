// An endless loop in what it imports.
import './endless.ts';
