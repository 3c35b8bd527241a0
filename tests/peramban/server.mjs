// Serves a site on this machine only, as a plain web server does.

import { createServer } from "node:http";
import { extname } from "node:path";

export const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".jpg": "image/jpeg",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".xml": "application/xml",
  ".zip": "application/zip",
};

export function serve(site) {
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname).slice(1);
    const path = address === "" || address.endsWith("/") ? `${address}index.html` : address;
    const found = site.files.has(path);
    const shown = found ? path : "404.html";
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(shown)] ?? "application/octet-stream" });
    response.end(site.files.has(shown) ? site.read(shown) : "");
  });
  return new Promise((ready) => {
    server.listen(0, "127.0.0.1", () => {
      ready({ origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() });
    });
  });
}
