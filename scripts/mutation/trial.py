"""Which change is tried where and when, and what is told of it."""

import collections
import concurrent.futures
import sys
import threading
import time

from mutation.tables import place_of

# So many changes of one file are built together, and so many of several files.
OF_A_FILE, OF_ALL = 60, 240
# So few changes of functions that are copied into others may be among them.
FEW = 15


class Trial:
    """What waits to be tried, first what is built together, then the rest one by one."""

    def __init__(self, mutants, texts, ground, tell, jobs, first=lambda mutant: None):
        """tell: called with a mutant, its verdict, why, and how many seconds it took; never twice at once.

        jobs: how many changes of one library are checked at once.
        first: the essay to ask first, where one is known.
        """
        self.lock, self.stopped = threading.Lock(), False
        self.tell_one, self.jobs, self.first = tell, jobs, first
        self.ground, reaches = ground, ground.reaches()
        self.order = Order(ground.durations)
        self.alone, self.essays = [], {}
        files = collections.defaultdict(list)
        for mutant in mutants:
            place = place_of(texts[mutant.path], mutant.start)
            self.essays[mutant] = [essay for essay, reach in reaches.items() if reach.comes_to(mutant.path, *place)]
            if not self.essays[mutant]:
                self.tell(mutant, "unreached")
            elif mutant.body is None:
                self.alone.append(mutant)
            else:
                files[mutant.path].append(mutant)
        self.together = batches(files, {path for path in files if "@inline(__always)" in texts[path]})

    def tell(self, mutant, verdict, why="", seconds=0.0):
        with self.lock:
            self.tell_one(mutant, verdict, why, seconds)

    def run(self):
        """Until nothing waits, something fails, or somebody interrupts."""
        try:
            for batch in self.together:
                self.try_together(batch)
            for mutant in self.alone:
                started = time.monotonic()
                verdict, why = self.ground.verdict(mutant, self.ordered(mutant))
                self.tell(mutant, verdict, why, time.monotonic() - started)
        except KeyboardInterrupt:
            print("interrupted; what was tried until here is told", file=sys.stderr)

    def try_together(self, batch):
        started = time.monotonic()
        numbers = self.ground.build_together(batch)
        print(f"{len(numbers)} of {len(batch)} changes built in {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
        self.alone += [mutant for mutant in batch if mutant not in numbers]
        try:
            with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
                tried = [pool.submit(self.try_one, *entry) for entry in numbers.items()]
                try:
                    for answer in concurrent.futures.as_completed(tried):
                        answer.result()
                except BaseException:
                    self.stopped = True
                    raise
        finally:
            self.ground.restore()

    def try_one(self, mutant, number):
        if self.stopped:
            return
        started = time.monotonic()
        essays = self.ordered(mutant)
        verdict, why = self.ground.chosen_verdict(number, essays)
        self.order.learn(mutant, essays, why.partition(":")[0] if verdict == "killed" else None)
        self.tell(mutant, verdict, why, time.monotonic() - started)

    def ordered(self, mutant):
        return self.order.of(mutant, self.essays[mutant], self.first(mutant))


class Order:
    """Essays in the order in which they are asked: what is quick, and noticed neighbours of the change, comes first."""

    def __init__(self, seconds):
        """seconds: how long each takes; it may change."""
        self.seconds = seconds
        self.asked, self.noticed = collections.Counter(), collections.Counter()

    def of(self, mutant, essays, first=None):
        def cost(essay):
            # How likely it notices: as often as in the function, and half as much as in the file.
            asked, noticed = 1, 0.2
            for weight, place in ((1, (essay, mutant.path, mutant.function)), (0.5, (essay, mutant.path))):
                asked += weight * self.asked[place]
                noticed += weight * self.noticed[place]
            return self.seconds[essay] * asked / noticed
        return sorted(essays, key=lambda essay: (essay != first, cost(essay)))

    def learn(self, mutant, essays, noticing):
        asked = essays[:essays.index(noticing) + 1] if noticing in essays else essays
        for essay in asked:
            for place in ((essay, mutant.path, mutant.function), (essay, mutant.path)):
                self.asked[place] += 1
                self.noticed[place] += essay == noticing


def batches(files, inlined):
    """What is built together, so that few libraries are built and no function grows too long.

    files: for each path its mutants.
    inlined: the paths of those whose functions are copied into others; when they are many, they stay alone.
    """
    result, pending = [], []
    for path, mutants in sorted(files.items(), key=lambda entry: len(entry[1])):
        parts = [mutants[start:start + OF_A_FILE] for start in range(0, len(mutants), OF_A_FILE)]
        if path in inlined and len(mutants) > FEW:
            result += parts
            continue
        for part in parts:
            # Two parts of one file would be copies of copies.
            taken = [batch for batch in pending if len(batch) + len(part) <= OF_ALL and all(m.path != path for m in batch)]
            if taken:
                taken[0].extend(part)
            else:
                pending.append(list(part))
    return result + pending
