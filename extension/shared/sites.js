/* sites.js: sites as the user names them, "bbc.com": a host with all that lies below it; and the patterns by which the
 * browser knows them. Knows addresses; nothing of what is done with a site. */

const NUMBERED = /^(?:\d+\.){3}\d+$|^\[/u;

/**
 * The site of a web page's address, or of what a user types: without "www.", for people do not tell the two apart.
 * @param {string} address "https://www.bbc.com/news/1", "bbc.com"
 * @returns {string | undefined} undefined where it is no web address
 */
export function siteOf(address) {
    const words = address.trim();
    const url = parsed(/^[a-z][a-z0-9+.-]*:(?!\d)/iu.test(words) ? words : `https://${words}`);
    if (url === undefined || !/^https?:$/u.test(url.protocol)) return undefined;
    const host = url.hostname.replace(/\.$/u, "");
    return /^[\p{L}\p{N}.:[\]_-]+$/u.test(host) ? host.replace(/^www\.(?=.*\.)/u, "") : undefined;
}

/** @param {string} address */
function parsed(address) {
    try {
        return new URL(address);
    } catch {
        return undefined;
    }
}

/** @param {string} site @returns {string} a match pattern, as the browser's permissions and scripts take them */
export function patternOf(site) {
    return NUMBERED.test(site) ? `*://${site}/*` : `*://*.${site}/*`;
}

/** @param {string | undefined} host a page's site, or a part of one @param {string[]} sites */
export function isAmong(host, sites) {
    return host !== undefined && sites.some((site) => host === site || host.endsWith(`.${site}`));
}

/**
 * The sites that are checked as they load.
 * @param {import("./settings-types.d.ts").Settings} settings
 * @param {readonly string[]} newsSites the shipped list
 */
export function sitesToCheck({ always, news, newsWithout, never }, newsSites) {
    const listed = news ? newsSites.filter((site) => !newsWithout.includes(site)) : [];
    return [...new Set([...always, ...listed])].filter((site) => !never.includes(site));
}
