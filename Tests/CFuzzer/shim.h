#pragma once
#include <stddef.h>
#include <stdint.h>

// libFuzzer's own entry, for programs that bring their own main. The compiler's runtime has it; only a
// build with ROUNDS_FUZZ calls it, and links that runtime.
int LLVMFuzzerRunDriver(
    int *argc, char ***argv, int (*run)(const uint8_t *data, size_t size));
