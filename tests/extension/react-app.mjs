/* react-app.mjs: a small article as React makes it: rendered on the server, taken over in the page, written anew at a
 * press of its button. */

import { createElement as h, useState } from "react";

export function App() {
    const [edition, setEdition] = useState(1);
    return h(
        "article",
        null,
        h("h1", null, "The bridge of Halden"),
        h(
            "p",
            { key: edition },
            `“Edition ${edition} is mine, and I deeply regret the harm that it caused,” `,
            h("b", null, "Grok"),
            " wrote on Tuesday. The council of Halden had asked it about the bridge, the ferry and the tolls.",
        ),
        h(
            "p",
            null,
            "The council agreed on Tuesday to build a second bridge over the river, after years of quarrels about its ",
            "place and its price. Work begins in spring, and until then the ferry runs twice an hour.",
        ),
        h("button", { onClick: () => setEdition(edition + 1) }, "Next edition"),
    );
}
