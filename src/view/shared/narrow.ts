/** Windows so narrow are a phone's: time runs down there, and an event opens as a sheet. As in the styles. */
export const NARROW = '(max-width: 40rem)';
const isNarrow = () => matchMedia(NARROW).matches;

let isLive = false;
/** What that takes has come. */
export const comesAlive = () => void (isLive = true);
/** Whether a card and a sheet can open. */
export const runsDown = () => isLive && isNarrow();
