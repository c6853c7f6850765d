// What a run cannot show: the reasons for its figures, and what was tried. Figures of 2026-11-24, same machine.
export const WHY = `A drawn canvas is one element; ours are a hundred to two hundred that move, each with a button that has a name. In a zoom over a million events a frame of
about 5.5 ms is 2.5 ms of script, 0.7 of style, 0.5 of layout, and the rest is painting and handing over to the compositor.

- **Main thread, from 1,000 events on.** What is left is mostly marks that come and go, about twelve a frame in the scripted pan, which crosses nine views in a second and a half.
  Tried and kept: a mark moves in an element of its own (150 buttons moved themselves: 3.9 ms a frame; in such elements: 2.0); one loop for all
  of them; layout by chunks; places that hold at every scale; elements that stand for the next mark while the view moves; a million events went from 14.8 and 11.3 ms
  (pan, zoom) to 5.7 and 5.4. Tried and dropped: a canvas under invisible buttons (150 marks with labels: 2.7 to 3.8 ms, no less than the elements), paused
  animations (4.2), CSS Typed OM (7.6), \`left\` in place of transforms (6.8).
- **Processor time of all processes.** Without a graphics processor every layer is blended by the processor. The plane is a layer of its own so that a pan paints nothing
  again; without that the main thread took 10 ms a frame in a pan. Halos, rings and the room a finger needs are 2 of 10 ms in a prototype of 150 marks; they are what makes words readable over lines.
- **First paint, at 40 to 10,000 events.** 155 kB of script are read and run cold, about 20 ms, Svelte builds a hundred elements with their state cold, about 30 ms,
  and the first frame has all of them styled, laid out and painted. Tried and kept: dates without Intl's formats (four fifths of the script's start on a slowed processor), fonts compared after
  the first frame, widths heard from the browser instead of asked for during the drawing. The page itself shows its prerendered picture before any of that.
  At 100,000 events the first paint takes 1.8 times the limit, at a million two thirds of it.
- **Filter at a million.** Rows are parted by lane and cells counted again before the view is laid out; the limit only draws.
- **Click.** All are within one frame; what differs is where in a frame the press falls.
- **Memory at few events** is within the aim, less than 4 MB over the events: one to two megabytes of components and state; at a million it is about that of the limit.`;
