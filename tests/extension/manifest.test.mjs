/* manifest.test.mjs: what the built manifests ask of the user and of the browser, which is as little as can be. */

import assert from "node:assert/strict";
import { readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { describe, test } from "node:test";
import { BUILD } from "./harness.mjs";

/** @param {string} browser @param {string} file */
const built = (browser, file) => path.join(BUILD, "extension", browser, file);

const PERMISSIONS = {
    chromium: ["activeTab", "contextMenus", "scripting", "sidePanel", "storage"],
    firefox: ["activeTab", "contextMenus", "scripting", "storage"],
};

for (const browser of /** @type {const} */ (["chromium", "firefox"])) {
    describe(`the manifest for ${browser}`, () => {
        test("asks for nothing that warns at installation", async () => {
            const manifest = JSON.parse(await readFile(built(browser, "manifest.json"), "utf8"));
            assert.deepEqual(manifest.permissions.sort(), PERMISSIONS[browser]);
            for (const key of [
                "host_permissions",
                "content_scripts",
                "web_accessible_resources",
                "externally_connectable",
            ]) {
                assert.equal(manifest[key], undefined, key);
            }
        });

        test("closes the network to the extension's own pages", async () => {
            const manifest = JSON.parse(await readFile(built(browser, "manifest.json"), "utf8"));
            const policy = manifest.content_security_policy.extension_pages.split("; ");
            assert.ok(policy.includes("default-src 'none'"));
            assert.ok(policy.includes("connect-src 'self'"));
            for (const rule of policy) assert.doesNotMatch(rule, /https?:|\*|unsafe-inline|'unsafe-eval'|data:|blob:/u);
        });

        test("names only files that are there", async () => {
            const manifest = JSON.parse(await readFile(built(browser, "manifest.json"), "utf8"));
            const files = JSON.stringify(manifest).match(/[\w/.-]+\.(?:js|json|html|png)(?=")/gu) ?? [];
            assert.ok(files.length > 6);
            for (const file of [...files, "content.js", "card.js", "auto.js", "auto-packs.js", "mouthpiece.wasm"]) {
                assert.ok((await stat(built(browser, file))).size > 0, file);
            }
        });
    });
}

test("a page with nothing on it is sent no more than 20 KB", async () => {
    assert.ok((await stat(built("chromium", "content.js"))).size <= 20 * 1024);
});

test("the background is one file, so that it starts fast, and readable", async () => {
    for (const browser of ["chromium", "firefox"]) {
        assert.deepEqual(await readdir(built(browser, "background")), ["main.js"]);
        const source = await readFile(built(browser, "background/main.js"), "utf8");
        assert.doesNotMatch(source, /^import /mu);
        assert.match(source, /^\/\/ background\/check\.js$/mu);
    }
});

test("nothing asks who drives the browser", async () => {
    const files = await readdir(built("chromium", "."), { recursive: true });
    const scripts = files.filter((file) => file.endsWith(".js"));
    assert.ok(scripts.length > 20);
    for (const file of scripts)
        assert.doesNotMatch(await readFile(built("chromium", file), "utf8"), /webdriver/u, file);
});
