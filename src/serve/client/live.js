// The preview's part in the browser: loads the page again when its bytes changed, exchanges stylesheets without that, and
// shows what is wrong. Only a page that is seen listens: browsers allow few connections to one host.
(() => {
  'use strict';
  const script = document.currentScript;
  const own = new URL('.', script.src);
  const KEPT = 'warta-scroll';
  let seen = script.dataset.seen;
  let stream = null;

  // ------------------------------------------------------------------------------------------------ where the reader was

  const remember = () => {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify([location.pathname, scrollX, scrollY]));
    } catch {
      // Storage is switched off: the page begins at its top.
    }
  };

  const reload = () => {
    stream?.close();
    remember();
    location.reload();
  };

  addEventListener('load', () => {
    try {
      const [path, x, y] = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
      sessionStorage.removeItem(KEPT);
      if (path === location.pathname) scrollTo(x, y);
    } catch {
      // As above.
    }
  });

  // ------------------------------------------------------------------------------------------------------- what is wrong

  let host = null;
  const parts = { problems: null, elsewhere: null };

  const shelter = () => {
    if (host === null) {
      host = document.createElement('warta-preview');
      const root = host.attachShadow({ mode: 'open' });
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = new URL('live.css', own);
      root.append(sheet);
    }
    // Outside of the body, so that no script of the theme meets it.
    if (!host.isConnected) document.documentElement.append(host);
    return host.shadowRoot;
  };

  const put = (name, element) => {
    parts[name]?.remove();
    parts[name] = element;
    if (element) shelter().append(element);
  };

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const panel = (name, { title, text, close }) => {
    const button = make('button', { type: 'button', textContent: close, onclick: () => put(name, null) });
    const head = make('div', { className: 'head' }, make('h2', { textContent: title }), button);
    const section = make('section', { className: 'panel', role: 'alert' }, head, make('pre', { textContent: text, tabIndex: 0 }));
    section.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') put(name, null);
    });
    return section;
  };

  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') put('problems', null);
  });

  // --------------------------------------------------------------------------------------------------------------- news

  const plain = (href) => new URL(href, location).pathname.replace(/\.[0-9a-f]{8}\.css$/, '.css');

  const exchange = ({ sheets, seen: now }) => {
    seen = now;
    for (const { href, integrity } of sheets) {
      for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
        if (plain(link.href) !== plain(href) || new URL(link.href).pathname === href) continue;
        const next = link.cloneNode();
        next.href = href;
        if (link.integrity) next.integrity = integrity;
        // The old one goes when the new one is there, so that the page never stands without.
        next.addEventListener('load', () => link.remove());
        link.after(next);
      }
    }
  };

  const uses = (addresses) =>
    [...document.querySelectorAll('[src], [srcset], [poster], [data]')].some((element) =>
      ['src', 'srcset', 'poster', 'data'].some((name) => {
        const values = (element.getAttribute(name) ?? '').split(/,\s+/);
        return values.some((value) => {
          const address = value.trim().split(/\s+/)[0];
          return address !== '' && addresses.includes(new URL(address, location).pathname);
        });
      }),
    );

  const listen = () => {
    const address = new URL('news', own);
    address.searchParams.set('page', location.pathname);
    address.searchParams.set('seen', seen);
    stream = new EventSource(address);
    const on = (name, act) => stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
    on('page', reload);
    on('styles', exchange);
    on('files', (addresses) => uses(addresses) && reload());
    on('go', (to) => {
      if (location.pathname !== to) location.assign(to);
    });
    on('problems', (problems) => {
      // A page that stands in the place of a broken one says it itself.
      const own = document.querySelector('main.problems pre');
      if (own && problems.text !== null) own.textContent = problems.text;
      else put('problems', problems.text === null ? null : panel('problems', problems));
    });
    on('elsewhere', (news) => {
      const show = () => put('problems', panel('problems', { title: news.label, ...news }));
      put('elsewhere', news && make('button', { className: 'count', type: 'button', textContent: news.label, onclick: show }));
    });
    stream.addEventListener('error', () => {
      // A server that is gone for long is asked again by us, with what we have by then.
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    });
  };

  const attend = () => {
    stream?.close();
    if (document.visibilityState === 'visible') listen();
  };
  document.addEventListener('visibilitychange', attend);
  addEventListener('pagehide', () => stream?.close());
  addEventListener('pageshow', (event) => event.persisted && attend());
  attend();
})();
