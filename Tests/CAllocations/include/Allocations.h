// Counts the heap allocations of one thread, so that tests can say how many a function makes.

#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

/// Whether they can be counted here: with the GNU C library, and without sanitizers.
int allocations_are_counted(void);

/// How many allocations this thread has made since the program began; 0 where none are counted.
long allocations_of_this_thread(void);

#endif
