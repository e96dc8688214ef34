// TypesettingScript: the little JavaScript between the worker and KaTeX or highlight.js. It takes
// and gives JSON; what can be decided in Swift, positions and lines, is decided there.

/// Scripts of Galley's own.
enum TypesettingScript {
  /// What libraries written for browsers expect to find before they are loaded.
  static let globals = "var self = this, window = this;"

  /// Defines `typeset(json)`, where the JSON is a `TypesettingOrder`.
  static let typeset = #"""
    function typeset(json) {
      const order = JSON.parse(json);
      // Pages share what they have in common as long as no formula defines anything.
      const pristine = new Map();
      return JSON.stringify(order.pages.map(page => ({
        formulas: typesetFormulas(page, order.macros, pristine),
        listings: page.listings.map(highlighted),
      })));
    }

    function typesetFormulas(page, given, pristine) {
      const output = page.isMathMLOnly ? "mathml" : "htmlAndMathml";
      // KaTeX writes the \gdefs of a formula into this object: a new one for each page.
      const macros = Object.assign({}, given);
      let known = pristine, before = Object.assign({}, macros);
      return page.formulas.map(formula => {
        const key = output + (formula.isDisplay ? "D" : "I") + formula.tex;
        if (known.has(key)) { return known.get(key); }
        const result = typesetFormula(formula, output, macros);
        delete macros["\\df@tag"];  // KaTeX leaves a \tag behind
        if (same(before, macros)) {
          known.set(key, result);
        } else {  // the same TeX may mean something else from here
          known = new Map();
          before = Object.assign({}, macros);
        }
        return result;
      });
    }

    function same(left, right) {
      const names = Object.keys(left);
      return names.length === Object.keys(right).length
        && names.every(name => left[name] === right[name]);
    }

    function typesetFormula(formula, output, macros) {
      try {
        refuseTwoFaces(formula.tex, macros);
        for (const name of Object.keys(macros)) { refuseOwnName(name, formula.tex); }
        const html = katex.renderToString(formula.tex, {
          displayMode: formula.isDisplay, output, throwOnError: true,
          strict: "ignore", trust: context => trusted(context, formula.tex),
          macros: new Proxy(macros, {
            set(target, name, value) {
              // What an author defines comes in tokens; KaTeX itself sets strings and functions.
              if (value && value.tokens) { refuseOwnName(name, formula.tex); }
              target[name] = value;
              return true;
            },
          }),
        });
        return { html: wellFormed(html) };
      } catch (error) {
        const position = Number.isInteger(error.position) ? error.position : null;
        return { message: wellFormed(String(error.message)), position };
      }
    }

    // KaTeX shows the name of a command that it does not trust, in red, and says nothing. An author
    // who reads the log and not the page would miss it.
    function trusted(context, tex) {
      if (context.command === "\\href" && context.url.startsWith("#")) { return true; }
      const error = new Error(context.command === "\\href"
        ? "\\href leads to places of the same page only, as in \\href{#name}{…}"
        : context.command + " is not allowed in formulas");
      const place = Math.max(tex.indexOf(context.command), 0);
      error.position = context.url ? Math.max(tex.indexOf(context.url, place), place) : place;
      throw error;
    }

    // It shows one thing on the page and another in MathML, from which claims in formulas are read. KaTeX's
    // own macros use it well.
    function refuseTwoFaces(tex, macros) {
      const name = "\\html@mathml";
      const all = [tex].concat(Object.values(macros).map(macro => macro.tokens
        ? macro.tokens.map(token => token.text).join("") : String(macro)));
      if (!all.some(text => text.includes(name))) { return; }
      const error = new Error(name + " is not allowed in formulas");
      error.position = Math.max(tex.indexOf(name), 0);
      throw error;
    }

    // KaTeX shows some signs as one thing on the page and as another in MathML. What these are made of
    // is its own: with another meaning the two would no longer say the same.
    let ownNames = null;
    function refuseOwnName(name, tex) {
      ownNames = ownNames || namesOfTwoFaces();
      if (!ownNames.has(name)) { return; }
      const error = new Error(
        name + " is a part of KaTeX's own signs and cannot be defined; choose another name");
      error.position = Math.max(tex.indexOf(name), 0);
      throw error;
    }

    // All names in KaTeX's macros with two faces, and in the macros that these are made of.
    function namesOfTwoFaces() {
      let builtins = {};
      const look = context => { builtins = context.macros.builtins; return ""; };
      katex.renderToString("\\look", { macros: { "\\look": look } });
      const names = body => typeof body === "string"
        ? body.match(/\\[a-zA-Z@]+|\\[^]|[^\s{}\\]/gu) || [] : [];
      const known = new Set();
      const wanted = Object.values(builtins).filter(body => names(body).includes("\\html@mathml"))
        .flatMap(names);
      while (wanted.length) {
        const name = wanted.pop();
        if (known.has(name)) { continue; }
        known.add(name);
        wanted.push(...names(builtins[name]));
      }
      return known;
    }

    // Null for plain text.
    function highlighted(listing) {
      if (!listing.language || !hljs.getLanguage(listing.language)) { return null; }
      const isOld = parseInt(hljs.versionString || "9", 10) < 10;
      const { value } = isOld
        ? hljs.highlight(listing.language, listing.text, true)
        : hljs.highlight(listing.text, { language: listing.language, ignoreIllegals: true });
      return wellFormed(value);
    }

    // A regular expression without the flag u takes half of an emoji as a character. JSON could not
    // carry the other half; a replacement character can be noticed.
    function wellFormed(text) {
      return /[\ud800-\udfff]/.test(text)
        ? Array.from(text, c => /^[\ud800-\udfff]$/.test(c) ? "\ufffd" : c).join("") : text;
    }
    """#
}
