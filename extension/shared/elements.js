/* elements.js: makes elements for our own surfaces. Text goes in as text, never as markup; nothing here touches the
 * page's own nodes. */

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
}

/** @param {Record<string, string>} attributes @param {() => void} onClick @param {(Node | string)[]} children */
export function button(attributes, onClick, ...children) {
    const made = element("button", { type: "button", ...attributes }, ...children);
    made.addEventListener("click", onClick);
    return made;
}

/**
 * Puts new parts into a place, and leaves the focus on the part with the same data-key.
 * @param {HTMLElement} place
 * @param {(Node | string)[]} parts
 */
export function refill(place, parts) {
    const active = document.activeElement;
    const key = active instanceof HTMLElement && place.contains(active) ? active.dataset.key : undefined;
    place.replaceChildren(...parts);
    if (key === undefined) return;
    const again = place.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/**
 * A box to tick, with what it stands for.
 * @param {{key: string, isOn: boolean, isFixed?: boolean, more?: string | undefined, type?: "checkbox" | "radio", name?: string}} what
 * @param {(isOn: boolean) => void} onChange
 * @param {(Node | string)[]} label
 */
export function choice({ key, isOn, isFixed = false, more, type = "checkbox", name }, onChange, ...label) {
    const box = /** @type {HTMLInputElement} */ (element("input", { type, "data-key": key, ...(name && { name }) }));
    box.checked = isOn;
    box.disabled = isFixed;
    box.addEventListener("change", () => onChange(box.checked));
    const text = element("span", { class: "text" }, ...label);
    if (more !== undefined) text.append(element("small", {}, more));
    return element("label", { class: "choice" }, box, text);
}

/* Strokes on a grid of 16, so that they stay crisp. The levels differ in shape, not only in colour. */
const STROKES = {
    alert: "M8 1.8 14.6 13.7H1.4Z M8 6.2v3.6 M8 11.7v.2",
    notice: "M8 1.6 14.4 8 8 14.4 1.6 8Z M8 5v3.6 M8 10.8v.2",
    info: "M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 1 0 8 1.7Z M8 7.4v4 M8 4.8v.2",
    previous: "M9.8 3.5 5.3 8l4.5 4.5",
    next: "M6.2 3.5 10.7 8l-4.5 4.5",
    close: "m4 4 8 8 M12 4l-8 8",
    prompt: "M2 3h12v8H7.5L4.5 13.6V11H2Z M5 6h6 M5 8.3h3.5",
    maker: "M3 14V2.6h6V14 M9 6.5h4V14 M1.5 14h13 M5.3 5.2h1.4 M5.3 8h1.4 M5.3 10.8h1.4",
    contradicted: "M2 5.2h10.5 M9.7 2.4l2.8 2.8-2.8 2.8 M14 10.8H3.5 M6.3 8l-2.8 2.8 2.8 2.8",
    caveated: "M3.5 14V2 M3.5 3h8.8l-2 2.8 2 2.8H3.5",
    missing: "M4 8h8",
    checklist:
        "m1.8 3.6 1.3 1.3 2.3-2.6 M1.8 8.6l1.3 1.3 2.3-2.6 M1.8 13.2l1.3 1.3 2.3-2.6 M8 3.6h6.2 M8 8.4h6.2 M8 13.2h6.2",
    preview: "M12.5 8.2V14h-10V2h5.3 M5 11h4 M5 8h2 M8.2 8.6 13.3 2.4l1.3 1.1-5.1 6.1-1.7.7Z",
    settings:
        "M2.5 4.5h5 M11.5 4.5h2 M2.5 11.5h2 M8.5 11.5h5 M9.5 2.6a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 1 0 0-3.8Z M6.5 9.6a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 1 0 0-3.8Z",
    panel: "M2 3h12v10H2Z M9.8 3v10",
};

/** @param {keyof typeof STROKES} name */
export function icon(name) {
    const space = "http://www.w3.org/2000/svg";
    const picture = document.createElementNS(space, "svg");
    for (const [key, value] of Object.entries({ viewBox: "0 0 16 16", "aria-hidden": "true", class: "icon" }))
        picture.setAttribute(key, value);
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", STROKES[name]);
    picture.append(path);
    return picture;
}
