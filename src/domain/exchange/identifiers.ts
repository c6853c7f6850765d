/** Ids that mean one thing in the whole world: RFC 4151, "tag" addresses. */
import type { Dataset } from '../model/dataset.ts';
import { isoDay, lastDay, readWhen } from '../model/when.ts';

/**
 * Lasts as long as the site's host and its first edition; where no site is known the title of the case is in it.
 * @param path of the thing, from the top of the site
 */
export function tagOf({ case: { title }, changes }: Pick<Dataset, 'case' | 'changes'>, site: string, path: string) {
	const [, host, folder] = /^\w+:\/\/([^/:?#]+)[^/]*(\/.*)$/.exec(site) ?? [];
	const since = changes.length ? Math.min(...changes.map((c) => lastDay(readWhen(c.date)))) : 0;
	return `tag:${host ?? 'timeline.invalid'},${isoDay(since)}:${folder ?? `/${encodeURIComponent(title)}/`}${path}`;
}
