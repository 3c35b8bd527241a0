// The Nu HTML checker over every page, fetched from the server as a reader does (the policy of a page
// says `self`, which a file has none of): no error and no warning.

import { spawn } from "node:child_process";
import { tool } from "./alat.mjs";

/// The checker is careful not to be sent to its own machine; here it must be.
const LOCAL = ["-Dnu.validator.servlet.allow-forbidden-hosts=true", "-Dnu.validator.servlet.allowed-address-type=all"];

/// It gives a page five seconds by itself, which a machine with much else to do needs at times.
const PATIENT = ["-Dnu.validator.servlet.connection-timeout=60000", "-Dnu.validator.servlet.socket-timeout=60000"];

/// The checker calls every picture in a page blocked, also under `img-src data:`. The browser shows it, which luring.mjs looks at.
const DATA_PICTURE = /Content Security Policy \(meta tag\): image “data:image\/.*blocked by “img-src” directive/;

export function markup(site, origin, report) {
  const jar = tool("vnu-jar/build/dist/vnu.jar");
  const pages = site.pages.map((page) => `${origin}/${page}`);
  const java = spawn("java", ["-Xss4m", ...LOCAL, ...PATIENT, "-jar", jar, "--format", "json", ...pages]);
  let said = "";
  java.stderr.on("data", (bytes) => (said += bytes));
  java.stdout.resume();
  return new Promise((done) => {
    java.on("error", (error) => {
      report.check("Nu HTML checker", [`java tidak berjalan: ${error.message}`]);
      done();
    });
    java.on("close", () => {
      report.check(`Nu HTML checker, ${pages.length} halaman`, messages(said, origin));
      done();
    });
  });
}

function messages(said, origin) {
  try {
    const own = JSON.parse(said).messages.filter(({ message }) => !DATA_PICTURE.test(message));
    return own.map(({ type, url, lastLine, message, extract }) => {
      const page = decodeURIComponent(url ?? "").replace(`${origin}/`, "");
      return `${page}:${lastLine}: ${type}: ${message} [${(extract ?? "").replace(/\s+/g, " ")}]`;
    });
  } catch {
    return [`tidak terbaca: ${said.slice(0, 500)}`];
  }
}
