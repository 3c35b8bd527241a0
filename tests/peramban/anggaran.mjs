// How much a phone has to fetch, compressed as web servers do.

import { posix } from "node:path";
import { gzipSync } from "node:zlib";

const KB = 1000;
const HOME = 60 * KB;
const HOME_REQUESTS = 8;
const PAGE = 45 * KB;
const CSS = 14 * KB;
/// One script, and all that one page loads.
const SCRIPT = 12 * KB;

export function budgets(site, sample, report) {
  const size = (path) => gzipSync(site.read(path)).length;
  const heaviest = { home: 0, page: 0, css: 0, script: 0, scripts: 0, requests: 0 };
  const faults = [];
  for (const { kind, path } of sample) {
    const fetched = resources(site, path);
    const isPicture = (file) => /\.(png|jpe?g|webp|svg|gif)$/.test(file);
    const home = kind.startsWith("beranda");
    const counted = home ? fetched : fetched.filter((file) => !isPicture(file));
    const bytes = [path, ...counted].reduce((sum, file) => sum + size(file), 0);
    const [limit, name] = home ? [HOME, "home"] : [PAGE, "page"];
    heaviest[name] = Math.max(heaviest[name], bytes);
    if (bytes > limit) faults.push(`${path}: ${bytes} bita, paling banyak ${limit}`);
    const scripts = fetched.filter((file) => file.endsWith(".js")).reduce((sum, file) => sum + size(file), 0);
    if (scripts > heaviest.scripts) Object.assign(heaviest, { scripts, scripted: kind });
    if (scripts > SCRIPT) faults.push(`${path}: semua skripnya ${scripts} bita, paling banyak ${SCRIPT}`);
    if (home) {
      heaviest.requests = Math.max(heaviest.requests, fetched.length + 1);
      if (fetched.length + 1 > HOME_REQUESTS) faults.push(`${path}: ${fetched.length + 1} permintaan, paling banyak ${HOME_REQUESTS}`);
    }
  }
  for (const file of site.files) {
    for (const [ending, limit, name] of [[".css", CSS, "css"], [".js", SCRIPT, "script"]]) {
      // The index of the search has a limit of its own: pencarian.mjs.
      if (!file.endsWith(ending) || /\/indeks-[^/]+\.js$/.test(`/${file}`)) continue;
      heaviest[name] = Math.max(heaviest[name], size(file));
      if (size(file) > limit) faults.push(`${file}: ${size(file)} bita, paling banyak ${limit}`);
    }
  }
  report.check("halaman ringan", faults);
  const { home, requests, page, css, script, scripts, scripted } = heaviest;
  report.note(`gzip terberat: beranda ${home} B (${requests} permintaan), halaman ${page} B, CSS ${css} B, JS ${script} B, semua JS satu halaman ${scripts} B (${scripted})`);
  later(site, size, report);
}

/// What the worker fetches once the page stands is no part of the budget, but somebody pays for it.
function later(site, size, report) {
  for (const worker of ["sw.js", "61.11/sw.js"].filter((path) => site.files.has(path))) {
    const { simpan } = JSON.parse(site.read(worker).toString("utf8").match(/^const TERBITAN = (.*);$/m)[1]);
    const bytes = simpan.reduce((sum, [inside]) => sum + size(posix.join(posix.dirname(worker), inside)), size(worker));
    report.note(`gzip kemudian, oleh ${worker}: ${simpan.length} berkas, ${bytes} B`);
  }
}

/// What the browser fetches for a page besides the page.
function resources(site, page) {
  const wanted = site.elements(page).flatMap(({ name, attributes }) => {
    if (name === "link" && /stylesheet|icon/.test(attributes.rel ?? "")) return [attributes.href];
    if (name === "script" || name === "img") return [attributes.src];
    return [];
  });
  const inside = wanted.filter((href) => href && !/^(data|https?):/.test(href));
  const path = (href) => (href.startsWith("/") ? href.slice(1) : posix.normalize(posix.join(posix.dirname(page), href)));
  return [...new Set(inside.map(path))].filter((file) => site.files.has(file));
}
