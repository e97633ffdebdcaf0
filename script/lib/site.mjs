// Packs the site that the server carries inside: node script/lib/site.mjs BINDINGS SITE fast|small
//
// BINDINGS holds what wasm-bindgen wrote. SITE becomes pkg/ (every file named after its content, with .br and .gz
// beside it) and manifest.json, which tells the server the names.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundle } from 'lightningcss';

const require = createRequire(import.meta.url);
const FONT = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
const [bindings, site, effort] = process.argv.slice(2);
const small = effort === 'small';
const pkg = join(site, 'pkg');

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

function compress(path, bytes) {
  const quality = small ? constants.BROTLI_MAX_QUALITY : 4;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: small ? 9 : 4 }));
}

// Writes one file under its hashed name and returns that name.
function emit(stem, extension, bytes, { compressed = true } = {}) {
  const name = `${stem}.${hashOf(bytes)}.${extension}`;
  writeFileSync(join(pkg, name), bytes);
  if (compressed) compress(join(pkg, name), bytes);
  return name;
}

// The style sheets in one file. They know another file by its plain name: `url("inter.woff2")`.
function bundleStyles(files) {
  const { code, dependencies } = bundle({ filename: 'style/main.css', minify: small, analyzeDependencies: true });
  let css = code.toString();
  for (const { type, url, placeholder } of dependencies) {
    if (type !== 'url') continue;
    if (!files[url]) throw new Error(`style/ asks for ${url}; the build knows only ${Object.keys(files).join(', ')}`);
    css = css.replaceAll(placeholder, `/pkg/${files[url]}`);
  }
  return Buffer.from(css);
}

rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });
// A woff2 file is compressed already.
const font = emit('inter', 'woff2', readFileSync(require.resolve(FONT)), { compressed: false });
const css = emit('baton', 'css', bundleStyles({ 'inter.woff2': font }));
const wasm = emit('baton', 'wasm', readFileSync(join(bindings, 'baton_bg.wasm')));
const js = emit('baton', 'js', readFileSync(join(bindings, 'baton.js')));
writeFileSync(join(site, 'manifest.json'), `${JSON.stringify({ js, wasm, css, font }, null, 2)}\n`);
