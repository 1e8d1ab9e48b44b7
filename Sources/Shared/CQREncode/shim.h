#include <errno.h>
#include <qrencode.h>

/* errno is a macro that Swift cannot see; read directly behind the call that set it. */
static inline int rounds_qr_error(void) { return errno; }
