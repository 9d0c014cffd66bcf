// A child spends money. Whose?
import { mark } from '#harness/scenario.ts';
import { spendInChild } from '../isolation.ts';

mark('money', await spendInChild());
