// The fields change before the start, and once more after it.
import { Greeter } from './greeters.ts';

const greeter = new Greeter('tony');
greeter.username = 'jason';
greeter.friends.push('kevin');
greeter.start();
greeter.username = 'too late';
greeter.friends.push('too late');
