// What the sample leaves out is never looked at: every class that some page of the site has must be on a page of the sample, so that no part
// of the theme hides from the checks that open pages.

/// A class that only names a page (`badan-NAME` on its body).
const NAME = /^badan-/;

export function classes(site, sample, report) {
  const sampled = new Set(sample.flatMap(({ path }) => classesOf(site, path)));
  const sheets = [...site.files].filter((path) => path.endsWith(".css")).map((path) => site.read(path).toString("utf8"));
  // The name of a page is a look of its own only where a stylesheet says so.
  const plain = (name) => NAME.test(name) && !sheets.some((css) => new RegExp(`\\.${name}(?![\\w-])`).test(css));
  const lacking = new Map();
  for (const path of site.pages) {
    for (const name of classesOf(site, path)) {
      if (!sampled.has(name) && !lacking.has(name) && !plain(name)) lacking.set(name, path);
    }
  }
  const faults = [...lacking].map(([name, path]) => `.${name} hanya di luar contoh, misalnya di ${path}: tambahkan jenisnya di halaman.mjs`);
  report.check("setiap kelas ada di halaman contoh", sampled.size > 0 ? faults : ["tidak ada kelas"]);
}

function classesOf(site, path) {
  return site.elements(path).flatMap(({ attributes }) => (attributes.class ?? "").split(/\s+/)).filter(Boolean);
}
