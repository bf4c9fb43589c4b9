/* firefox.mjs: a real headless Firefox with the extension as built, driven by WebDriver BiDi as puppeteer speaks it. What
 * stands outside pages (the button, the popup, the badge, the background) is asked in the browser's own scope, which
 * --remote-allow-system-access opens to tests. Answers the same questions as harness.mjs's Reader. */

import path from "node:path";
import process from "node:process";
import puppeteer from "puppeteer-core";
import { BUILD } from "./harness.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("puppeteer-core").Browser} Browser */

const ID = "extension@mouthpiece.invalid";
/** As manifest.json suggests them, with Alt and Shift. */
const KEYS = { "next-finding": "VK_PERIOD", "previous-finding": "VK_COMMA", "check-page": "K" };
/** Where the extension's own pages are, in this profile. */
const HOST = "5e1f7a10-0b1e-4c55-9a57-6d6f75746870";

export function launch() {
    return puppeteer.launch({
        browser: "firefox",
        executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
        headless: true,
        args: ["--remote-allow-system-access"],
        extraPrefsFirefox: {
            "extensions.webextensions.uuids": JSON.stringify({ [ID]: HOST }),
            "ui.prefersReducedMotion": 1,
        },
        defaultViewport: { width: 1000, height: 900 },
    });
}

/** One browser, one extension, and pages in it. */
export class FirefoxReader {
    /** @type {string | undefined} */
    #window;

    /** @param {Browser} browser */
    constructor(browser) {
        this.browser = browser;
    }

    static async start() {
        const browser = await launch();
        await browser.installExtension(path.join(BUILD, "extension", "firefox"));
        return new FirefoxReader(browser);
    }

    close() {
        return this.browser.close();
    }

    /** All but the first, which keeps the browser open. */
    async closePages() {
        const [, ...pages] = await this.browser.pages();
        for (const page of pages) await page.close();
    }

    /** @param {string} url */
    async open(url) {
        const page = await this.browser.newPage();
        await page.goto(url, { waitUntil: "load" });
        return page;
    }

    /** @param {string} method @param {object} parameters @returns {Promise<any>} */
    async send(method, parameters) {
        const { result } = await /** @type {any} */ (this.browser).connection.send(method, parameters);
        return result;
    }

    /**
     * Calls a function in the browser's own window.
     * @template Result
     * @param {(...values: any[]) => Result} call
     * @param {...(string | number | boolean)} values
     * @returns {Promise<Awaited<Result>>}
     */
    async inBrowser(call, ...values) {
        this.#window ??= (await this.send("browsingContext.getTree", { "moz:scope": "chrome" })).contexts[0].context;
        const answer = await this.send("script.callFunction", {
            functionDeclaration: `async (...given) => JSON.stringify(await (${call})(...given))`,
            target: { context: this.#window },
            awaitPromise: true,
            arguments: values.map((value) => ({ type: typeof value, value })),
        });
        if (answer.type !== "success") throw new Error(answer.exceptionDetails.text);
        return JSON.parse(answer.result.value ?? "null");
    }

    /** Presses the toolbar's button over a page, and waits for the popup to show a result. @param {Page} page */
    async press(page) {
        await page.bringToFront();
        return this.inBrowser(async (id) => {
            const scope = /** @type {any} */ (globalThis);
            const { ExtensionParent } = scope.ChromeUtils.importESModule(
                "resource://gre/modules/ExtensionParent.sys.mjs",
            );
            const { extension } = scope.WebExtensionPolicy.getByID(id);
            await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(scope, { button: 0 });
            /* The popup runs in the extension's process: a frame script looks into it from there. It is asked again and
             * again, for the popup's browser is exchanged while it opens. */
            const look = `data:,${encodeURIComponent(
                `sendAsyncMessage("popup", content.document.querySelector("main[aria-busy='false']")?.textContent)`,
            )}`;
            /** @param {(text: string) => void} resolve */
            const seek = (resolve) => {
                let isAnswered = false;
                const popup = /** @type {any} */ (document.querySelector("browser.webextension-popup-browser"));
                if (popup?.currentURI?.spec.endsWith("popup.html")) {
                    popup.messageManager.addMessageListener("popup", (/** @type {any} */ { data }) => {
                        isAnswered ||= data !== undefined;
                        if (isAnswered) resolve(data);
                    });
                    popup.messageManager.loadFrameScript(look, false);
                }
                setTimeout(() => isAnswered || seek(resolve), 50);
            };
            return new Promise(seek);
        }, ID);
    }

    /**
     * Presses a button of the popup that is open, as the mouse does: the browser takes some requests only then. The popup
     * shows what it is asked about before it knows the site, and grows when it does: the button is waited for, where it stays.
     * @param {string} selector @param {number} index of those that it selects
     */
    pressInPopup(selector, index) {
        const script = `data:,${encodeURIComponent(`{
            const seek = (before) => {
                const button = content.document.querySelectorAll(${JSON.stringify(selector)})[${index}];
                const { x = 0, y = 0, width = 0 } = button?.getBoundingClientRect() ?? {};
                const place = [x, y, content.innerHeight].join();
                if (width === 0 || place !== before) return void content.setTimeout(() => seek(place), 100);
                for (const [type, buttons] of [["mousedown", 1], ["mouseup", 0]])
                    content.synthesizeMouseEvent(type, x + 5, y + 5, { button: 0, clickCount: 1, buttons });
            };
            seek();
        }`)}`;
        return this.inBrowser((press) => {
            const popup = /** @type {any} */ (document.querySelector("browser.webextension-popup-browser"));
            popup.messageManager.loadFrameScript(press, false);
        }, script);
    }

    /** Answers what the browser asks the user for the extension. @param {boolean} isAllowed @returns {Promise<string>} the question */
    answerQuestion(isAllowed) {
        return this.inBrowser(async (allow) => {
            const { PopupNotifications } = /** @type {any} */ (globalThis);
            const asked = () => PopupNotifications.panel.querySelector("#addon-webext-permissions-notification");
            while (!PopupNotifications.isPanelOpen || asked() === null)
                await new Promise((resolve) => setTimeout(resolve, 50));
            const words = asked().textContent;
            /* The browser ignores what comes too soon after the question. */
            while (PopupNotifications.isPanelOpen) {
                (allow ? asked()?.button : asked()?.secondaryButton)?.click();
                await new Promise((resolve) => setTimeout(resolve, 50));
            }
            return words;
        }, isAllowed);
    }

    /** Presses the button and lets the popup go. @param {Page} page @returns {Promise<string>} what the popup said */
    async check(page) {
        const state = await this.press(page);
        await this.closePopup();
        await page.bringToFront();
        return /** @type {string} */ (state);
    }

    closePopup() {
        return this.inBrowser(() => {
            const popup = document.querySelector("browser.webextension-popup-browser")?.closest("panel");
            /** @type {any} */ (popup)?.hidePopup();
        });
    }

    /** One of the extension's own pages, drawn. The driver is told nothing of its loading. @param {string} name */
    async extensionPage(name) {
        const page = await this.browser.newPage();
        void page.goto(`moz-extension://${HOST}/${name}`).catch(() => undefined);
        await page.waitForFunction(() => document.body?.dataset["ready"] !== undefined, { polling: 50 });
        return page;
    }

    /**
     * The card's text: its tree is closed to scripts, not to the driver.
     * @param {Page} page
     * @returns {Promise<string>}
     */
    async card(page) {
        const answer = await this.send("script.evaluate", {
            expression: "document.documentElement.lastElementChild",
            target: { context: /** @type {any} */ (page.mainFrame())._id },
            awaitPromise: false,
            serializationOptions: { maxDomDepth: 30, includeShadowTree: "all" },
        });
        return textsOf(answer.result).join(" | ");
    }

    /**
     * Chooses from the menu that a right click opens.
     * @param {string} item @param {Page} page @param {{x: number, y: number}} point
     */
    async menu(item, page, { x, y }) {
        await page.bringToFront();
        await page.mouse.click(x, y, { button: "right" });
        await this.inBrowser(
            async (id, name) => {
                const menu = /** @type {any} */ (document.getElementById("contentAreaContextMenu"));
                while (menu.state !== "open") await new Promise((resolve) => setTimeout(resolve, 50));
                const own = `${id.replace(/[^a-z0-9_-]/giu, "_")}-menuitem-_${name}`;
                menu.activateItem(document.getElementById(own));
            },
            ID,
            item,
        );
    }

    /** Presses a shortcut's keys, as far as the browser's window is concerned. @param {keyof typeof KEYS} command @param {Page} page */
    async command(command, page) {
        await page.bringToFront();
        await this.inBrowser(
            (id, letter) => {
                const set = document.getElementById(`ext-keyset-id-${id.replace(/[^a-z0-9_-]/giu, "_")}`);
                const isIt = (/** @type {Element} */ each) =>
                    each.getAttribute("key") === letter || each.getAttribute("keycode") === letter;
                const key = [...(set?.children ?? [])].find(isIt);
                /** @type {any} */ (key).doCommand();
            },
            ID,
            KEYS[command],
        );
    }

    /** Lets the extension into sites, as the user's answer to the browser's question does. @param {string} pattern */
    allow(pattern) {
        return this.inBrowser(
            async (id, origin) => {
                const scope = /** @type {any} */ (globalThis);
                const { ExtensionPermissions } = scope.ChromeUtils.importESModule(
                    "resource://gre/modules/ExtensionPermissions.sys.mjs",
                );
                const { extension } = scope.WebExtensionPolicy.getByID(id);
                await ExtensionPermissions.add(id, { permissions: [], origins: [origin] }, extension);
            },
            ID,
            pattern,
        );
    }

    /** Writes settings on the settings' page, and waits until they hold. @param {Record<string, unknown>} values */
    choose(values) {
        const write = `data:,${encodeURIComponent(
            `content.wrappedJSObject.browser?.storage.local.set(Cu.cloneInto(${JSON.stringify(values)}, content))
                .then(() => sendAsyncMessage("chosen", true));`,
        )}`;
        return this.inBrowser(
            async (address, frameScript) => {
                const { gBrowser } = /** @type {any} */ (globalThis);
                const tab = gBrowser.addTrustedTab(address);
                let isDone = false;
                /* The tab moves to the extension's process while it loads, and its messages with it. */
                while (!isDone) {
                    const { messageManager } = tab.linkedBrowser;
                    messageManager.addMessageListener("chosen", () => (isDone = true));
                    messageManager.loadFrameScript(frameScript, false);
                    await new Promise((resolve) => setTimeout(resolve, 100));
                }
                gBrowser.removeTab(tab);
            },
            `moz-extension://${HOST}/options/options.html`,
            write,
        );
    }

    /** Opens the sidebar. @returns {Promise<string>} what it says, once it says something */
    sidebar() {
        return this.#lookInto(async (id) => {
            const { SidebarController } = /** @type {any} */ (globalThis);
            await SidebarController.show(`${id.replace(/[^a-z0-9_-]/giu, "_")}-sidebar-action`);
            return SidebarController.browser.contentDocument.getElementById("webext-panels-browser");
        }, `content.document.querySelector("main[aria-busy='false']")?.textContent`);
    }

    /** What becomes of a request by the extension's background or by its panel. @param {"background" | "sidebar"} where @param {string} address */
    request(where, address) {
        const find =
            where === "sidebar"
                ? () => {
                      const { SidebarController } = /** @type {any} */ (globalThis);
                      return SidebarController.browser.contentDocument.getElementById("webext-panels-browser");
                  }
                : (/** @type {string} */ id) => {
                      const { extension } = /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id);
                      return [...extension.views].find((view) => view.viewType === "background")?.xulBrowser;
                  };
        return this.#lookInto(
            find,
            `(content.asked ??= content.fetch(${JSON.stringify(address)}).then(
                () => void (content.answer = "reached"), () => void (content.answer = "blocked")), content.answer)`,
        );
    }

    /**
     * Evaluates an expression in a document of the extension's own process, until it gives a text.
     * @param {(id: string) => any} find the browser element that shows the document
     * @param {string} expression
     * @returns {Promise<string>}
     */
    #lookInto(find, expression) {
        const script = `data:,${encodeURIComponent(`sendAsyncMessage("look", ${expression})`)}`;
        return this.inBrowser(
            async (id, look, source) => {
                const seek = new Function(`return (${source})`)();
                for (;;) {
                    const browser = await seek(id);
                    const text = await new Promise((resolve) => {
                        if (browser?.messageManager === undefined) return resolve(undefined);
                        const { messageManager } = browser;
                        messageManager.addMessageListener("look", (/** @type {any} */ { data }) => resolve(data));
                        messageManager.loadFrameScript(look, false);
                    });
                    if (text) return text;
                    await new Promise((resolve) => setTimeout(resolve, 50));
                }
            },
            ID,
            script,
            String(find),
        );
    }

    /** Stops the background, as the browser does after a while. */
    stopWorker() {
        return this.inBrowser(async (id) => {
            const { extension } = /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id);
            await extension.terminateBackground();
            return extension.backgroundState;
        }, ID);
    }

    /** What the toolbar's button shows over a page. @param {Page} page @returns {Promise<{text: string, title: string}>} */
    async badge(page) {
        await page.bringToFront();
        return this.inBrowser((id) => {
            const scope = /** @type {any} */ (globalThis);
            const { ExtensionParent } = scope.ChromeUtils.importESModule(
                "resource://gre/modules/ExtensionParent.sys.mjs",
            );
            const { extension } = scope.WebExtensionPolicy.getByID(id);
            const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
            const of = (/** @type {string} */ name) => action.getProperty(scope.gBrowser.selectedTab, name);
            return { text: of("badgeText"), title: of("title") };
        }, ID);
    }

    removeExtension() {
        return this.browser.uninstallExtension(ID);
    }
}

/** The texts in a node as the driver hands it over, shadow trees' too. @param {any} node @returns {string[]} */
function textsOf(node) {
    const { nodeValue, children = [], shadowRoot } = node?.value ?? {};
    const below = [...(shadowRoot ? [shadowRoot] : []), ...children].flatMap(textsOf);
    return nodeValue?.trim() ? [nodeValue.trim(), ...below] : below;
}
