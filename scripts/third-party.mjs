// Lists the licences of every crate that is part of the program, from `cargo metadata` on standard input: a line a crate, then each
// licence text once, with the crates that carry it.
//
//   cargo metadata --locked --format-version 1 --filter-platform TARGET | node scripts/third-party.mjs > PIHAK-KETIGA.txt
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const metadata = JSON.parse(readFileSync(0, "utf8"));
const packages = new Map(metadata.packages.map((crate) => [crate.id, crate]));
const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));

// What is linked: normal dependencies. Build scripts and tests do not leave the workshop.
const linked = new Set();
const open = [metadata.resolve.root];
while (open.length > 0) {
  const id = open.pop();
  if (linked.has(id)) continue;
  linked.add(id);
  for (const { pkg, dep_kinds } of nodes.get(id).deps) {
    if (dep_kinds.some(({ kind }) => kind === null)) open.push(pkg);
  }
}
linked.delete(metadata.resolve.root);

const named = ({ name, version }) => `${name} ${version}`;
const byName = (a, b) => (named(a) < named(b) ? -1 : 1);
const crates = [...linked].map((id) => packages.get(id)).sort(byName);
const unnamed = crates.filter(({ license, license_file }) => !license && !license_file);
if (unnamed.length > 0) {
  console.error(`no licence: ${unnamed.map(named).join(", ")}`);
  process.exit(1);
}

const isLicence = /^(licen[cs]e|copying|notice|unlicense|copyright)/i;
const texts = new Map();
for (const crate of crates) {
  const folder = dirname(crate.manifest_path);
  const files = readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile() && isLicence.test(file.name));
  for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim();
    texts.set(text, [...(texts.get(text) ?? []), named(crate)]);
  }
}

const line = "=".repeat(100);
const out = [
  "Pustaka pihak ketiga di dalam program suluh, dengan lisensinya.",
  "Naskah lisensi di bawah disalin dari pustakanya; yang tidak membawa naskah mengikuti naskah baku lisensi yang disebut di sini.",
  "",
];
for (const crate of crates) out.push(`${named(crate)}: ${crate.license ?? "lihat naskah"}${crate.repository ? ` (${crate.repository})` : ""}`);
for (const [text, users] of texts) out.push("", line, `Dipakai oleh: ${users.join(", ")}`, line, "", text);
console.log(out.join("\n"));
