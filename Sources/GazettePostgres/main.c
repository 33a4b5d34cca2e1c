/* gazette-postgres: a bridge between `gazette` and a PostgreSQL server.
 *
 * It is started by `gazette`, which is one static file and cannot be linked to libpq, of which there is no static
 * library that is of use. Requests come on standard input and each is answered on standard output; when the input
 * ends, so does the program, and the server takes back what was not committed. It knows nothing of what it carries.
 *
 * A request or an answer is its length as four bytes, the highest first, a letter, and a body; a field is its length
 * likewise, all ones for null, and its bytes.
 *
 *   C URL                     connects                    K ENCODING of the server
 *   Q COUNT FIELD... SQL      runs, with parameters       R COLUMNS ROWS FIELD... TAG of the command
 *   B COUNT FIELD... SQL      the same, fields in binary  E STATE LOST WORDS: five letters, a byte, one line
 *
 * In Q without parameters SQL may be several statements, of which the last one answers. */

#define _DEFAULT_SOURCE

#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* The longest request or answer, in bytes. */
static const size_t longest = (size_t)1 << 30;
/* How long the server may take to let somebody in, in seconds, unless the URL says otherwise. */
static const int patience = 10;

/* Bytes that grow. */
struct bytes {
  char *start;
  size_t count, room;
};

static void add(struct bytes *bytes, const void *more, size_t count) {
  if (bytes->count + count > bytes->room) {
    bytes->room = (bytes->count + count) * 2;
    bytes->start = realloc(bytes->start, bytes->room);
    if (!bytes->start) exit(1);
  }
  if (count) memcpy(bytes->start + bytes->count, more, count);
  bytes->count += count;
}

static void add_number(struct bytes *bytes, uint32_t number) {
  const unsigned char digits[4] = {number >> 24, number >> 16, number >> 8, number};
  add(bytes, digits, 4);
}

static void add_text(struct bytes *bytes, const char *text) { add(bytes, text, strlen(text)); }

static uint32_t number_at(const char *place) {
  const unsigned char *digits = (const unsigned char *)place;
  return (uint32_t)digits[0] << 24 | (uint32_t)digits[1] << 16 | (uint32_t)digits[2] << 8 | digits[3];
}

/* Reads exactly that many bytes; whoever asks for none any more is gone. */
static void take(char *place, size_t count) {
  while (count) {
    const ssize_t taken = read(STDIN_FILENO, place, count);
    if (taken < 0 && errno == EINTR) continue;
    if (taken <= 0) exit(0);
    place += taken;
    count -= (size_t)taken;
  }
}

/* Answers with what stands behind the four bytes kept free for the length. */
static void answer(struct bytes *bytes) {
  const uint32_t length = (uint32_t)(bytes->count - 4);
  const unsigned char digits[4] = {length >> 24, length >> 16, length >> 8, length};
  memcpy(bytes->start, digits, 4);
  for (size_t done = 0; done < bytes->count;) {
    const ssize_t given = write(STDOUT_FILENO, bytes->start + done, bytes->count - done);
    if (given < 0 && errno == EINTR) continue;
    if (given <= 0) exit(0);
    done += (size_t)given;
  }
  free(bytes->start);
}

static struct bytes begin(char letter) {
  struct bytes bytes = {0};
  add_number(&bytes, 0);
  add(&bytes, &letter, 1);
  return bytes;
}

static void answer_failure(const char *state, int is_lost, const char *words) {
  struct bytes bytes = begin('E');
  const char lost = is_lost ? 1 : 0;
  add(&bytes, state, 5);
  add(&bytes, &lost, 1);
  add(&bytes, words, strcspn(words, "\n"));
  answer(&bytes);
}

/* Waits for the server, and ends the program when nobody waits for the answer any more. */
static int wait_for(int socket, short events, int milliseconds) {
  struct pollfd places[2] = {{.fd = socket, .events = events}, {.fd = STDIN_FILENO, .events = 0}};
  const int ready = poll(places, 2, milliseconds);
  if (places[1].revents & (POLLHUP | POLLERR | POLLNVAL)) exit(0);
  return ready;
}

/* ---- Connecting ---- */

static long now_in_milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000L + time.tv_nsec / 1000000L;
}

static long milliseconds_to_connect(PGconn *connection) {
  long seconds = patience;
  PQconninfoOption *options = PQconninfo(connection);
  for (PQconninfoOption *option = options; option && option->keyword; option++) {
    if (strcmp(option->keyword, "connect_timeout") == 0 && option->val && atoi(option->val) > 0)
      seconds = atoi(option->val);
  }
  PQconninfoFree(options);
  return seconds * 1000L;
}

/* Why there is no connection. libpq gives no state for that, so words with the state in them are asked for:
 * `FATAL:  3D000: database "x" does not exist`. */
static void answer_refusal(PGconn *connection) {
  char state[6] = "08001";
  char *words = strdup(PQerrorMessage(connection));
  if (!words) exit(1);
  for (char *place = words; (place = strstr(place, ":  ")); place++) {
    char *code = place + 3;
    if (strspn(code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 5 || code[5] != ':') continue;
    memcpy(state, code, 5);
    memmove(code, code + 7, strlen(code + 7) + 1);
    break;
  }
  /* An option that makes no sense. */
  if (strncmp(words, "invalid", 7) == 0) memcpy(state, "GZ001", 5);
  if (strcmp(state, "08001") == 0 && PQconnectionNeedsPassword(connection)) memcpy(state, "28P01", 5);
  answer_failure(state, 1, words);
  free(words);
}

static void connect_to(PGconn **connection, const char *url) {
  if (*connection) PQfinish(*connection);
  *connection = NULL;
  char *words = NULL;
  PQconninfoOption *options = PQconninfoParse(url, &words);
  PQfreemem(words);
  if (!options) {
    /* libpq's words quote the URL, and with it the password. */
    answer_failure("GZ001", 1, "");
    return;
  }
  PQconninfoFree(options);
  /* What the URL says of the same comes later and holds. A line that is cut is noticed within half a minute. */
  const char *names[] = {
      "fallback_application_name", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout",
      "dbname",
      /* What the program relies on comes behind it. */
      "client_encoding", NULL};
  const char *values[] = {"gazette", "10", "5", "3", "25000", url, "UTF8", NULL};
  PGconn *made = PQconnectStartParams(names, values, 1);
  if (!made) exit(1);
  *connection = made;
  PQsetErrorVerbosity(made, PQERRORS_VERBOSE);
  const long end = now_in_milliseconds() + milliseconds_to_connect(made);
  PostgresPollingStatusType status = PQstatus(made) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
  while (status != PGRES_POLLING_OK && status != PGRES_POLLING_FAILED) {
    const long left = end - now_in_milliseconds();
    const short events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT;
    const int ready = left > 0 ? wait_for(PQsocket(made), events, (int)left) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) {
      answer_failure("08001", 1, "timeout");
      return;
    }
    status = PQconnectPoll(made);
  }
  if (status == PGRES_POLLING_FAILED) {
    answer_refusal(made);
    return;
  }
  PQsetErrorVerbosity(made, PQERRORS_DEFAULT);
  const char *encoding = PQparameterStatus(made, "server_encoding");
  struct bytes bytes = begin('K');
  add_text(&bytes, encoding ? encoding : "");
  answer(&bytes);
}

/* ---- Asking ---- */

static void answer_rows(const PGresult *result) {
  struct bytes bytes = begin('R');
  const int columns = PQnfields(result), rows = PQntuples(result);
  add_number(&bytes, (uint32_t)columns);
  add_number(&bytes, (uint32_t)rows);
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) {
      if (PQgetisnull(result, row, column)) {
        add_number(&bytes, UINT32_MAX);
        continue;
      }
      const int length = PQgetlength(result, row, column);
      add_number(&bytes, (uint32_t)length);
      add(&bytes, PQgetvalue(result, row, column), (size_t)length);
      if (bytes.count > longest) {
        free(bytes.start);
        answer_failure("54000", 0, "the answer is too large");
        return;
      }
    }
  }
  add_text(&bytes, PQcmdStatus((PGresult *)result));
  answer(&bytes);
}

static void answer_error(PGconn *connection, const PGresult *result) {
  const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
  const char *words = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
  const int is_lost = PQstatus(connection) != CONNECTION_OK;
  answer_failure(
      state && strlen(state) == 5 ? state : is_lost ? "08006" : "XX000", is_lost,
      words ? words : PQerrorMessage(connection));
}

/* Waits for the next result; null when there is none any more, or no server. */
static PGresult *next_result(PGconn *connection) {
  while (PQisBusy(connection)) {
    if (wait_for(PQsocket(connection), POLLIN, -1) < 0 && errno != EINTR) return NULL;
    if (!PQconsumeInput(connection)) break;
  }
  return PQgetResult(connection);
}

static void run(PGconn *connection, const char *body, size_t length, int is_binary) {
  if (!connection) {
    answer_failure("08003", 1, "not connected");
    return;
  }
  const char *place = body, *end = body + length;
  if (length < 4) exit(1);
  const uint32_t count = number_at(place);
  place += 4;
  if (count > UINT16_MAX) exit(1);
  const char **values = calloc(count + 1, sizeof *values);
  char **copies = calloc(count + 1, sizeof *copies);
  int *lengths = calloc(count + 1, sizeof *lengths), *formats = calloc(count + 1, sizeof *formats);
  if (!values || !copies || !lengths || !formats) exit(1);
  for (uint32_t index = 0; index < count; index++) {
    if (end - place < 4) exit(1);
    const uint32_t size = number_at(place);
    place += 4;
    if (size == UINT32_MAX) continue;
    if ((size_t)(end - place) < size) exit(1);
    /* As text a parameter ends with a zero. */
    copies[index] = malloc((size_t)size + 1);
    if (!copies[index]) exit(1);
    memcpy(copies[index], place, size);
    copies[index][size] = 0;
    values[index] = copies[index];
    lengths[index] = (int)size;
    formats[index] = is_binary;
    place += size;
  }
  char *sql = strndup(place, (size_t)(end - place));
  if (!sql) exit(1);
  const int is_sent =
      count || is_binary
          ? PQsendQueryParams(connection, sql, (int)count, NULL, values, lengths, formats, is_binary)
          : PQsendQuery(connection, sql);
  PGresult *last = NULL, *result;
  int is_wrong = !is_sent;
  while (is_sent && (result = next_result(connection))) {
    const ExecStatusType status = PQresultStatus(result);
    const int failed = status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY;
    /* The first failure is the one that tells why. */
    if (is_wrong) {
      PQclear(result);
      continue;
    }
    PQclear(last);
    last = result;
    is_wrong = failed;
    if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) exit(1);
  }
  if (is_wrong || !last || PQstatus(connection) != CONNECTION_OK) {
    answer_error(connection, is_wrong ? last : NULL);
  } else {
    answer_rows(last);
  }
  PQclear(last);
  for (uint32_t index = 0; index < count; index++) free(copies[index]);
  free(copies);
  free(values);
  free(lengths);
  free(formats);
  free(sql);
}

/* What the server says beside the answers is for nobody. */
static void say_nothing(void *context, const char *words) {
  (void)context;
  (void)words;
}

int main(void) {
  signal(SIGPIPE, SIG_IGN);
  if (isatty(STDIN_FILENO)) {
    fputs("gazette-postgres is started by gazette, which it connects to a server\n", stderr);
    return 64;
  }
  PGconn *connection = NULL;
  for (;;) {
    char head[4];
    take(head, 4);
    const size_t length = number_at(head);
    if (length < 1 || length > longest) return 1;
    char *body = malloc(length + 1);
    if (!body) return 1;
    take(body, length);
    body[length] = 0;
    if (body[0] == 'C') {
      connect_to(&connection, body + 1);
      if (connection) PQsetNoticeProcessor(connection, say_nothing, NULL);
    } else if (body[0] == 'Q' || body[0] == 'B') {
      run(connection, body + 1, length - 1, body[0] == 'B');
    } else {
      return 1;
    }
    /* The URL may hold a password. */
    explicit_bzero(body, length);
    free(body);
  }
}
