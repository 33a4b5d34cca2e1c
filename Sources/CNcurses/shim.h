/* What of ncurses Swift cannot import by itself. */
#ifndef GAZETTE_CNCURSES_SHIM_H
#define GAZETTE_CNCURSES_SHIM_H

/* Before any include: without both, the headers hide the wide-character functions. */
#define _XOPEN_SOURCE 700
#define NCURSES_WIDECHAR 1

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <unistd.h>
#include <wchar.h>
#include <wctype.h>

/* The A_ macros are computed (a shift of a cast), which the importer leaves out. */
static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_underline = A_UNDERLINE;
static const attr_t cn_reverse = A_REVERSE;

/* So are the names of mouse buttons. */
static const mmask_t cn_button1_pressed = BUTTON1_PRESSED;
static const mmask_t cn_button1_released = BUTTON1_RELEASED;
static const mmask_t cn_button4_pressed = BUTTON4_PRESSED;
static const mmask_t cn_button5_pressed = BUTTON5_PRESSED;

/* stdscr and curscr are mutable globals, which Swift 6 refuses to read. */
static inline WINDOW *cn_stdscr(void) { return stdscr; }
static inline WINDOW *cn_curscr(void) { return curscr; }

/* So is environ. */
extern char **environ;
static inline char **cn_environment(void) { return environ; }

#endif
