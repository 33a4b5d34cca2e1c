/* gazette-sheet: makes a workbook of the table on standard input and writes it to standard output.
 *
 * It is started by `gazette`, which is one static file and cannot be linked to libxlsxwriter, of
 * which Debian has only the shared library. The table comes as fields that end with a NUL: the first
 * byte says what a field is, the rest is its content.
 *
 *   s name       the name of the sheet
 *   c width name a column: its width in digits, a blank, its name
 *   r            a row begins
 *   t text       a cell of text, never a formula
 *   n number     a cell with a whole number
 *   d day        a cell with a day, YYYY-MM-DD from 1900 on
 *   e            a cell with nothing
 */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { paper_a4 = 9, largest_input = 256 << 20 };

struct formats {
  lxw_format *head;
  lxw_format *text;
  lxw_format *date;
};

static lxw_format *wrapped(lxw_workbook *workbook) {
  lxw_format *format = workbook_add_format(workbook);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_border(format, LXW_BORDER_THIN);
  return format;
}

static struct formats make_formats(lxw_workbook *workbook) {
  struct formats formats = {wrapped(workbook), wrapped(workbook), wrapped(workbook)};
  format_set_bold(formats.head);
  format_set_bg_color(formats.head, 0xEEEEEA);
  /* What looks like a number stays text also when somebody edits the cell. */
  format_set_num_format(formats.text, "@");
  format_set_num_format(formats.date, "yyyy-mm-dd");
  return formats;
}

/* All of standard input with a NUL behind it; NULL where it cannot be read or is too long. */
static char *read_input(size_t *length) {
  size_t capacity = 1 << 16;
  char *bytes = malloc(capacity);
  *length = 0;
  while (bytes != NULL) {
    size_t count = fread(bytes + *length, 1, capacity - *length - 1, stdin);
    *length += count;
    if (count == 0) {
      bytes[*length] = 0;
      if (!ferror(stdin)) return bytes;
      break;
    }
    if (*length + 1 < capacity) continue;
    capacity *= 2;
    char *larger = capacity > largest_input ? NULL : realloc(bytes, capacity);
    if (larger == NULL) break;
    bytes = larger;
  }
  free(bytes);
  return NULL;
}

static void write_cell(lxw_worksheet *sheet, int row, int column, char *field,
                       struct formats *formats) {
  const char *content = field + 1;
  lxw_datetime day = {0};
  switch (field[0]) {
    case 'n': worksheet_write_number(sheet, row, column, strtod(content, NULL), NULL); break;
    case 'd':
      if (sscanf(content, "%4d-%2d-%2d", &day.year, &day.month, &day.day) == 3)
        worksheet_write_datetime(sheet, row, column, &day, formats->date);
      break;
    case 't':
      if (content[0] != 0) {
        worksheet_write_string(sheet, row, column, content, formats->text);
        break;
      }
      /* fall through */
    default: worksheet_write_blank(sheet, row, column, formats->text);
  }
}

static void fill(lxw_workbook *workbook, char *bytes, size_t length) {
  char *end = bytes + length;
  const char *name = bytes[0] == 's' && bytes[1] != 0 ? bytes + 1 : NULL;
  if (name != NULL && workbook_validate_sheet_name(workbook, name) != LXW_NO_ERROR) name = NULL;
  lxw_worksheet *sheet = workbook_add_worksheet(workbook, name);
  struct formats formats = make_formats(workbook);
  int row = 0, column = 0, columns = 0;
  for (char *field = bytes; field < end; field += strlen(field) + 1) {
    if (field[0] == 's') continue;
    if (field[0] == 'c') {
      char *title = NULL;
      double width = strtod(field + 1, &title);
      if (*title == ' ') title += 1;
      worksheet_set_column(sheet, columns, columns, width, NULL);
      worksheet_write_string(sheet, 0, columns, title, formats.head);
      columns += 1;
    } else if (field[0] == 'r') {
      row += 1;
      column = 0;
    } else {
      write_cell(sheet, row, column, field, &formats);
      column += 1;
    }
  }
  worksheet_freeze_panes(sheet, 1, 0);
  if (columns > 0) worksheet_autofilter(sheet, 0, 0, row, columns - 1);
  worksheet_set_paper(sheet, paper_a4);
  worksheet_set_landscape(sheet);
  worksheet_repeat_rows(sheet, 0, 0);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_footer(sheet, "&C&P / &N");
}

/* Copies a file from its beginning to standard output. */
static int copy_out(FILE *file) {
  char buffer[1 << 16];
  size_t count;
  rewind(file);
  while ((count = fread(buffer, 1, sizeof buffer, file)) > 0)
    if (fwrite(buffer, 1, count, stdout) != count) return 1;
  return ferror(file) || fflush(stdout) != 0;
}

int main(void) {
  size_t length;
  char *bytes = read_input(&length);
  if (bytes == NULL || length == 0 || bytes[0] != 's') {
    fputs("gazette-sheet is started by gazette, which it makes workbooks for\n", stderr);
    return 64;
  }
  /* The library writes to a path; this one is of a file that has no other name. */
  FILE *file = tmpfile();
  if (file == NULL) return 1;
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fileno(file));
  lxw_workbook *workbook = workbook_new(path);
  if (workbook == NULL) return 1;
  fill(workbook, bytes, length);
  return workbook_close(workbook) != LXW_NO_ERROR || copy_out(file);
}
