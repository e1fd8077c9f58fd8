// A page's entry is tiny: it asks for the language's words and for the page's `app.tsx` at the same time. This names
// the app's files in the document as well, so that the browser fetches them beside the entry and not after it: on a slow
// network each step that waits for another costs a round trip.

import type { OutputChunk, OutputBundle } from 'rolldown';
import type { HtmlTagDescriptor, Plugin } from 'vite';

const isChunk = (one: OutputBundle[string] | undefined): one is OutputChunk => one?.type === 'chunk';

function reach(bundle: OutputBundle, file: string, into: Set<string>): Set<string> {
  const chunk = bundle[file];
  if (!isChunk(chunk) || into.has(file)) return into;
  into.add(file);
  for (const next of chunk.imports) reach(bundle, next, into);
  return into;
}

export function eager(): Plugin {
  return {
    name: 'specie-eager',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        const page = /(\w+)\/index\.html$/.exec(filename)?.[1];
        if (!bundle || !page) return [];
        const app = Object.values(bundle)
          .filter(isChunk)
          .find((chunk) => chunk.moduleIds.some((id) => id.endsWith(`/src/${page}/app.tsx`)));
        if (!app) return [];
        const tags: HtmlTagDescriptor[] = [];
        const styles = new Set<string>();
        for (const file of reach(bundle, app.fileName, new Set())) {
          const chunk = bundle[file] as OutputChunk & { viteMetadata?: { importedCss: Set<string> } };
          tags.push({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: 'head' });
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
        }
        for (const style of styles) tags.push({ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: `/${style}` }, injectTo: 'head' });
        return tags.filter((one) => !html.includes(String(one.attrs?.['href'])));
      },
    },
  };
}
