#include <sqlite3.h>

/* sqlite3_config takes arguments of any number and kind, which Swift cannot call. */
static inline int rounds_sqlite_without_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
