"""Which change is tried where and when, and what is told of it."""

import collections
import sys
import threading
import time

from mutation.tables import place_of

# So many changes of one file are built together.
BATCH = 60


class Trial:
    """What waits to be tried; several grounds take from it at once."""

    def __init__(self, mutants, texts, reaches, tell):
        """tell: called with a mutant, its verdict, why, and how many seconds it took; never twice at once."""
        self.lock, self.failures = threading.Lock(), []
        self.tell_one = tell
        self.alone = []
        batches = collections.defaultdict(list)
        for mutant in mutants:
            place = place_of(texts[mutant.path], mutant.start)
            essays = [essay for essay, reach in reaches if reach.comes_to(mutant.path, *place)]
            if not essays:
                self.tell(mutant, "unreached")
            elif mutant.body is None:
                self.alone.append((mutant, essays))
            else:
                batches[mutant.path].append((mutant, essays))
        self.together = [(path, trials[start:start + BATCH])
                         for path, trials in batches.items() for start in range(0, len(trials), BATCH)]
        self.together.reverse()

    def tell(self, mutant, verdict, why="", seconds=0.0):
        with self.lock:
            self.tell_one(mutant, verdict, why, seconds)

    def run(self, grounds):
        """Until nothing waits, something fails, or somebody interrupts."""
        threads = [threading.Thread(target=self.work, args=(ground,)) for ground in grounds]
        for thread in threads:
            thread.start()
        try:
            for thread in threads:
                thread.join()
        except KeyboardInterrupt:
            print("interrupted; what was tried until here is told", file=sys.stderr)
            self.failures.append(None)
            for thread in threads:
                thread.join()
        if any(self.failures):
            raise SystemExit(str(next(filter(None, self.failures))))

    def work(self, ground):
        try:
            while batch := self.take(self.together):
                self.try_together(ground, *batch)
            while trial := self.take(self.alone):
                started = time.monotonic()
                verdict, why = ground.verdict(*trial)
                self.tell(trial[0], verdict, why, time.monotonic() - started)
        except BaseException as failure:
            self.failures.append(failure)

    def take(self, waiting):
        with self.lock:
            return waiting.pop() if waiting and not self.failures else None

    def try_together(self, ground, path, trials):
        essays = dict(trials)
        for mutant, (verdict, why), seconds in ground.verdicts(path, trials):
            if verdict == "refused":
                with self.lock:
                    self.alone.append((mutant, essays[mutant]))
            else:
                self.tell(mutant, verdict, why, seconds)
            if self.failures:
                return
