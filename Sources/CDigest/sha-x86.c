// SHA-256 by the instructions that x86 processors have for it, four rounds at a time. The state lies in two registers
// as these want it, A B E F and C D G H, from the highest lane to the lowest.

#include "sha.h"

int galley_sha_is_built_in = 0;

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

__attribute__((constructor)) static void ask(void) {
  unsigned a, b, c, d;
  int has_shuffles = __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSSE3) && (c & bit_SSE4_1);
  int has_sha = __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 29);
  galley_sha_is_built_in = has_shuffles && has_sha;
}

__attribute__((target("sha,sse4.1,ssse3"))) void galley_sha_take(
    uint32_t state[8], const uint8_t *block) {
  const __m128i bytes_reversed = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
  __m128i abef = _mm_set_epi32(
      (int)state[0], (int)state[1], (int)state[4], (int)state[5]);
  __m128i cdgh = _mm_set_epi32(
      (int)state[2], (int)state[3], (int)state[6], (int)state[7]);
  const __m128i abef_before = abef, cdgh_before = cdgh;
  __m128i words[16];
  for (int i = 0; i < 16; i++) {
    if (i < 4) {
      __m128i read = _mm_loadu_si128((const __m128i *)block + i);
      words[i] = _mm_shuffle_epi8(read, bytes_reversed);
    } else {
      __m128i late = _mm_alignr_epi8(words[i - 1], words[i - 2], 4);
      __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(words[i - 4], words[i - 3]), late);
      words[i] = _mm_sha256msg2_epu32(sum, words[i - 1]);
    }
    __m128i constants = _mm_loadu_si128((const __m128i *)galley_sha_constants + i);
    __m128i input = _mm_add_epi32(words[i], constants);
    cdgh = _mm_sha256rnds2_epu32(cdgh, abef, input);
    abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(input, 0x0E));
  }
  abef = _mm_add_epi32(abef, abef_before);
  cdgh = _mm_add_epi32(cdgh, cdgh_before);
  uint32_t lanes[8];
  _mm_storeu_si128((__m128i *)lanes, abef);
  _mm_storeu_si128((__m128i *)(lanes + 4), cdgh);
  state[0] = lanes[3], state[1] = lanes[2], state[4] = lanes[1], state[5] = lanes[0];
  state[2] = lanes[7], state[3] = lanes[6], state[6] = lanes[5], state[7] = lanes[4];
}

#else

void galley_sha_take(uint32_t state[8], const uint8_t *block) {
  (void)state;
  (void)block;
}

#endif
