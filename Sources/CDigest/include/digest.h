// Names for contents: SHA-256 of FIPS 180-4, and the hash of Fowler, Noll and Vo. In C because Swift without its
// optimiser, as a first build is, takes many times as long, and because a whole library of cryptography would be a
// minute of everybody's first build.

#ifndef GALLEY_DIGEST_H
#define GALLEY_DIGEST_H

#include <stddef.h>
#include <stdint.h>

/// A digest in the making.
typedef struct {
  uint32_t state[8];
  uint64_t length;
  uint8_t block[64];
  /// Whether the processor's own instructions are used: as `begin` finds them, or never.
  int uses_instructions;
} galley_digest;

void galley_digest_begin(galley_digest *digest);
void galley_digest_add(galley_digest *digest, const void *bytes, size_t count);
/// Writes the 32 bytes; nothing may be added any more.
void galley_digest_end(galley_digest *digest, uint8_t *result);

/// FNV-1a of 64 bits, going on from a state.
uint64_t galley_fnv(uint64_t state, const void *bytes, size_t count);

#endif
