// The functions that allocate, each counting itself before it calls the C library's.
//
// A program's own malloc goes before that of the C library, also for the libraries that it loads. Only
// test programs link this.

#include "Allocations.h"

#include <errno.h>
#include <stddef.h>

// A sanitizer has a malloc of its own, which must stay.
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif

#if defined(__GLIBC__) && !defined(IS_SANITIZED)

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

static __thread long count;

void *malloc(size_t size) {
  count++;
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count++;
  return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
  count++;
  return __libc_realloc(memory, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count++;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  count++;
  void *got = __libc_memalign(alignment, size);
  if (got) *memory = got;
  return got ? 0 : ENOMEM;
}

int allocations_are_counted(void) { return 1; }
long allocations_of_this_thread(void) { return count; }

#else

int allocations_are_counted(void) { return 0; }
long allocations_of_this_thread(void) { return 0; }

#endif
