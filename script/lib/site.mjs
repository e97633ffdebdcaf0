// Packs the site that the server carries inside: node script/lib/site.mjs BINDINGS SITE fast|small
//
// BINDINGS holds what wasm-split and wasm-bindgen wrote. SITE becomes pkg/ (every file, or the folder that it is in,
// named after its content, with .br and .gz beside it) and manifest.json, which tells the server the names.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
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

// The bindings and the loader of the parts in one module.
function bundleScripts() {
  const { outputFiles } = buildSync({
    entryPoints: [join(bindings, 'baton.js')],
    bundle: true,
    format: 'esm',
    minify: small,
    target: 'es2022',
    write: false,
    logOverride: { 'duplicate-object-key': 'silent' }, // wasm-bindgen imports the loader once for each part
  });
  return Buffer.from(outputFiles[0].contents);
}

// Code files know each other by their plain names: it is their folder that is named after their content.
function emitCode() {
  const files = readdirSync(bindings)
    .filter((name) => name.endsWith('.wasm'))
    .sort()
    .map((name) => [name, readFileSync(join(bindings, name))]);
  files.push(['baton.js', bundleScripts()]);
  const folder = hashOf(Buffer.concat(files.flatMap(([name, bytes]) => [Buffer.from(name), bytes])));
  mkdirSync(join(pkg, folder));
  for (const [name, bytes] of files) {
    writeFileSync(join(pkg, folder, name), bytes);
    compress(join(pkg, folder, name), bytes);
  }
  return folder;
}

// The files of each part: its own and those that it shares. In the loader, a comment names the parts that share a file,
// each with a number at its end: `/* portal_12, work_12 */ const __chunk_3 = …`.
function partsIn(folder) {
  const loader = readFileSync(join(bindings, '__wasm_split.js'), 'utf8');
  const parts = {};
  const add = (part, file) => (parts[part.replace(/_\d+$/, '')] ??= []).push(`${folder}/${file}.wasm`);
  for (const [, names, number] of loader.matchAll(/\/\* (.*?) \*\/\s*const __chunk_(\d+)/g)) {
    for (const part of names.split(', ')) add(part, `chunk_${number}`);
  }
  for (const [file, part] of loader.matchAll(/split_(\w+)(?=\.wasm")/g)) add(part, file);
  return parts;
}

rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });
// A woff2 file is compressed already.
const font = emit('inter', 'woff2', readFileSync(require.resolve(FONT)), { compressed: false });
const css = emit('baton', 'css', bundleStyles({ 'inter.woff2': font }));
const folder = emitCode();
const manifest = { js: `${folder}/baton.js`, wasm: `${folder}/baton.wasm`, css, font, parts: partsIn(folder) };
writeFileSync(join(site, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
