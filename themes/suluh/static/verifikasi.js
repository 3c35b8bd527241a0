/* verifikasi.js: menghitung sidik berkas yang dipilih pembaca, di alatnya sendiri, lalu mencarinya di halaman ini dan di sidik.txt.
   Peramban hanya menghitung di alamat https; di tempat lain kotak ini menyebut sebabnya, dan cara lain tetap tertulis. */
"use strict";
(function () {
  var borang = document.querySelector("[data-periksa]");
  if (!borang) return;
  borang.classList.add("hidup");
  var hasil = borang.querySelector("[role=status]");
  if (!window.crypto || !crypto.subtle || !window.fetch || !File.prototype.arrayBuffer) {
    borang.querySelector("input").disabled = true;
    hasil.textContent = "Di sini peramban tidak dapat menghitung sidik. Buka halaman ini lewat https, atau pakai cara lain di bawah.";
    return;
  }
  var kata = function (jenis, teks) {
    borang.setAttribute("data-hasil", jenis);
    hasil.textContent = teks;
  };
  var hex = function (bita) {
    return Array.prototype.map.call(new Uint8Array(bita), function (b) { return ("0" + b.toString(16)).slice(-2); }).join("");
  };
  var diHalaman = function (sidik) {
    var cocok = Array.prototype.filter.call(document.querySelectorAll("[data-sidik]"), function (kode) { return kode.textContent === sidik; });
    return cocok.length ? cocok[0].getAttribute("data-sidik") : "";
  };
  var diDaftar = function (sidik) {
    return fetch(borang.getAttribute("data-periksa")).then(function (jawab) { return jawab.ok ? jawab.text() : ""; }).then(function (teks) {
      var baris = teks.split("\n").filter(function (satu) { return satu.slice(0, 64) === sidik; });
      return baris.length ? baris[0].slice(66) : "";
    }).catch(function () { return ""; });
  };
  borang.addEventListener("submit", function (kirim) { kirim.preventDefault(); });
  borang.querySelector("input").addEventListener("change", function () {
    var berkas = this.files[0];
    if (!berkas) return;
    kata("", "Menghitung sidik " + berkas.name + " …");
    berkas.arrayBuffer().then(function (isi) { return crypto.subtle.digest("SHA-256", isi); }).then(function (bita) {
      var sidik = hex(bita);
      return Promise.resolve(diHalaman(sidik) || diDaftar(sidik)).then(function (nama) {
        if (nama) kata("asli", "Asli. Isinya sama dengan " + nama + " yang diterbitkan kantor ini.");
        else kata("lain", "Tidak ada di daftar kantor ini. Mungkin terbitan lama, mungkin sudah diubah. Sidiknya: " + sidik);
      });
    }).catch(function () { kata("lain", "Berkas tidak dapat diperiksa. Pakai cara lain di bawah."); });
  });
})();
