// Searches as the page does: the very script that the site ships, with the index that it ships.
//
// Questions and what answers them stand in pertanyaan.txt, words and their stems in kata-dasar.txt, which the tests in
// src/web/search/tests.rs hold to the stems of the index.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import vm from "node:vm";

const FIRST = 0.95;
const LEAST_QUESTIONS = 60;
const LEAST_WORDS = 1000;
const NEAR = 3;
const INDEX = 60_000;

const lines = (name) =>
  readFileSync(new URL(name, import.meta.url), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));

/// The search of one edition, from the files of the site.
function engine(site, edition) {
  const folder = edition === "nasional" ? "" : `${edition}/`;
  const named = (start) => [...site.files].find((path) => path.startsWith(`${folder}aset/${start}-`) && path.endsWith(".js"));
  const context = vm.createContext({});
  for (const start of ["cari", "indeks"]) vm.runInContext(site.read(named(start)).toString("utf8"), context);
  return vm.runInContext("({ script: suluhCari, find: suluhCari.open(suluhIndeks).find })", context);
}

export function searches(site, report) {
  const questions = lines("pertanyaan.txt").map((line) => line.split("|").map((part) => part.trim()));
  const engines = new Map();
  const [late, wrong] = [[], []];
  for (const [edition, question, wanted] of questions) {
    if (!engines.has(edition)) engines.set(edition, engine(site, edition));
    const answers = engines.get(edition).find(question, NEAR, true).answers;
    const found = answers.map(({ href }) => href.replace(/\/?index\.html/, ""));
    const right = (href) => wanted.split(", ").some((one) => one === href || (!one.includes("#") && one === href.split("#")[0]));
    const place = found.findIndex(right);
    const told = `${edition} | ${question}: ${found.join(", ")}`;
    if (place !== 0) late.push(told);
    if (place < 0) wrong.push(told);
  }
  const first = questions.length - late.length;
  console.log(`pencarian: ${questions.length} pertanyaan, ${first} di tempat pertama, ${questions.length - wrong.length} di tiga teratas`);
  report.check("pertanyaan cukup banyak", questions.length >= LEAST_QUESTIONS ? [] : [`${questions.length} pertanyaan`]);
  report.check("jawaban di tempat pertama", first >= FIRST * questions.length ? [] : late);
  report.check("jawaban di tiga teratas", wrong);
  report.check("kata dasar sama dengan indeks", stems(engines.values().next().value.script));
  report.check("indeks ringan", weights(site));
}

function stems({ stem }) {
  const words = lines("kata-dasar.txt").map((line) => line.split(" "));
  const other = words.filter(([word, wanted]) => stem(word) !== wanted);
  const few = words.length < LEAST_WORDS ? [`${words.length} kata`] : [];
  return [...few, ...other.map(([word, wanted]) => `${word}: ${stem(word)}, di indeks ${wanted}`)];
}

function weights(site) {
  const all = [...site.files].filter((path) => /(^|\/)aset\/indeks-[^/]+\.js$/.test(path));
  const sizes = all.map((path) => [path, gzipSync(site.read(path)).length]);
  console.log(`indeks terberat: ${Math.max(...sizes.map(([, size]) => size))} B (gzip)`);
  const heavy = sizes.filter(([, size]) => size > INDEX).map(([path, size]) => `${path}: ${size} bita, paling banyak ${INDEX}`);
  return sizes.length > 0 ? heavy : ["tidak ada indeks"];
}
