// Every link, picture and file that a page names is there, and every anchor on its page. Addresses are
// followed as files, the way a browser does from a flash disk: a folder is not its index.html.

import { posix } from "node:path";

const SOURCES = { a: ["href"], area: ["href"], img: ["src"], link: ["href"], script: ["src"], source: ["src"], use: ["href"] };
const OUTSIDE = /^(https:|http:|tel:|mailto:|data:)/;
const STANDS_IN = /(^|\/)404\.html$/;
const PROMISE = { tel: /^tel:\+?[0-9]+$/, mailto: /^mailto:[^\s@]+@[^\s@]+$/, "https": /^https:\/\/[^\s/]+/, http: /^http:\/\/[^\s/]+/ };

export function links(site, report) {
  const broken = [];
  const anchors = [];
  const outside = [];
  const between = { down: 0, up: 0, downloads: 0 };
  for (const page of site.pages) {
    for (const { name, attributes } of site.elements(page)) {
      for (const key of SOURCES[name] ?? []) {
        const href = attributes[key];
        if (href === undefined || attributes.rel === "canonical") continue;
        if (OUTSIDE.test(href)) {
          const form = PROMISE[href.split(":")[0]];
          if (form && !form.test(href)) outside.push(`${page}: ${href}`);
          if (name !== "a" && !href.startsWith("data:")) outside.push(`${page}: <${name}> dari luar: ${href}`);
          continue;
        }
        follow(site, page, href, { broken, anchors, between });
      }
    }
  }
  report.check("tidak ada tautan putus", broken);
  report.check("setiap jangkar ada", anchors);
  report.check("alamat keluar berbentuk benar, tidak ada berkas dari luar", outside);
  const lacking = Object.entries(between).filter(([, count]) => count === 0);
  report.check("ada tautan antaredisi dan ke unduhan", lacking.map(([kind]) => `tidak ada tautan ${kind}`));
  sitemap(site, report);
}

function follow(site, page, href, { broken, anchors, between }) {
  const [path, fragment] = href.split("#");
  // The page of what is not there is shown at any depth, so its links start at the root.
  const free = STANDS_IN.test(page) && path.startsWith("/");
  const target = path === "" ? page : free ? root(path) : posix.normalize(posix.join(posix.dirname(page), decodeURI(path)));
  if ((path.startsWith("/") && !free) || !site.files.has(target)) {
    broken.push(`${page}: ${href}`);
    return;
  }
  if (fragment && target.endsWith(".html") && !site.ids(target).has(decodeURIComponent(fragment))) {
    anchors.push(`${page}: ${href}`);
  }
  const [from, to] = [edition(page), edition(target)];
  if (from === "" && to !== "") between.down += 1;
  if (from !== "" && to === "") between.up += 1;
  if (target.endsWith(".pdf")) between.downloads += 1;
}

function root(path) {
  const inside = path.slice(1);
  return inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
}

function edition(path) {
  return path.match(/^\d\d(\.\d\d)?(?=\/)/)?.[0] ?? "";
}

/// Every address of every sitemap is a page.
function sitemap(site, report) {
  const faults = [];
  const maps = [...site.files].filter((path) => posix.basename(path) === "sitemap.xml");
  for (const map of maps) {
    for (const [, address] of site.read(map).toString("utf8").matchAll(/<loc>([^<]+)<\/loc>/g)) {
      const path = root(new URL(address).pathname);
      if (!site.files.has(path)) faults.push(`${map}: ${address}`);
    }
  }
  report.check("peta situs hanya menyebut halaman yang ada", maps.length > 0 ? faults : ["tidak ada sitemap.xml"]);
}
