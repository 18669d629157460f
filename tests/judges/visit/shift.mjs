// Does anything move by itself? What the browser calls layout shifts, told over the debugging protocol, so that it works without script.

// Less than this is a line that came in the second piece of a page when the first was painted already.
const FELT = 0.001;

/** Listens on; `take()` gives what moved since the last call, in words. */
export async function shifts(cdp) {
  let moved = [];
  await cdp.send('PerformanceTimeline.enable', { eventTypes: ['layout-shift'] });
  cdp.on('PerformanceTimeline.timelineEventAdded', ({ event }) => {
    const { value, sources } = event.layoutShiftDetails;
    if (value > 0) moved.push({ value, from: sources[0]?.previousRect, to: sources[0]?.currentRect });
  });
  return () => {
    const taken = moved;
    moved = [];
    const sum = taken.reduce((all, { value }) => all + value, 0);
    if (sum < FELT) return null;
    const { from, to } = taken[0];
    const box = (rect) => (rect ? `${Math.round(rect.width)}×${Math.round(rect.height)} at ${Math.round(rect.x)},${Math.round(rect.y)}` : '?');
    return `moves by itself by ${sum.toFixed(4)} (CLS): ${box(from)} → ${box(to)}`;
  };
}
