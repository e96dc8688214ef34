"""Faults: what is wrong, where, in which states of the page, and what to do. One fault in many states is told once."""

from dataclasses import dataclass

# kind: what it means, what to do.
KINDS = {
    "link": ("a link or fragment leads nowhere", "mend the address, or give the target that id"),
    "id": ("an id stands twice, or one that is referred to is missing", "give each element an id of its own, and refer to ids that there are"),
    "name": ("a figure, picture or frame without a name", "give it a caption with aria-labelledby, an aria-label, or alt"),
    "words": ("NaN, nil, Optional( or template braces in prose", "mend what printed it; where the word is meant, write it as code"),
    "tex": ("raw TeX that readers see", "set it as a formula, or write it as code"),
    "html": ("an error of the HTML checker", "mend the element that the message names"),
    "axe": ("not accessible, by WCAG 2.2 AA", "see the rule's page at dequeuniversity.com/rules/axe, named by the rule"),
    "host": ("something is asked of another host", "ship the file with the site"),
    "console": ("the browser's console has an error", "mend the script or the address that it names"),
    "failed": ("a request failed", "ship the file, or take the request out"),
    "overflow": ("the page is wider than the screen", "let the element scroll in itself, or wrap"),
    "cut": ("something is cut off and cannot be scrolled to", "let what holds it scroll (overflow: auto), or grow"),
    "overlap": ("one thing covers another", "give each its own room"),
    "dead": ("a control that does nothing", "hide it where no script runs, or make it work without one"),
    "script": ("a control that a script serves does not do what it says", "see the script that serves it, and try it by hand"),
    "lost": ("text, formulas or pictures that only JavaScript shows", "write them into the page"),
    "type": ("text too small, too tight, or lines too long", "see the measures at the top of style.css"),
    "contrast": ("text without enough contrast", "see the inks at the top of style.css"),
    "target": ("something to press that is too small", "give it 24 px in both directions, or room around it"),
    "shift": ("the page jumps while it loads", "give what comes late its size beforehand"),
    "print": ("not fit for paper", "see “Print” in style.css"),
    "disk": ("does not work when opened from a disk", "use addresses of files, and script elements instead of fetch"),
    "weight": ("heavier than a page may be", "subset the fonts, or take something out of the page"),
    "request": ("too many requests", "join files, or load some when they are needed"),
    "element": ("too many elements", "move something to a page of its own, or into a template"),
}


@dataclass(frozen=True)
class Fault:
    kind: str
    page: str       # the path inside the site
    place: str      # a line, or an element: whatever leads there
    text: str       # what is wrong
    state: str = ""  # "390 px, dark, without JavaScript"
    advice: str = ""


class Report:
    def __init__(self, folder):
        self.folder = folder
        self.states = {}   # a fault without its state → its states, in order

    def add(self, fault):
        key = Fault(fault.kind, fault.page, fault.place, fault.text, "", fault.advice)
        states = self.states.setdefault(key, [])
        if fault.state and fault.state not in states:
            states.append(fault.state)

    def faults(self, excepted=()):
        return [fault for fault in self.states if fault.kind not in excepted]

    def counted(self, excepted=()):
        wrong = len(self.faults(excepted))
        told = len(self.states) - wrong
        words = "nothing wrong" if wrong == 0 else f"{wrong} fault{'s' if wrong > 1 else ''}"
        return words + (f", and {told} of kinds that were excepted" if told else "")

    def print(self, excepted=()):
        order = list(KINDS)
        for fault in sorted(self.states, key=lambda one: (one.page, order.index(one.kind), one.place)):
            where = f"{self.folder}/{fault.page}" + (f":{fault.place}" if fault.place else "")
            grade = "excepted" if fault.kind in excepted else "error"
            states = self.states[fault]
            shown = "; ".join(states[:4]) + (f"; and {len(states) - 4} more states" if len(states) > 4 else "")
            print(f"{where}: {grade}: {fault.text} [{fault.kind}]" + (f"\n   seen: {shown}" if shown else ""))
            print(f"   fix: {fault.advice or KINDS[fault.kind][1]}")
        return 1 if self.faults(excepted) else 0
