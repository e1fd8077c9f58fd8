import { useEffect, useState } from 'preact/hooks';
import { seatNow, watchSeat, type Seat } from './seat';

export function useSeat(): Seat {
  const [seat, see] = useState(seatNow);
  useEffect(() => {
    const changed = () => see(seatNow);
    changed(); // It may have changed between the drawing and now.
    return watchSeat(changed);
  }, []);
  return seat;
}
