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

const of = (name, mimeType, buffer) => ({ name, mimeType, buffer });

export const picture = of("hero.png", "image/png", png);
export const paper = of("offer.pdf", "application/pdf", pdf);
export const sound = of("voice.wav", "audio/wav", wav(60));
export const text = of("script.txt", "text/plain", Buffer.from("A door opens.\n".repeat(10_000)));
export const disguised = of("logo.png", "image/png", pdf);
export const page = of("page.html", "text/html", Buffer.from("<!DOCTYPE html><script>document.title = 'ran'</script>"));
