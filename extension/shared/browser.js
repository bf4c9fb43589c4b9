/* browser.js: the only place that calls the browser's extension interface, under one name for Chromium and Firefox. It
 * knows the interface's quirks and nothing of quotes, findings or cards. Content scripts use the first part only. */

/** @typedef {import("./messages.d.ts").ToBackground} ToBackground */
/** @typedef {import("./messages.d.ts").ToPage} ToPage */
/** @typedef {import("./messages.d.ts").Frame} Frame */
/** @typedef {import("./messages.d.ts").InjectedOptions} InjectedOptions */
/** @typedef {import("./messages.d.ts").InjectedOutcome} InjectedOutcome */

/** @type {typeof chrome | undefined} */
let made;

/**
 * Looked up when it is first needed: Firefox makes the interface for a page only then, which takes it milliseconds, and a
 * page without a candidate never asks for it. An element of the page with the id "browser" is no property of ours.
 */
function api() {
    const names = /** @type {any} */ (globalThis);
    made ??= /** @type {typeof chrome} */ (Object.hasOwn(names, "browser") ? names.browser : names.chrome);
    return made;
}

/* ---- Everywhere ---- */

/**
 * A text of _locales; the key itself where it is missing, so that a gap is seen.
 * @param {string} key
 * @param {string[]} [values]
 */
export function localized(key, values = []) {
    return api().i18n.getMessage(key, values) || key;
}

/**
 * False in a content script that an update or removal of the extension left behind. Firefox leaves none, so that there the
 * interface is not made for the question.
 */
export function isAlive() {
    return (made === undefined && opensShadowRoots()) || Boolean(api().runtime?.id);
}

/** A Port, because it carries a page's nodes several times faster than a message in Firefox. @param {"check" | "page"} name what is to be asked */
export function connectToBackground(name) {
    return api().runtime.connect({ name });
}

/**
 * Answers what the background or a panel asks of this page; never asynchronously, so that no channel dangles.
 * @param {(message: ToPage) => unknown} answer @param {AbortSignal} signal
 */
export function answerMessages(answer, signal) {
    /** @param {ToPage} message @param {unknown} _sender @param {(reply: unknown) => void} reply */
    const listener = (message, _sender, reply) => void reply(answer(message));
    api().runtime.onMessage.addListener(listener);
    signal.addEventListener("abort", () => api().runtime?.onMessage?.removeListener(listener));
}

/** How this browser tells of shadow roots. @type {((element: any) => ShadowRoot | null) | undefined} */
let askForRoot;

/** The shadow root of `element`, closed ones too, or null. @param {Element} element @returns {ShadowRoot | null} */
export function shadowRootOf(element) {
    askForRoot ??= rootAsker();
    return askForRoot(element);
}

/** Firefox's way, without the extension's interface. */
function opensShadowRoots() {
    return "openOrClosedShadowRoot" in Element.prototype;
}

/** Found out once: pages have many elements. @returns {(element: any) => ShadowRoot | null} */
function rootAsker() {
    if (opensShadowRoots()) return ({ openOrClosedShadowRoot: root }) => root;
    const inChromium = /** @type {any} */ (api()).dom?.openOrClosedShadowRoot;
    if (inChromium === undefined) return ({ shadowRoot }) => shadowRoot;
    return (each) => (each instanceof HTMLElement ? inChromium(each) : each.shadowRoot);
}

/* ---- Background and extension pages ---- */

/** @param {string} path */
export function resourceUrl(path) {
    return api().runtime.getURL(path);
}

/** Data that the extension brings: JSON. @param {string} path @returns {Promise<any>} */
export async function readResource(path) {
    return (await fetch(resourceUrl(path))).json();
}

/** @param {string} path @returns {Promise<ArrayBuffer>} */
export async function readBytes(path) {
    return (await fetch(resourceUrl(path))).arrayBuffer();
}

/** @param {ToBackground} message @returns {Promise<any>} */
export function askBackground(message) {
    return api().runtime.sendMessage(message);
}

/**
 * Asks the content script of a tab's frame; undefined where there is none.
 * @param {Frame} frame
 * @param {ToPage} message
 */
export async function askPage({ tabId, frameId }, message) {
    try {
        return await api().tabs.sendMessage(tabId, message, { frameId });
    } catch {
        return undefined;
    }
}

/**
 * Has the content scripts in all frames of a tab check again, where there are any: by injection, for a page in which nothing
 * was found listens to no message.
 * @param {number} tabId @param {string} more what the user's packs add to the prefilter
 */
export async function recheckTab(tabId, more) {
    try {
        await api().scripting.executeScript({
            target: { tabId, allFrames: true },
            /** @param {string} given */
            func: (given) => void (/** @type {any} */ (globalThis).mouthpiece?.recheck(given)),
            args: [more],
        });
    } catch {
        /* A tab that we are not let into has no script of ours. */
    }
}

/**
 * Puts the content script into a tab and starts it there. Rejects where the browser does not let us in.
 * @param {number} tabId @param {InjectedOptions} options @returns {Promise<InjectedOutcome | undefined>}
 */
export async function runInPage(tabId, options) {
    const target = { tabId };
    await api().scripting.executeScript({ target, files: ["content.js"] });
    const [result] = await api().scripting.executeScript({
        target,
        /** Runs in the page's isolated world, beside content.js. @param {InjectedOptions} given */
        func: (given) => /** @type {any} */ (globalThis).mouthpiece?.check(given),
        args: [options],
    });
    return result?.result;
}

/**
 * The same for the frames in it that the browser lets us into, those of the page's own site; a frame that loads slowly
 * keeps nobody waiting.
 * @param {number} tabId @param {InjectedOptions} options
 */
export async function runInFrames(tabId, options) {
    const target = { tabId, allFrames: true };
    try {
        await api().scripting.executeScript({ target, files: ["content.js"] });
        await api().scripting.executeScript({
            target,
            /** @param {InjectedOptions} given */
            func: (given) => void (window !== top && /** @type {any} */ (globalThis).mouthpiece?.check(given)),
            args: [options],
        });
    } catch {
        /* The tab has gone in the meantime. */
    }
}

/**
 * Gives a document a style sheet that the page cannot see; whether the browser took it. Firefox takes it back when the
 * extension goes, as it stops our scripts there without a word; where Chromium leaves it, no script of ours is stopped.
 * @param {Frame} frame @param {string} css
 */
export async function styleFrame({ tabId, frameId }, css) {
    try {
        await api().scripting.insertCSS({ target: { tabId, frameIds: [frameId] }, css });
        return true;
    } catch {
        return false; /* The page has gone, or the user's leave to be in there. */
    }
}

/** Sends the card after the findings. @param {Frame} frame */
export async function sendCard({ tabId, frameId }) {
    await api().scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ["card.js"] });
}

/** The tab that the user looks at; its address only where the extension may know it. */
export async function activeTab() {
    const [tab] = await api().tabs.query({ active: true, currentWindow: true });
    return { id: tab?.id, url: tab?.url };
}

/**
 * The tabs that show pages which match; only of sites that the user has allowed.
 * @param {string[]} patterns @returns {Promise<ActiveTab[]>}
 */
export async function tabsShowing(patterns) {
    if (patterns.length === 0) return [];
    const tabs = await api().tabs.query({ url: patterns });
    return tabs.flatMap(({ id, url }) => (id === undefined ? [] : [{ id, url }]));
}

/** @returns {Promise<number[]>} */
export async function openTabIds() {
    const tabs = await api().tabs.query({});
    return tabs.flatMap((tab) => (tab.id === undefined ? [] : [tab.id]));
}

/** Calls back whenever another tab comes to the front or a tab loads. @param {() => void} listener */
export function onTabChange(listener) {
    api().tabs.onActivated.addListener(listener);
    api().tabs.onUpdated.addListener((_tabId, change) => void (change.status === "complete" && listener()));
}

/** @param {string} key @returns {Promise<any>} */
export async function readSession(key) {
    return (await api().storage.session.get(key))[key];
}

/** @returns {Promise<Record<string, any>>} */
export function readWholeSession() {
    return api().storage.session.get(null);
}

/** Without what is kept under them, where the browser can tell (Chromium from 130). @returns {Promise<string[]>} */
export async function sessionKeys() {
    const { session } = api().storage;
    return session.getKeys === undefined ? Object.keys(await session.get(null)) : session.getKeys();
}

/** @param {string} key @param {unknown} value */
export function writeSession(key, value) {
    return api().storage.session.set({ [key]: value });
}

/** @param {string[]} keys */
export function removeSession(keys) {
    return api().storage.session.remove(keys);
}

/** @param {(keys: string[]) => void} listener */
export function onSessionChange(listener) {
    api().storage.onChanged.addListener((changes, area) => void (area === "session" && listener(Object.keys(changes))));
}

/** @param {string[] | null} [keys] all that is kept, unless they are named @returns {Promise<Record<string, unknown>>} */
export function readLocal(keys = null) {
    return api().storage.local.get(keys);
}

/** @param {Record<string, unknown>} values */
export function writeLocal(values) {
    return api().storage.local.set(values);
}

/** @param {string[]} keys */
export function removeLocal(keys) {
    return api().storage.local.remove(keys);
}

/** What an organisation's policy sets; nothing where there is none. @returns {Promise<Record<string, unknown>>} */
export async function readManaged() {
    try {
        return await api().storage.managed.get(null);
    } catch {
        return {}; /* Firefox, where no policy names the extension. */
    }
}

/** @param {(keys: string[]) => void} listener to changes of the user's settings, and of the policy's */
export function onLocalChange(listener) {
    api().storage.onChanged.addListener((changes, area) => void (area !== "session" && listener(Object.keys(changes))));
}

/* ---- Sites ---- */

/** Asks the user for sites; only in answer to a gesture, before anything is awaited. @param {string[]} patterns */
export function requestSites(patterns) {
    return api().permissions.request({ origins: patterns });
}

/** Those of the patterns that the user allows. @param {string[]} patterns @returns {Promise<string[]>} */
export async function allowedSites(patterns) {
    const answers = await Promise.all(patterns.map((pattern) => api().permissions.contains({ origins: [pattern] })));
    return patterns.filter((_, index) => answers[index]);
}

/** Gives back what is not needed any more. @param {string[]} patterns */
export async function giveBackSites(patterns) {
    if (patterns.length > 0) await api().permissions.remove({ origins: patterns });
}

/** @param {() => void} listener */
export function onPermissionChange(listener) {
    api().permissions.onAdded.addListener(() => listener());
    api().permissions.onRemoved.addListener(() => listener());
}

/** @typedef {{files: string[], matches: string[], excludeMatches: string[]}} PageScripts */

/**
 * Has the scripts run in pages as they load; undefined ends it. Stays so when the browser starts anew.
 * @param {string} id @param {PageScripts | undefined} scripts
 */
export async function registerScripts(id, scripts) {
    const known = await api().scripting.getRegisteredContentScripts({ ids: [id] });
    if (scripts === undefined) {
        if (known.length > 0) await api().scripting.unregisterContentScripts({ ids: [id] });
        return;
    }
    const { files: js, matches, excludeMatches } = scripts;
    /** @type {chrome.scripting.RegisteredContentScript} */
    const script = {
        ...{ id, js, matches, excludeMatches },
        ...{ allFrames: true, runAt: "document_idle", persistAcrossSessions: true },
    };
    if (known.length > 0) await api().scripting.updateContentScripts([script]);
    else await api().scripting.registerContentScripts([script]);
}

/** @param {string} id @returns {Promise<string[]>} the patterns for which scripts are registered */
export async function registeredSites(id) {
    const [known] = await api().scripting.getRegisteredContentScripts({ ids: [id] });
    return known?.matches ?? [];
}

/* ---- Surfaces ---- */

/** @param {number} tabId @param {{text: string, color: string, title: string}} badge */
export async function setBadge(tabId, { text, color, title }) {
    await Promise.all([
        api().action.setBadgeText({ tabId, text }),
        api().action.setBadgeBackgroundColor({ tabId, color }),
        api().action.setBadgeTextColor?.({ tabId, color: "#ffffff" }),
        api().action.setTitle({ tabId, title }),
    ]);
}

/** Opens the side panel (Chromium) or the sidebar (Firefox); only in answer to a user's gesture. */
export async function openPanel() {
    if (api().sidePanel) {
        const { id: windowId } = await api().windows.getCurrent();
        if (windowId !== undefined) await api().sidePanel.open({ windowId });
    } else {
        await /** @type {any} */ (api()).sidebarAction.open();
    }
}

/** @param {string} path of a page of ours */
export function openPage(path) {
    return api().tabs.create({ url: api().runtime.getURL(path) });
}

export function openOptions() {
    return api().runtime.openOptionsPage();
}

/** @typedef {{name: string, description: string, shortcut: string}} Command */

/** The keyboard's commands, as they are set now. @returns {Promise<Command[]>} */
export async function allCommands() {
    const commands = await api().commands.getAll();
    return commands.map(({ name = "", description = "", shortcut = "" }) => ({ name, description, shortcut }));
}

/** Opens the browser's own page where shortcuts are changed. */
export async function openShortcutSettings() {
    const inFirefox = /** @type {any} */ (api().commands).openShortcutSettings;
    if (inFirefox !== undefined) await inFirefox();
    else await api().tabs.create({ url: "chrome://extensions/shortcuts" });
}

/** The extension's own version. */
export function ownVersion() {
    return api().runtime.getManifest().version;
}

/** @param {string} id @param {string} title @param {("page" | "link" | "selection")[]} contexts what it is offered over */
export function addMenu(id, title, contexts) {
    api().contextMenus.create({ id, title, contexts: /** @type {any} */ (contexts) });
}

/* Listeners of the background: called at its top level, or the browser would not wake it for them. */

/** @param {(isNew: boolean) => void} listener called after installation and after each update */
export function onInstalled(listener) {
    api().runtime.onInstalled.addListener(({ reason }) => listener(reason === "install"));
}

/** @param {() => void} listener called when the browser starts */
export function onStartup(listener) {
    api().runtime.onStartup.addListener(listener);
}

/** @param {(port: chrome.runtime.Port) => void} listener */
export function onConnect(listener) {
    api().runtime.onConnect.addListener(listener);
}

/** A tab that the user acts on, so that its address may be known. @typedef {{id: number, url: string | undefined}} ActiveTab */

/** @param {(command: string, tab: ActiveTab) => void} listener */
export function onCommand(listener) {
    api().commands.onCommand.addListener(
        (command, tab) => void (tab?.id !== undefined && listener(command, { id: tab.id, url: tab.url })),
    );
}

/** @param {(id: string | number, tab: ActiveTab) => void} listener */
export function onMenu(listener) {
    api().contextMenus.onClicked.addListener(
        (info, tab) => void (tab?.id !== undefined && listener(info.menuItemId, { id: tab.id, url: tab.url })),
    );
}

/**
 * Requests of our own pages; what a content script sends this way is not answered.
 * @param {(message: ToBackground) => Promise<unknown>} answer
 */
export function onRequest(answer) {
    const ownPages = api().runtime.getURL("");
    api().runtime.onMessage.addListener((message, sender, reply) => {
        if (sender.id !== api().runtime.id || !sender.url?.startsWith(ownPages)) return false;
        answer(message).then(reply, (error) => reply({ state: "failed", detail: String(error) }));
        return true;
    });
}
