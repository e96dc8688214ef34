// What takes a block of 64 bytes into a digest's state, by the processor's own instructions where it has them.

#ifndef GALLEY_SHA_H
#define GALLEY_SHA_H

#include <stdint.h>

extern const uint32_t galley_sha_constants[64];

/// Whether the processor has instructions for SHA-256; asked once, before `main`.
extern int galley_sha_is_built_in;

void galley_sha_take(uint32_t state[8], const uint8_t *block);

#endif
