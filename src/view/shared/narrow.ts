/** Phone-sized windows, with the vertical timeline and events in sheets. The stylesheets use the same width. */
export const NARROW = '(max-width: 40rem)';
const isNarrow = () => matchMedia(NARROW).matches;

let isLive = false;
/** Called when the vertical timeline has been hydrated. */
export const comesAlive = () => void (isLive = true);
/** Whether the vertical timeline is in use, where events open in a card and a sheet. */
export const runsDown = () => isLive && isNarrow();
