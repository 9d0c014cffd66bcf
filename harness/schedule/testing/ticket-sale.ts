import { type Model, reading, writing } from './model.ts';

interface Sale {
  tickets: number;
  sold: number;
}

/**
 * Two buyers of one ticket, without a lock: each reads how many there are, and writes one less if there was one. It is sold twice if
 * both read before either writes: in 4 of the 6 schedules.
 */
export const ticketSale: Model<Sale> = {
  begin: () => ({ tickets: 1, sold: 0 }),
  processes: [buyer, buyer],
};

export const isOversold = ({ shared }: { shared: Sale }): boolean => shared.sold > 1;

function* buyer(sale: Sale) {
  yield reading('tickets');
  const left = sale.tickets;
  if (left === 0) {
    return;
  }

  yield writing('tickets');
  sale.tickets = left - 1;
  sale.sold += 1;
}
