/** Globally unique ids: the "tag" URIs of RFC 4151. */
import type { Dataset } from '../model/dataset.ts';
import { isoDay, lastDay, readWhen } from '../model/when.ts';

/**
 * The id is made of the site's host and the date of its first edition, and stays while these do. Where no site is
 * known it has the case's title instead.
 * @param path of what is identified, from the top of the site
 */
export function tagOf({ case: { title }, changes }: Pick<Dataset, 'case' | 'changes'>, site: string, path: string) {
	const [, host, folder] = /^\w+:\/\/([^/:?#]+)[^/]*(\/.*)$/.exec(site) ?? [];
	const since = changes.length ? Math.min(...changes.map((c) => lastDay(readWhen(c.date)))) : 0;
	return `tag:${host ?? 'timeline.invalid'},${isoDay(since)}:${folder ?? `/${encodeURIComponent(title)}/`}${path}`;
}
