#pragma once

#include <errno.h>
#include <keyutils.h>
#include <stddef.h>

// Every function answers 0 or more on success and minus errno otherwise, so that the number is read
// before anything else can change it.

static inline long rounds_answer(long answer) { return answer < 0 ? -(long)errno : answer; }

/// Links the user's keyring into the process, which ends with it: the kernel lets a process read only
/// keys that hang on one of its own keyrings, and not every session hangs the user's there (keyrings(7)).
static inline long rounds_possess_user_keyring(void) {
  return rounds_answer(keyctl_link(KEY_SPEC_USER_KEYRING, KEY_SPEC_PROCESS_KEYRING));
}

/// Makes a key that belongs to this process alone. The number of the key.
static inline long rounds_make_key(const char *name, const void *bytes, size_t count) {
  return rounds_answer(add_key("user", name, bytes, count, KEY_SPEC_PROCESS_KEYRING));
}

/// The kernel forgets the key after so many seconds.
static inline long rounds_set_timeout(long key, unsigned seconds) {
  return rounds_answer(keyctl_set_timeout((key_serial_t)key, seconds));
}

/// Hands the key to the user's keyring in place of one with the same name.
static inline long rounds_hand_to_user(long key) {
  return rounds_answer(keyctl_link((key_serial_t)key, KEY_SPEC_USER_KEYRING));
}

/// The number of the user's key of a name.
static inline long rounds_find_key(const char *name) {
  return rounds_answer(keyctl_search(KEY_SPEC_USER_KEYRING, "user", name, 0));
}

/// How many bytes the key has, whatever fits into the buffer.
static inline long rounds_read_key(long key, char *buffer, size_t count) {
  return rounds_answer(keyctl_read((key_serial_t)key, buffer, count));
}

/// Nobody finds the key any more.
static inline long rounds_invalidate_key(long key) {
  return rounds_answer(keyctl_invalidate((key_serial_t)key));
}
