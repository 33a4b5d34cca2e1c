// The fence around what reads files of strangers: limits, no privileges, no network, no files.
//
// C, since nothing but calls of the system may run between fork and exec. What an old kernel lacks
// is left out: the limits always hold.
#define _GNU_SOURCE
#include "gazette_fence.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define OWN_ARCHITECTURE AUDIT_ARCH_RISCV64
#endif

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

// MARK: Files

// Numbers that younger kernels know and older headers do not.
enum {
  ACCESS_REFER = 1 << 13,
  ACCESS_TRUNCATE = 1 << 14,
  ACCESS_DEVICES = 1 << 15,
  SCOPE_SOCKETS_AND_SIGNALS = 3,
};

// The rules of Landlock as of its sixth version; older ones take the first bytes.
struct rules {
  uint64_t files, network, scopes;
};

static const uint64_t reading =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

// Where programs, their libraries and what these read lie. Nothing of people is among it.
static const char *const installed[] = {
    "/usr", "/opt", "/lib", "/lib64", "/bin",
    "/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/libreoffice",
    "/etc/localtime", "/var/cache/fontconfig", "/var/lib/libreoffice", "/var/spool/libreoffice", "/proc/self",
    "/proc/meminfo", "/proc/cpuinfo", "/sys/devices/system/cpu", "/dev/urandom", "/dev/random",
};

static void allow(int rules, const char *path, uint64_t access) {
  int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return;
  struct stat status;
  if (fstat(place, &status) == 0 && !S_ISDIR(status.st_mode)) {
    access &= LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
        | LANDLOCK_ACCESS_FS_WRITE_FILE | ACCESS_TRUNCATE;
  }
  struct landlock_path_beneath_attr rule = {.allowed_access = access, .parent_fd = place};
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(place);
}

static void hide_files(const struct gazette_fence *fence) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return;
  struct rules wanted = {.files = (1 << 13) - 1};
  size_t size = offsetof(struct rules, network);
  if (version >= 2) wanted.files |= ACCESS_REFER;
  if (version >= 3) wanted.files |= ACCESS_TRUNCATE;
  if (version >= 4) {
    wanted.network = 3;
    size = offsetof(struct rules, scopes);
  }
  if (version >= 5) wanted.files |= ACCESS_DEVICES;
  if (version >= 6) {
    wanted.scopes = SCOPE_SOCKETS_AND_SIGNALS;
    size = sizeof wanted;
  }
  int rules = (int)syscall(SYS_landlock_create_ruleset, &wanted, size, 0);
  if (rules < 0) return;
  for (size_t index = 0; index < LENGTH(installed); index++) {
    allow(rules, installed[index], reading);
  }
  allow(rules, fence->program, reading);
  allow(rules, "/dev/null", reading | LANDLOCK_ACCESS_FS_WRITE_FILE);
  if (fence->folder) allow(rules, fence->folder, wanted.files & ~(uint64_t)ACCESS_DEVICES);
  // LibreOffice listens to itself in /tmp, whatever TMPDIR says, and does not start where it cannot.
  if (fence->has_local_sockets) allow(rules, "/tmp", LANDLOCK_ACCESS_FS_MAKE_SOCK);
  syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
}

// MARK: Calls of the system

// What no reader of a file needs: to look into others, to change the system, to keep secrets.
static const int refused[] = {
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_mount, SYS_umount2, SYS_pivot_root,
    SYS_chroot, SYS_unshare, SYS_setns, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_bpf,
    SYS_perf_event_open, SYS_userfaultfd, SYS_init_module, SYS_finit_module, SYS_delete_module,
    SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff, SYS_settimeofday, SYS_clock_settime,
    SYS_sethostname, SYS_setdomainname, SYS_open_by_handle_at, SYS_acct, SYS_quotactl,
    SYS_syslog, SYS_io_uring_setup, SYS_pidfd_getfd, SYS_kcmp, SYS_personality,
};

// What a program that is started needs once, and never again.
static const int starting[] = {
    SYS_execve, SYS_execveat,
#ifdef SYS_fork
    SYS_fork, SYS_vfork,
#endif
    SYS_clone, SYS_clone3, SYS_socket, SYS_socketpair, SYS_kill,
};

#define STATEMENT(code, value) ((struct sock_filter)BPF_STMT(code, value))
#define BRANCH(code, value, yes, no) ((struct sock_filter)BPF_JUMP(code, value, yes, no))

static const unsigned refusal = SECCOMP_RET_ERRNO | EPERM;

// The beginning of every filter: calls in the form of another architecture end the process.
static size_t begin(struct sock_filter *filter) {
  size_t count = 0;
#ifdef OWN_ARCHITECTURE
  filter[count++] = STATEMENT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
  filter[count++] = BRANCH(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0);
  filter[count++] = STATEMENT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
  filter[count++] = STATEMENT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
  // The numbers of x32.
  filter[count++] = BRANCH(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  filter[count++] = STATEMENT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
#endif
#endif
  return count;
}

static size_t refuse(struct sock_filter *filter, size_t count, int call, unsigned answer) {
  filter[count++] = BRANCH(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 1);
  filter[count++] = STATEMENT(BPF_RET | BPF_K, answer);
  return count;
}

static bool install(struct sock_filter *filter, size_t count) {
#ifdef OWN_ARCHITECTURE
  filter[count++] = STATEMENT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  struct sock_fprog program = {.len = (unsigned short)count, .filter = filter};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
#else
  (void)filter, (void)count;
  return false;
#endif
}

static void refuse_calls(bool has_local_sockets) {
  struct sock_filter filter[2 * LENGTH(refused) + 32];
  size_t count = begin(filter);
  for (size_t index = 0; index < LENGTH(refused); index++) {
    count = refuse(filter, count, refused[index], refusal);
  }
  if (has_local_sockets) {
    filter[count++] = BRANCH(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3);
    filter[count++] = STATEMENT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0]));
    filter[count++] = BRANCH(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0);
    filter[count++] = STATEMENT(BPF_RET | BPF_K, refusal);
  } else {
    count = refuse(filter, count, SYS_socket, refusal);
  }
  install(filter, count);
}

bool gazette_fence_tighten(void) {
  struct sock_filter filter[2 * LENGTH(starting) + 16];
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  size_t count = begin(filter);
  for (size_t index = 0; index < LENGTH(starting); index++) {
    count = refuse(filter, count, starting[index], refusal);
  }
  return install(filter, count);
}

// MARK: Start

static void limit(int resource, uint64_t most) {
  struct rlimit value = {.rlim_cur = most, .rlim_max = most};
  setrlimit(resource, &value);
}

// Where both limits are one, a busy machine looks when the harder is passed as well, and the program ends by a
// signal that does not say why.
static void limit_time(uint64_t seconds) {
  struct rlimit value = {.rlim_cur = seconds, .rlim_max = seconds + 5};
  setrlimit(RLIMIT_CPU, &value);
}

static _Noreturn void enter(const struct gazette_fence *fence, pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  // The caller may have ended before that call.
  if (getppid() != parent) _exit(126);
  // Above what they are put to, so that none is closed by the next.
  int input = fcntl(fence->input, F_DUPFD, 10);
  int output = fcntl(fence->output, F_DUPFD, 10);
  int errors = fcntl(fence->errors, F_DUPFD, 10);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(126);
  if (syscall(SYS_close_range, 3U, ~0U, 0U) != 0) {
    for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
  }
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  umask(077);
  if (chdir(fence->folder ? fence->folder : "/") != 0) _exit(126);
  limit(RLIMIT_AS, fence->memory);
  limit_time(fence->seconds);
  limit(RLIMIT_FSIZE, fence->folder ? fence->file_size : 0);
  limit(RLIMIT_NOFILE, fence->open_files);
  limit(RLIMIT_CORE, 0);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) _exit(126);
  hide_files(fence);
  refuse_calls(fence->has_local_sockets);
  execve(fence->program, fence->arguments, fence->environment);
  _exit(127);
}

pid_t gazette_fence_start(const struct gazette_fence *fence) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) enter(fence, parent);
  // Both do it, so that it is done whoever runs first.
  if (child > 0) setpgid(child, child);
  return child;
}

int gazette_fence_file(const void *bytes, size_t count) {
  int file = memfd_create("gazette", MFD_CLOEXEC);
  if (file < 0) return -1;
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(file, rest, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      int code = errno;
      close(file);
      errno = code;
      return -1;
    }
    rest += written;
    count -= (size_t)written;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}
