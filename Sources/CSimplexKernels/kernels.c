// Chooses the instruction set: the same text, exponential.inc and kernels.inc, is compiled for each of them.

#include "SimplexKernels.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Contraction would fuse products and sums that Swift keeps apart.
#pragma STDC FP_CONTRACT OFF

// Vectors are passed to inlined functions only, so no calling convention is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

// Where there is no level, nothing calls them.
#define MAYBE static __attribute__((unused))
#define INLINE MAYBE inline __attribute__((always_inline))

/// Sixteen powers of 2^(1/16), perhaps with a factor: what each is as a double, and by which part of
/// itself the exact one differs.
typedef double numbers __attribute__((vector_size(128)));
typedef int64_t number_words __attribute__((vector_size(128)));
typedef struct {
  numbers highs, rests;
} table;

static const table powers = {
    {
        0x1p+0, 0x1.0b5586cf9890fp+0, 0x1.172b83c7d517bp+0, 0x1.2387a6e756238p+0,
        0x1.306fe0a31b715p+0, 0x1.3dea64c123422p+0, 0x1.4bfdad5362a27p+0, 0x1.5ab07dd485429p+0,
        0x1.6a09e667f3bcdp+0, 0x1.7a11473eb0187p+0, 0x1.8ace5422aa0dbp+0, 0x1.9c49182a3f090p+0,
        0x1.ae89f995ad3adp+0, 0x1.c199bdd85529cp+0, 0x1.d5818dcfba487p+0, 0x1.ea4afa2a490dap+0},
    {
        0x0p+0, 0x1.79aa65d837b6dp-54, -0x1.01b15eaa59348p-55, 0x1.68efde3a8a894p-54,
        0x1.34d754db0abb6p-55, 0x1.59f48a72a4c6dp-55, 0x1.690cebb7aafb0p-56, 0x1.063e1e21c5409p-54,
        -0x1.3b3efbf5e2228p-54, -0x1.b32dcb94da51dp-56, 0x1.db72fc1f0eab4p-55, 0x1.1affc2b91ce27p-56,
        0x1.c1a7792cb3387p-55, 0x1.36eae30af0cb3p-56, 0x1.4a385a63d07a7p-56, -0x1.ff7128fd391f0p-55},
};

const double *simplex_powers(void) { return (const double *)&powers; }

/// Adding 16k + j, shifted by 48 bits, to entry j is to multiply by 2^k if j is taken away first.
INLINE table lifted(table table) {
  const number_words places = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  table.highs = (numbers)((number_words)table.highs - (places << 48));
  return table;
}

/// 2^k for −1022 ≤ k ≤ 1023.
INLINE double two_to(int64_t k) {
  int64_t bits = (k + 1023) << 52;
  double power;
  memcpy(&power, &bits, sizeof power);
  return power;
}

/// (high + low)·2^k, 16k being in the low bits of `power`, for results that may be subnormal: see
/// Doubled.rounded(timesTwoTo:).
MAYBE double rounded_once(double high, double low, int64_t power) {
  int64_t k = (int64_t)((uint64_t)power << 48) >> 52;
  double sum = high + low;
  double lost = low - (sum - high);
  double first = two_to(k / 2), second = two_to(k - k / 2);
  double result = sum * first * second;
  if (result >= 0x1p-1022) return result;
  double removed = sum - result / first / second;
  double half = two_to(-1075 - k);
  if (removed == half && lost > 0) return result + 0x1p-1074;
  if (removed == -half && lost < 0) return result - 0x1p-1074;
  return result;
}

#if defined(__x86_64__)
#define SIMPLEX_HAS_LEVELS 1

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define LEVEL 1
#include "levels.inc"
#undef LEVEL
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx2,fma"))), apply_to = function)
#define LEVEL 2
#include "levels.inc"
#undef LEVEL
#pragma clang attribute pop

static int found_level(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) return 2;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

#elif defined(__aarch64__)
#define SIMPLEX_HAS_LEVELS 1
#define LEVEL 1
#include "levels.inc"
#undef LEVEL
#define range_2 range_1
#define sums_2 sums_1
#define plain_sums_2 plain_sums_1
#define shares_2 shares_1
#define logistics_2 logistics_1

static int found_level(void) { return 1; }

#else

static int found_level(void) { return 0; }

#endif

int simplex_known_level = -1;

int simplex_find_level(void) {
  // Threads that come here at once store the same number.
  int level = found_level();
  __atomic_store_n(&simplex_known_level, level, __ATOMIC_RELAXED);
  return level;
}

#if SIMPLEX_HAS_LEVELS

void simplex_range(
    int level, const double *z, ptrdiff_t n, double *largest, double *smallest, int *nan) {
  (level == 2 ? range_2 : range_1)(z, n, largest, smallest, nan);
}

void simplex_sums(
    int level, const double *z, ptrdiff_t n, double top, double far, double scale,
    double highs[16], double lows[16], double *ones) {
  (level == 2 ? sums_2 : sums_1)(z, n, top, far, scale, highs, lows, ones);
}

int simplex_plain_sums(
    int level, const double *z, ptrdiff_t n, double highs[16],
    double lows[16]) {
  return (level == 2 ? plain_sums_2 : plain_sums_1)(z, n, highs, lows);
}

void simplex_shares(
    int level, const double *z, ptrdiff_t n, double top, double far, double scale,
    double inverse_high, double inverse_low, double *out) {
  (level == 2 ? shares_2 : shares_1)(z, n, top, far, scale, inverse_high, inverse_low, out);
}

void simplex_logistics(
    int level, const double *x, ptrdiff_t n, double *out) {
  (level == 2 ? logistics_2 : logistics_1)(x, n, out);
}

#else

// Never called: level 0 stays in Swift.
void simplex_range(
    int level, const double *z, ptrdiff_t n, double *largest, double *smallest, int *nan) {
  (void)level, (void)z, (void)n, (void)largest, (void)smallest, (void)nan;
}

void simplex_sums(
    int level, const double *z, ptrdiff_t n, double top, double far, double scale,
    double highs[16], double lows[16], double *ones) {
  (void)level, (void)z, (void)n, (void)top, (void)far, (void)scale, (void)highs;
  (void)lows, (void)ones;
}

int simplex_plain_sums(
    int level, const double *z, ptrdiff_t n, double highs[16],
    double lows[16]) {
  (void)level, (void)z, (void)n, (void)highs, (void)lows;
  return 0;
}

void simplex_shares(
    int level, const double *z, ptrdiff_t n, double top, double far, double scale,
    double inverse_high, double inverse_low, double *out) {
  (void)level, (void)z, (void)n, (void)top, (void)far, (void)scale, (void)inverse_high;
  (void)inverse_low, (void)out;
}

void simplex_logistics(
    int level, const double *x, ptrdiff_t n, double *out) {
  (void)level, (void)x, (void)n, (void)out;
}

double simplex_logistic(double x) { return x; }

#endif
