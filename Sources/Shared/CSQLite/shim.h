#include <sqlite3.h>

/* sqlite3_config takes arguments of any number and kind, which Swift cannot call. */
static inline int rounds_sqlite_without_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* sqlite3_db_config is like it: the plan of a statement follows from its text alone. */
static inline int rounds_sqlite_plan_by_text(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_QPSG, 1, (int *)0);
}
