// The files of a built site, and what the HTML of its pages says of itself.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const TAG = /<!--[\s\S]*?-->|<([a-zA-Z][\w-]*)((?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s"'<>=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

export class Site {
  constructor(root) {
    this.root = root;
    this.files = new Set(walk(root, ""));
    this.pages = [...this.files].filter((path) => path.endsWith(".html")).sort();
    this.cache = new Map();
  }

  /// This site with the files whose names match changed; of its pages only one.
  spoilt(page, pattern, change) {
    const copy = Object.assign(Object.create(Site.prototype), this, { pages: [page], cache: new Map() });
    copy.read = (path) => (pattern.test(path) ? Buffer.from(change(this.read(path).toString("utf8"))) : this.read(path));
    return copy;
  }

  read(path) {
    return readFileSync(join(this.root, path));
  }

  /// The elements of a page: name and attributes.
  elements(path) {
    if (!this.cache.has(path)) this.cache.set(path, elements(this.read(path).toString("utf8")));
    return this.cache.get(path);
  }

  /// The ids of a page.
  ids(path) {
    return new Set(this.elements(path).map((element) => element.attributes.id).filter(Boolean));
  }
}

function walk(root, below) {
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? walk(root, path) : [path];
  });
}

function elements(html) {
  const found = [];
  for (const [, name, attributes] of html.matchAll(TAG)) {
    if (!name) continue;
    const pairs = [...attributes.matchAll(ATTRIBUTE)];
    const map = Object.fromEntries(pairs.map(([, key, a, b, c]) => [key.toLowerCase(), decode(a ?? b ?? c ?? "")]));
    found.push({ name: name.toLowerCase(), attributes: map });
  }
  return found;
}

function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
