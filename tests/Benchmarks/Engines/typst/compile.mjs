// node compile.mjs SOURCE TARGET FONTS... writes the PDF once and ends; with --turns first, it compiles once more for each line on
// standard input and answers with its milliseconds: full (nothing remembered from the time before).
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const turns = process.argv[2] === '--turns';
const [source, target, ...fontPaths] = process.argv.slice(turns ? 3 : 2);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }] });
const mainFileContent = readFileSync(source, 'utf8');
const compile = () => {
  const result = compiler.compile({ mainFileContent });
  if (result.hasError()) {
    result.printErrors();
    process.exit(1);
  }
  return compiler.pdf(result.result);
};
writeFileSync(target, compile());
if (turns) {
  console.log('ready');
  for await (const _ of createInterface({ input: process.stdin })) {
    compiler.evictCache(0);
    const began = performance.now();
    compile();
    console.log(performance.now() - began);
  }
}
