// Chooses the instruction set: the same text, kernels.inc, is compiled for each of them.

#include "SimplexKernels.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

// Contraction would fuse products and sums that Swift keeps apart.
#pragma STDC FP_CONTRACT OFF

typedef double vector __attribute__((vector_size(128)));
typedef int64_t words __attribute__((vector_size(128)));

// Vectors are passed to inlined functions only, so no calling convention is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

#if defined(__x86_64__)
#define SIMPLEX_HAS_LEVELS 1

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME(x) x##_1
#include "kernels.inc"
#undef NAME
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx2,fma"))), apply_to = function)
#define NAME(x) x##_2
#include "kernels.inc"
#undef NAME
#pragma clang attribute pop

int simplex_level(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) return 2;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

#elif defined(__aarch64__)
#define SIMPLEX_HAS_LEVELS 1
#define NAME(x) x##_1
#include "kernels.inc"
#undef NAME
#define range_2 range_1
#define sums_2 sums_1
#define shares_2 shares_1

int simplex_level(void) { return 1; }

#else

int simplex_level(void) { return 0; }

#endif

#if SIMPLEX_HAS_LEVELS

void simplex_range(
    int level, const double *z, ptrdiff_t n, double *largest, double *smallest, int *nan) {
  (level == 2 ? range_2 : range_1)(z, n, largest, smallest, nan);
}

void simplex_sums(
    int level, const double *z, ptrdiff_t n, double top, double far, double scale, double highs[16],
    double lows[16], double *ones) {
  (level == 2 ? sums_2 : sums_1)(z, n, top, far, scale, highs, lows, ones);
}

void simplex_shares(
    int level, const double *z, ptrdiff_t n, double top, double far, double scale, double inverse_high,
    double inverse_low, double *out) {
  (level == 2 ? shares_2 : shares_1)(z, n, top, far, scale, inverse_high, inverse_low, out);
}

#else

// Never called: level 0 stays in Swift.
void simplex_range(
    int level, const double *z, ptrdiff_t n, double *largest, double *smallest, int *nan) {
  (void)level, (void)z, (void)n, (void)largest, (void)smallest, (void)nan;
}

void simplex_sums(
    int level, const double *z, ptrdiff_t n, double top, double far, double scale, double highs[16],
    double lows[16], double *ones) {
  (void)level, (void)z, (void)n, (void)top, (void)far, (void)scale, (void)highs, (void)lows, (void)ones;
}

void simplex_shares(
    int level, const double *z, ptrdiff_t n, double top, double far, double scale, double inverse_high,
    double inverse_low, double *out) {
  (void)level, (void)z, (void)n, (void)top, (void)far, (void)scale, (void)inverse_high, (void)inverse_low;
  (void)out;
}

#endif
