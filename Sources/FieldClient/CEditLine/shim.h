#pragma once

#include <histedit.h>
#include <stdio.h>

// el_set and el_get take variable arguments, which Swift cannot pass. One plain function for each
// use; all answer 0 on success and -1 otherwise, like the originals.

typedef unsigned char (*rounds_key_action)(EditLine *, int);
typedef char *(*rounds_prompt)(EditLine *);

static inline int rounds_set_owner(EditLine *line, void *owner) {
  return el_set(line, EL_CLIENTDATA, owner);
}

/// NULL when none was set.
static inline void *rounds_owner(EditLine *line) {
  void *owner = NULL;
  return el_get(line, EL_CLIENTDATA, &owner) == 0 ? owner : NULL;
}

static inline int rounds_set_prompt(EditLine *line, rounds_prompt prompt) {
  return el_set(line, EL_PROMPT, prompt);
}

/// `emacs` or `vi`.
static inline int rounds_set_keys(EditLine *line, const char *keys) {
  return el_set(line, EL_EDITOR, keys);
}

static inline int rounds_set_terminal(EditLine *line, const char *type) {
  return el_set(line, EL_TERMINAL, type);
}

/// The terminal type in use; NULL when there is none. Owned by the line editor.
static inline const char *rounds_terminal(EditLine *line) {
  const char *type = NULL;
  return el_get(line, EL_TERMINAL, &type) == 0 ? type : NULL;
}

/// While a line is read, signals that end or resize the program first restore the terminal.
static inline int rounds_handle_signals(EditLine *line) {
  return el_set(line, EL_SIGNAL, 1);
}

/// One setting of stty while a line is edited: `-isig`.
static inline int rounds_set_tty_while_editing(EditLine *line, const char *setting) {
  return el_set(line, EL_SETTY, "-d", setting, NULL);
}

static inline int rounds_add_action(EditLine *line, const char *name, rounds_key_action action) {
  return el_set(line, EL_ADDFN, name, name, action);
}

static inline int rounds_bind(EditLine *line, const char *keys, const char *action) {
  return el_set(line, EL_BIND, keys, action, NULL);
}
