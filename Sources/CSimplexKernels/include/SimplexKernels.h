// The inner loops of softmax and the logistic function for Double, for processors with fused multiply-add.
//
// Each function does, sixteen numbers at a time, exactly what SoftmaxKernel.swift,
// LogisticKernel.swift and FastExponential.swift do one at a time: the results agree in every bit, whatever the level.
// Why it is in C: Swift cannot compile one function for several instruction sets.

#ifndef SIMPLEX_KERNELS_H
#define SIMPLEX_KERNELS_H

#include <stddef.h>

/// The level, or -1 as long as nobody has asked: `simplex_find_level` sets it.
extern int simplex_known_level;
int simplex_find_level(void);

/// The best instruction set here: 0 none, 1 fused multiply-add (AVX2 on x86), 2 AVX-512.
///
/// Inline, because the logistic function of one number asks each time.
static inline int simplex_level(void) {
  int level = __atomic_load_n(&simplex_known_level, __ATOMIC_RELAXED);
  return level < 0 ? simplex_find_level() : level;
}

/// 2^(j/16) for j from 0 to 15, rounded, and behind them, for each, by which part of itself the exact
/// one differs.
const double *simplex_powers(void);

/// The largest and the smallest of n numbers; *nan is not 0 if there is a NaN.
void simplex_range(
    int level, const double *z, ptrdiff_t n, double *largest, double *smallest, int *nan);

/// Σ exp(scale·(z − top)) in sixteen interleaved partial sums high + low, without the terms that are
/// exactly 1: these are counted. Terms below exp(-708) are left out. No entry is farther from `top`
/// than `far`, which lies below it if scale is positive.
void simplex_sums(
    int level, const double *z, ptrdiff_t n, double top, double far, double scale, double highs[16],
    double lows[16], double *ones);

/// Σ exp(z) in sixteen partial sums, nothing being counted, if all of z lie within ±300; 0 if not.
int simplex_plain_sums(
    int level, const double *z, ptrdiff_t n, double highs[16], double lows[16]);

/// exp(scale·(z − top))·(inverse_high + inverse_low), each rounded once; out may be z.
void simplex_shares(
    int level, const double *z, ptrdiff_t n, double top, double far, double scale,
    double inverse_high, double inverse_low, double *out);

/// 1/(1 + exp(−x)), each rounded once; out may be x.
void simplex_logistics(int level, const double *x, ptrdiff_t n, double *out);

/// The same of one number, at any level but 0.
double simplex_logistic(double x);

#endif
