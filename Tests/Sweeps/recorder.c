// Preloaded into a program, writes down what it does to the files below one directory, in the order in
// which it was done, with the bytes. power_trace.py reads it; the layout of a record stands there too.
//
//   ROUNDS_RECORD_BELOW  the directory, as realpath gives it
//   ROUNDS_RECORD_TO     the trace; several processes append to it
//
// An operation and its record are made under one lock, and the record is complete before the caller goes
// on: what a program says after a sync stands behind that sync, also across processes. What is said
// (standard output, TCP) is recorded before it is said, so no later sync can seem to have been in time.
// There is no table of descriptors: /proc knows their paths, also after dup, fork and rename. So close is
// not of interest. Maps are not seen; SQLite maps its -shm file alone, which each start makes anew.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

struct __attribute__((packed)) head { char kind; uint32_t process; int64_t file, number; uint32_t a, b; };
typedef char Path[PATH_MAX];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *below;
static int trace = -1;

static void unlock(void) { int code = errno; pthread_mutex_unlock(&lock); errno = code; }

__attribute__((constructor)) static void begin(void) {
  const char *to = getenv("ROUNDS_RECORD_TO");
  if (!to || !(below = getenv("ROUNDS_RECORD_BELOW"))) return;
  trace = (int)syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (trace < 0) { perror(to); _exit(99); }
}

// One append, so records of several processes never mix. A trace with a gap would be worse than none.
static void note(char kind, int64_t file, int64_t number, const void *a, size_t m, const char *b, size_t n) {
  int code = errno;
  struct head head = {kind, (uint32_t)getpid(), file, number, (uint32_t)m, (uint32_t)n};
  struct iovec parts[3] = {{&head, sizeof head}, {(void *)a, m}, {(void *)b, n}};
  if (syscall(SYS_writev, trace, parts, 3) != (ssize_t)(sizeof head + m + n)) { perror("trace"); _exit(99); }
  errno = code;
}
static void note_name(char kind, int64_t file, int64_t number, const char *name) {
  note(kind, file, number, name, strlen(name), NULL, 0);
}

static int is_below(const char *path) {
  size_t n = below ? strlen(below) : 0;
  return n && !strncmp(path, below, n) && (path[n] == '/' || !path[n]);
}
static int path_of(int fd, Path out) {
  int code = errno;
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = below ? readlink(link, out, PATH_MAX - 1) : -1;
  out[n < 0 ? 0 : n] = 0;
  errno = code;
  return is_below(out);
}
static int absolute(int directory, const char *name, Path out) {
  Path base = "";
  if (!below) return 0;
  if (*name != '/' && directory != AT_FDCWD) path_of(directory, base);
  if (*name != '/' && directory == AT_FDCWD && !getcwd(base, sizeof base)) return 0;
  return snprintf(out, PATH_MAX, "%s%s%s", base, *name == '/' ? "" : "/", name) < PATH_MAX && is_below(out);
}
static int64_t inode(int fd) { struct stat s; return fstat(fd, &s) ? -1 : (int64_t)s.st_ino; }

static int port(int fd, int (*end)(int, struct sockaddr *, socklen_t *)) {
  int code = errno;
  struct sockaddr_in s = {0};
  socklen_t n = sizeof s;
  int is_found = below && !end(fd, (struct sockaddr *)&s, &n) && s.sin_family == AF_INET;
  errno = code;
  return is_found ? ntohs(s.sin_port) : 0;
}
static void saying(int fd, const void *bytes, size_t count) {
  int to = below && fd != 1 ? port(fd, getpeername) : 0;
  if (to) note('S', 0, to, NULL, 0, NULL, 0);
  if (below && fd == 1) note('O', 0, 0, bytes, count, NULL, 0);
}

static int opened(int directory, const char *name, int flags, mode_t mode) {
  Path path;
  int changes = below && flags & (O_CREAT | O_TRUNC);
  if (changes) pthread_mutex_lock(&lock);
  int is_new = changes && flags & O_CREAT && faccessat(directory, name, F_OK, AT_SYMLINK_NOFOLLOW);
  int fd = (int)syscall(SYS_openat, directory, name, flags | O_LARGEFILE, mode);
  if (fd >= 0 && path_of(fd, path)) note_name('o', inode(fd), is_new | (flags & O_TRUNC ? 2 : 0), path);
  if (changes) unlock();
  return fd;
}
#define OPENED(directory) { va_list more; va_start(more, flags); \
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0; va_end(more); \
  return opened(directory, name, flags, mode); }
int open(const char *name, int flags, ...) OPENED(AT_FDCWD)
int open64(const char *name, int flags, ...) OPENED(AT_FDCWD)
int openat(int directory, const char *name, int flags, ...) OPENED(directory)
int openat64(int directory, const char *name, int flags, ...) OPENED(directory)
int __open_2(const char *name, int flags) { return opened(AT_FDCWD, name, flags, 0); }
int __open64_2(const char *name, int flags) { return opened(AT_FDCWD, name, flags, 0); }
int creat(const char *name, mode_t mode) { return open(name, O_WRONLY | O_CREAT | O_TRUNC, mode); }
int creat64(const char *name, mode_t mode) { return creat(name, mode); }

// At an offset, or with -1 at the descriptor's own place.
static ssize_t written(int fd, const void *bytes, size_t count, off_t at) {
  Path path;
  int counts = path_of(fd, path);
  if (counts) pthread_mutex_lock(&lock); else saying(fd, bytes, count);
  ssize_t done = at < 0 ? syscall(SYS_write, fd, bytes, count) : syscall(SYS_pwrite64, fd, bytes, count, at);
  if (counts && done > 0)
    note('w', inode(fd), at < 0 ? lseek(fd, 0, SEEK_CUR) - done : at, bytes, (size_t)done, NULL, 0);
  if (counts) unlock();
  return done;
}
ssize_t write(int fd, const void *bytes, size_t count) { return written(fd, bytes, count, -1); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return written(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { return pwrite(fd, bytes, count, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
  Path path;
  // Writing the first part alone is a legal answer, and standard output tells all it is given.
  if (fd == 1 || path_of(fd, path)) return written(fd, parts[0].iov_base, parts[0].iov_len, -1);
  saying(fd, NULL, 0);
  return syscall(SYS_writev, fd, parts, count);
}
ssize_t recv(int fd, void *bytes, size_t count, int flags) {
  ssize_t done = syscall(SYS_recvfrom, fd, bytes, count, flags, NULL, NULL);
  int at = done > 0 ? port(fd, getsockname) : 0;
  if (at) note('R', 0, at, NULL, 0, NULL, 0);
  return done;
}

// Does something that answers 0 when it was done; below the directory, under the lock and with a record.
#define DONE(is_below, action, record) int counts = (is_below); if (counts) pthread_mutex_lock(&lock); \
  int done = (int)(action); if (counts && !done) record; if (counts) unlock(); return done;
static int synced(int fd, long call) {
  Path p; struct stat s;
  DONE(path_of(fd, p) && !fstat(fd, &s), syscall(call, fd),
       note_name(S_ISDIR(s.st_mode) ? 'd' : 's', (int64_t)s.st_ino, 0, p))
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }
int ftruncate(int fd, off_t size) {
  Path p;
  DONE(path_of(fd, p), syscall(SYS_ftruncate, fd, size), note_name('t', inode(fd), size, p))
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }
int truncate(const char *name, off_t size) {
  Path p;
  DONE(absolute(AT_FDCWD, name, p), syscall(SYS_truncate, name, size), note_name('T', 0, size, p))
}
int truncate64(const char *name, off64_t size) { return truncate(name, size); }

static int two(char kind, long call, int from, const char *old, int to, const char *new, unsigned flags) {
  Path a, b;
  int first = absolute(from, old, a), second = absolute(to, new, b);
  DONE(first || second, syscall(call, from, old, to, new, flags),
       note(kind, 0, flags, a, strlen(a), b, strlen(b)))
}
int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
  return two('r', SYS_renameat2, from, old, to, new, flags);
}
int renameat(int from, const char *old, int to, const char *new) { return renameat2(from, old, to, new, 0); }
int rename(const char *old, const char *new) { return renameat2(AT_FDCWD, old, AT_FDCWD, new, 0); }
int linkat(int from, const char *old, int to, const char *new, int flags) {
  return two('l', SYS_linkat, from, old, to, new, (unsigned)flags);
}
int link(const char *old, const char *new) { return linkat(AT_FDCWD, old, AT_FDCWD, new, 0); }

static int one(char kind, long call, int directory, const char *name, unsigned more) {
  Path p;
  DONE(absolute(directory, name, p), syscall(call, directory, name, more), note_name(kind, 0, 0, p))
}
int unlinkat(int directory, const char *name, int flags) {
  return one(flags & AT_REMOVEDIR ? 'x' : 'u', SYS_unlinkat, directory, name, (unsigned)flags);
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }
int mkdirat(int at, const char *name, mode_t mode) { return one('m', SYS_mkdirat, at, name, mode); }
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
