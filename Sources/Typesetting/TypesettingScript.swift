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
        formulas: typesetFormulas(page.formulas, order.macros, pristine),
        listings: page.listings.map(highlighted),
      })));
    }

    function typesetFormulas(formulas, given, pristine) {
      // KaTeX writes the \gdefs of a formula into this object: a new one for each page.
      const macros = Object.assign({}, given);
      let known = pristine, before = Object.assign({}, macros);
      return formulas.map(formula => {
        const key = (formula.isDisplay ? "D" : "I") + formula.tex;
        if (known.has(key)) { return known.get(key); }
        const result = typesetFormula(formula, macros);
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

    function typesetFormula(formula, macros) {
      try {
        const html = katex.renderToString(formula.tex, {
          displayMode: formula.isDisplay, output: "htmlAndMathml", throwOnError: true,
          strict: "ignore", macros, trust: context => trusted(context, formula.tex),
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
