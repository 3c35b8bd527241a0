// What search engines and chats show of a page: each page says in one or two sentences what it is about, and no two of an edition the same.

/// The longest description that is shown whole, in characters.
const LONGEST = 200;

export function heads(site, report) {
  const faults = [];
  const twins = [];
  const seen = new Map();
  for (const path of site.pages) {
    const metas = site.elements(path).filter(({ name, attributes }) => name === "meta" && attributes.name === "description");
    const said = (metas[0]?.attributes.content ?? "").trim();
    if (metas.length !== 1 || said === "") faults.push(`${path}: ${metas.length} uraian, "${said}"`);
    if ([...said].length > LONGEST) faults.push(`${path}: uraian ${[...said].length} huruf, paling banyak ${LONGEST}`);
    const edition = path.match(/^\d\d(\.\d\d)?(?=\/)/)?.[0] ?? "";
    const key = `${edition} ${said}`;
    if (seen.has(key)) twins.push(`${path}: uraian sama dengan ${seen.get(key)}: ${said}`);
    seen.set(key, path);
  }
  report.check("setiap halaman punya uraian", faults);
  report.check("uraian halaman tidak kembar", twins);
}
