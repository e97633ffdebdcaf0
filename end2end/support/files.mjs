// Files of each kind, as small as they come.

/** The smallest PNG there is. */
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** One page that says so. */
const pdf = Buffer.from(`%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>
endobj
4 0 obj
<< /Length 40 >>
stream
BT /F1 20 Tf 20 40 Td (One page) Tj ET
endstream
endobj
5 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
endobj
trailer
<< /Size 6 /Root 1 0 R >>
%%EOF
`);

/** So many seconds of silence. */
function wav(seconds) {
  const rate = 8000;
  const file = Buffer.alloc(44 + rate * seconds, 128);
  file.write("RIFF", 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write("data", 36);
  file.writeUInt32LE(rate * seconds, 40);
  return file;
}

/** A film of one dot, two seconds long: VP8 in WebM (EBML elements: an id, a length of one or two bytes, what is in it). */
function webm() {
  const element = (id, ...content) => {
    const body = Buffer.concat(content);
    const length = body.length < 127 ? [0x80 | body.length] : [0x40 | (body.length >> 8), body.length & 255];
    return Buffer.concat([Buffer.from(id, "hex"), Buffer.from(length), body]);
  };
  const number = (id, value) => element(id, Buffer.from([value]));
  const words = (id, text) => element(id, Buffer.from(text));
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(2000);
  // A key frame, as the smallest lossy WebP has it.
  const frame = Buffer.from("MAEAnQEqAQABAA7A/iWkAANwAAAAAA==", "base64");
  const at = (milliseconds) => element("a3", Buffer.from([0x81, milliseconds >> 8, milliseconds & 255, 0x80]), frame);
  return Buffer.concat([
    element("1a45dfa3", number("4286", 1), number("42f7", 1), number("42f2", 4), number("42f3", 8), words("4282", "webm"),
      number("4287", 2), number("4285", 2)),
    element("18538067",
      element("1549a966", element("2ad7b1", Buffer.from([0x0f, 0x42, 0x40])), element("4489", duration),
        words("4d80", "Baton"), words("5741", "Baton")),
      element("1654ae6b",
        element("ae", number("d7", 1), number("73c5", 1), number("83", 1), words("86", "V_VP8"),
          element("e0", number("b0", 1), number("ba", 1)))),
      element("1f43b675", number("e7", 0), ...Array.from({ length: 20 }, (_, frame) => at(frame * 100)))),
  ]);
}

const of = (name, mimeType, buffer) => ({ name, mimeType, buffer });

export const picture = of("hero.png", "image/png", png);
export const paper = of("offer.pdf", "application/pdf", pdf);
export const sound = of("voice.wav", "audio/wav", wav(60));
export const film = of("cut.webm", "video/webm", webm());
export const text = of("script.txt", "text/plain", Buffer.from("A door opens.\n".repeat(10_000)));
export const disguised = of("logo.png", "image/png", pdf);
export const page = of("page.html", "text/html", Buffer.from("<!DOCTYPE html><script>document.title = 'ran'</script>"));
