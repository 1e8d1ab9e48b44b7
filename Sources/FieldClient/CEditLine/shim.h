#pragma once

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

// el_set and el_get take variable arguments, which Swift cannot pass. One plain function for each
// use; all answer 0 on success and -1 otherwise, like the originals.

typedef unsigned char (*rounds_key_action)(EditLine *, int);

static inline int rounds_set_owner(EditLine *line, void *owner) {
  return el_set(line, EL_CLIENTDATA, owner);
}

/// NULL when none was set.
static inline void *rounds_owner(EditLine *line) {
  void *owner = NULL;
  return el_get(line, EL_CLIENTDATA, &owner) == 0 ? owner : NULL;
}

/// `emacs` or `vi`.
static inline int rounds_set_keys(EditLine *line, const char *keys) {
  return el_set(line, EL_EDITOR, keys);
}

/// While a line is read, signals that end or resize the program first restore the terminal.
static inline int rounds_handle_signals(EditLine *line) {
  return el_set(line, EL_SIGNAL, 1);
}

/// One setting of stty while a line is edited: `-isig`.
static inline int rounds_set_tty_while_editing(EditLine *line, const char *setting) {
  return el_set(line, EL_SETTY, "-d", setting, NULL);
}

/// Switches the terminal to editing at once, not only when the first key is waited for.
static inline int rounds_begin_editing(EditLine *line) {
  return el_set(line, EL_PREP_TERM, 1);
}

/// NULL gives libedit's own reader, which decodes UTF-8 and minds signals.
static inline int rounds_set_key_reader(EditLine *line, el_rfunc_t reader) {
  return el_set(line, EL_GETCFN, reader);
}

static inline int rounds_add_action(EditLine *line, const char *name, rounds_key_action action) {
  return el_set(line, EL_ADDFN, name, name, action);
}

static inline int rounds_bind(EditLine *line, const char *keys, const char *action) {
  return el_set(line, EL_BIND, keys, action, NULL);
}

// <wchar.h> declares it only to programs that ask for X/Open.
int wcwidth(wchar_t scalar);

/// Columns a scalar takes on a terminal in the process's locale; 0 for what is not printable.
static inline int rounds_columns(wchar_t scalar) {
  int columns = wcwidth(scalar);
  return columns > 0 ? columns : 0;
}
