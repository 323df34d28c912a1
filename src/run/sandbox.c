/* sandbox.c: what untrusted code can see and call.
 *
 * Files and processes are bubblewrap's matter: new namespaces, the system's programs and
 * libraries read-only, and no other path than those named. System calls are libseccomp's:
 * forbidden ones fail with EPERM, so that a program's own error handling can go on. */
#include "run/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A command line under construction. */
struct words {
    const char **word;
    size_t count;
    bool overflow;
};

static void add(struct words *words, const char *word)
{
    if (words->count + 1 >= SANDBOX_MAX_WORDS)
        words->overflow = true;
    else
        words->word[words->count++] = word;
}

static void add_all(struct words *words, const char *const *list)
{
    for (; *list; list++)
        add(words, *list);
}

/* Shows each path of the list at its own place. */
static void add_binds(struct words *words, const char *option, const char *const *paths)
{
    for (; paths && *paths; paths++) {
        add(words, option);
        add(words, *paths);
        add(words, *paths);
    }
}

/* What is mounted before the command's own files. Code under test can write nowhere:
 * memory that it filled with files would not be counted as its own. A compiler needs
 * /tmp. */
static void add_system(struct words *words, const struct command *command)
{
    static const char *const isolation[] = {"bwrap",
                                            "--unshare-all",
                                            "--die-with-parent",
                                            "--new-session",
                                            "--cap-drop",
                                            "ALL",
                                            "--proc",
                                            "/proc",
                                            "--dev",
                                            "/dev",
                                            NULL};
    static const char *const system[] = {
        "/usr", "/bin", "/lib", "/lib64", "/etc/alternatives", "/etc/ld.so.cache", NULL};
    add_all(words, isolation);
    add(words, command->confine ? "--dir" : "--tmpfs");
    add(words, "/tmp");
    add_binds(words, "--ro-bind-try", system);
    if (command->sandbox->hidden) {
        add(words, "--tmpfs");
        add(words, command->sandbox->hidden);
    }
}

/* Afterwards nothing but what the command may write is writable. For root that includes
 * the kernel's settings in /proc/sys, which need no capability. */
static void add_locks(struct words *words, const struct command *command)
{
    static const char *const locked[] = {"/", "/dev", "/proc", NULL};
    for (const char *const *path = locked; *path; path++) {
        add(words, "--remount-ro");
        add(words, *path);
    }
    if (command->sandbox->hidden) {
        add(words, "--remount-ro");
        add(words, command->sandbox->hidden);
    }
}

bool sandbox_command(const char *word[SANDBOX_MAX_WORDS], const struct command *command,
                     const char *filter_fd, const char *status_fd)
{
    struct words words = {.word = word};
    add_system(&words, command);
    add_binds(&words, "--ro-bind", command->sandbox->readable);
    add_binds(&words, "--bind", command->sandbox->writable);
    add_locks(&words, command);
    if (command->directory) {
        add(&words, "--chdir");
        add(&words, command->directory);
    }
    add(&words, "--json-status-fd");
    add(&words, status_fd);
    if (filter_fd) {
        add(&words, "--seccomp");
        add(&words, filter_fd);
    }
    add(&words, "--");
    add_all(&words, command->argv);
    word[words.count] = NULL;
    return !words.overflow;
}

/* By name, because an older libseccomp does not know the newest ones. */
static int forbid_call(scmp_filter_ctx filter, const char *name, int error)
{
    int call = seccomp_syscall_resolve_name(name);
    return call == __NR_SCMP_ERROR
               ? 0
               : seccomp_rule_add(filter, SCMP_ACT_ERRNO((uint16_t)error), call, 0);
}

/* What confined code has no need of, and what it would be good for. */
static const char *const forbidden[] = {
    /* processes, threads, sessions, and what reaches into another process */
    "fork", "vfork", "clone", "setsid", "setpgid", "unshare", "setns", "ptrace",
    "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_open",
    "pidfd_send_signal", "pidfd_getfd", "kcmp",
    /* who it is: as somebody else it would not end with its parent */
    "setuid", "setreuid", "setresuid", "setfsuid", "setgid", "setregid", "setresgid",
    "setfsgid", "setgroups", "capset",
    /* who else gets processor and memory, and how much of it */
    "setpriority", "ioprio_set", "sched_setaffinity", "sched_setattr", "sched_setparam",
    "sched_setscheduler", "migrate_pages", "move_pages",
    /* files: neither made nor changed; opening one to write is forbidden below */
    "creat", "openat2", "mkdir", "mkdirat", "mknod", "mknodat", "link", "linkat",
    "symlink", "symlinkat", "rename", "renameat", "renameat2", "unlink", "unlinkat",
    "rmdir", "truncate", "chmod", "fchmod", "fchmodat", "chown", "lchown", "fchown",
    "fchownat", "utime", "utimes", "futimesat", "utimensat", "setxattr", "lsetxattr",
    "fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "sync", "syncfs", "fsync",
    "fdatasync", "sync_file_range",
    /* the network, and ways to call the system past this filter */
    "socket", "socketpair", "io_uring_setup", "io_uring_enter", "io_uring_register",
    "io_setup",
    /* memory that is not counted, or that is not this program's alone */
    "shmget", "shmat", "shmctl", "msgget", "msgctl", "msgsnd", "msgrcv", "semget",
    "semctl", "semop", "semtimedop", "mq_open", "mq_unlink", "vmsplice", "splice", "tee",
    "memfd_create", "add_key", "request_key", "keyctl",
    /* the machine */
    "mount", "umount2", "pivot_root", "chroot", "fsopen", "fspick", "fsmount",
    "move_mount", "mount_setattr", "open_tree", "open_by_handle_at", "kexec_load",
    "kexec_file_load", "init_module", "finit_module", "delete_module", "bpf",
    "userfaultfd", "perf_event_open", "fanotify_init", "swapon", "swapoff", "acct",
    "quotactl", "quotactl_fd", "reboot", "vhangup", "iopl", "ioperm", "sethostname",
    "setdomainname", "settimeofday", "clock_settime", "adjtimex", "clock_adjtime",
    "syslog"};

/* The calls since Linux 5.14, those to come included, have these numbers on every
 * processor. Libseccomp may be too old to know their names; programs do without them. */
enum { FIRST_NEW_CALL = 447, LAST_NEW_CALL = 511 };

/* Forbids a call when these bits of its argument are set to this. The kernel does not
 * look at the upper half of an int, so neither do we. */
static int forbid_when(scmp_filter_ctx filter, int call, unsigned argument, unsigned bits,
                       unsigned value)
{
    return seccomp_rule_add(
        filter, SCMP_ACT_ERRNO(EPERM), call, 1,
        SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, (scmp_datum_t)bits, (scmp_datum_t)value));
}

/* A file that is opened to write may be anybody's, and may be another process's
 * memory. */
static int forbid_writing(scmp_filter_ctx filter)
{
    static const unsigned flags[] = {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC};
    int failed = 0;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        failed |= forbid_when(filter, SCMP_SYS(open), 1, flags[i], flags[i]);
        failed |= forbid_when(filter, SCMP_SYS(openat), 2, flags[i], flags[i]);
    }
    return failed;
}

/* Calls that are harmless as long as they are about this process. */
static int forbid_reaching_out(scmp_filter_ctx filter)
{
    /* A descriptor can have signals sent to any process. */
    static const unsigned owners[] = {F_SETOWN, F_SETOWN_EX, F_SETSIG};
    int failed = 0;
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        failed |= forbid_when(filter, SCMP_SYS(fcntl), 1, ~0u, owners[i]);
    /* Who survives the parent would survive the grading. */
    failed |= forbid_when(filter, SCMP_SYS(prctl), 0, ~0u, PR_SET_PDEATHSIG);
    failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1,
                               SCMP_A0(SCMP_CMP_NE, 0, 0));
    /* Terminals and devices; the C library asks whether a descriptor is a terminal. */
    failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1,
                               SCMP_A1(SCMP_CMP_NE, TCGETS, 0));
    /* Shared pages stay when they are unmapped from the one who filled them. */
    return failed | forbid_when(filter, SCMP_SYS(mmap), 3, MAP_SHARED, MAP_SHARED);
}

static int forbid(scmp_filter_ctx filter)
{
    int failed = 0;
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        failed |= forbid_call(filter, forbidden[i], EPERM);
    /* The C library falls back to clone() where clone3() does not exist. */
    failed |= forbid_call(filter, "clone3", ENOSYS);
    for (int call = FIRST_NEW_CALL; call <= LAST_NEW_CALL; call++)
        failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0);
    return failed | forbid_writing(filter) | forbid_reaching_out(filter);
}

/* Signals may go to this process only: abort() and raise() need that. */
static int forbid_signals(scmp_filter_ctx filter, pid_t self)
{
    static const int calls[] = {SCMP_SYS(kill), SCMP_SYS(tgkill), SCMP_SYS(tkill),
                                SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo)};
    int failed = 0;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), calls[i], 1,
                                   SCMP_A0(SCMP_CMP_NE, (scmp_datum_t)self, 0));
    return failed;
}

/* In /proc a user's processes can read each other's memory and pipes, but from inside a
 * Landlock domain nothing outside it. A kernel without Landlock leaves that open. */
static void enter_domain(void)
{
    struct landlock_ruleset_attr right = {.handled_access_fs =
                                              LANDLOCK_ACCESS_FS_WRITE_FILE};
    long domain = syscall(SYS_landlock_create_ruleset, &right, sizeof right, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    syscall(SYS_landlock_restrict_self, domain, 0);
    close((int)domain);
}

int sandbox_confine_self(void)
{
    enter_domain();
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return -ENOMEM;
    int failed = forbid(filter) | forbid_signals(filter, getpid());
    if (!failed)
        failed = seccomp_load(filter);
    seccomp_release(filter);
    return failed;
}

int sandbox_filter(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    int fd = memfd_create("filter", MFD_CLOEXEC);
    bool failed = !filter || fd < 0 || forbid(filter) || seccomp_export_bpf(filter, fd) ||
                  lseek(fd, 0, SEEK_SET) != 0;
    seccomp_release(filter);
    if (failed && fd >= 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}
