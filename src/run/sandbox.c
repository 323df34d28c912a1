/* sandbox.c: what untrusted code can see and call.
 *
 * Files and processes are bubblewrap's matter: new namespaces, the system's programs and
 * libraries read-only, and no other path than those named. System calls are libseccomp's:
 * forbidden ones fail with EPERM, so that a program's own error handling can go on. The
 * compiler is confined too, if less: its source may have been written to deceive it. */
#include "run/sandbox.h"
#include "run/serve.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <linux/landlock.h>
#include <sched.h>
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
    glob_t python; /* folders of libraries that are not for programs in C */
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

/* Whether the program is one that was installed by hand, beside the system's own. */
static bool is_local(const char *program)
{
    char path[4096];
    snprintf(path, sizeof path, "/usr/local/bin/%s", program);
    return strchr(program, '/') ? strncmp(program, "/usr/local/", 11) == 0
                                : access(path, X_OK) == 0;
}

/* Code under test sees libraries only, and can write nowhere: memory that it filled with
 * files would not be counted as its own. A compiler sees programs and headers too and
 * needs /tmp, but no processes and no devices, which a source could include. */
static void add_system(struct words *words, const struct command *command)
{
    static const char *const isolation[] = {"bwrap",
                                            "--unshare-all",
                                            "--die-with-parent",
                                            "--new-session",
                                            "--cap-drop",
                                            "ALL",
                                            NULL};
    static const char *const libraries[] = {
        "/usr/lib",          "/usr/lib64",       "/lib", "/lib64",
        "/etc/alternatives", "/etc/ld.so.cache", NULL};
    static const char *const programs[] = {"/usr/bin", "/usr/include", "/usr/libexec",
                                           "/bin", NULL};
    static const char *const local[] = {"/usr/local", NULL};
    static const char *const processes[] = {"--proc", "/proc", "--dev", "/dev",
                                            "--dir",  "/tmp",  NULL};
    static const char *const no_processes[] = {"--dev-bind", "/dev/null", "/dev/null",
                                               "--tmpfs",    "/tmp",      NULL};
    add_all(words, isolation);
    add_binds(words, "--ro-bind-try", libraries);
    if (!command->confine)
        add_binds(words, "--ro-bind-try", programs);
    if (!command->confine && is_local(command->argv[0]))
        add_binds(words, "--ro-bind-try", local);
    add_all(words, command->confine ? processes : no_processes);
}

/* Empty folders over what lies in the system's but is of no use here. */
static void add_hidden(struct words *words, const struct command *command,
                       const char *option)
{
    for (size_t i = 0; i < words->python.gl_pathc; i++) {
        add(words, option);
        add(words, words->python.gl_pathv[i]);
    }
    if (command->sandbox->hidden) {
        add(words, option);
        add(words, command->sandbox->hidden);
    }
}

/* Afterwards nothing but what the command may write is writable. For root that includes
 * the kernel's settings in /proc/sys, which need no capability. */
static void add_locks(struct words *words, const struct command *command)
{
    static const char *const locked[] = {
        "--remount-ro", "/", "--remount-ro", "/dev", "--remount-ro", "/proc", NULL};
    static const char *const root[] = {"--remount-ro", "/", NULL};
    add_all(words, command->confine ? locked : root);
    add_hidden(words, command, "--remount-ro");
}

bool sandbox_command(const char *word[SANDBOX_MAX_WORDS], const struct command *command,
                     const char *filter_fd, const char *status_fd)
{
    struct words words = {.word = word};
    glob("{/usr,}/lib{,64}/python*/", GLOB_BRACE, NULL, &words.python);
    add_system(&words, command);
    add_hidden(&words, command, "--tmpfs");
    add_binds(&words, "--ro-bind", command->sandbox->readable);
    add_binds(&words, "--bind", command->sandbox->writable);
    add_locks(&words, command);
    add(&words, "--chdir"); /* bwrap tells the program where it is, in PWD */
    add(&words, command->directory ? command->directory : "/");
    add(&words, "--json-status-fd");
    add(&words, status_fd);
    add(&words, "--seccomp");
    add(&words, filter_fd);
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

/* What neither a compiler nor code under test has any need of. */
static const char *const forbidden[] = {
    /* what reaches into another process, or out of the sandbox */
    "unshare", "setns", "ptrace", "process_vm_readv", "process_vm_writev",
    "process_madvise", "pidfd_open", "pidfd_send_signal", "pidfd_getfd", "kcmp",
    /* who it is: as somebody else it would not end with its parent */
    "setuid", "setreuid", "setresuid", "setfsuid", "setgid", "setregid", "setresgid",
    "setfsgid", "setgroups", "capset",
    /* who else gets processor and memory, and how much of it */
    "setpriority", "ioprio_set", "sched_setaffinity", "sched_setattr", "sched_setparam",
    "sched_setscheduler", "migrate_pages", "move_pages",
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
    "syslog", "mknod", "mknodat"};

/* What a compiler needs, but not code under test. */
static const char *const forbidden_when_confined[] = {
    /* processes, threads and sessions */
    "fork", "vfork", "clone", "setsid", "setpgid",
    /* files: neither made nor changed; opening one to write is forbidden below */
    "creat", "openat2", "mkdir", "mkdirat", "link", "linkat", "symlink", "symlinkat",
    "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "truncate", "chmod",
    "fchmod", "fchmodat", "chown", "lchown", "fchown", "fchownat", "utime", "utimes",
    "futimesat", "utimensat", "setxattr", "lsetxattr", "fsetxattr", "removexattr",
    "lremovexattr", "fremovexattr", "sync", "syncfs", "fsync", "fdatasync",
    "sync_file_range"};

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
    /* Shared pages stay when they are unmapped from the one who filled them; huge ones
     * are not in the memory that is counted. */
    return failed | forbid_when(filter, SCMP_SYS(mmap), 3, MAP_SHARED, MAP_SHARED) |
           forbid_when(filter, SCMP_SYS(mmap), 3, MAP_HUGETLB, MAP_HUGETLB);
}

/* The calls of a list. */
static int forbid_calls(scmp_filter_ctx filter, const char *const *names, size_t count)
{
    int failed = 0;
    for (size_t i = 0; i < count; i++)
        failed |= forbid_call(filter, names[i], EPERM);
    return failed;
}

static int forbid(scmp_filter_ctx filter, bool confine)
{
    int failed = forbid_calls(filter, forbidden, sizeof forbidden / sizeof *forbidden) |
                 /* The C library falls back to clone() where clone3() does not exist. */
                 forbid_call(filter, "clone3", ENOSYS);
    for (int call = FIRST_NEW_CALL; call <= LAST_NEW_CALL; call++)
        failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0);
    if (!confine)
        return failed |
               forbid_when(filter, SCMP_SYS(clone), 0, CLONE_NEWUSER, CLONE_NEWUSER);
    size_t count = sizeof forbidden_when_confined / sizeof *forbidden_when_confined;
    return failed | forbid_calls(filter, forbidden_when_confined, count) |
           forbid_writing(filter) | forbid_reaching_out(filter);
}

/* Signals may go to this process only: abort() and raise() need that. */
static int forbid_signals(scmp_filter_ctx filter, scmp_datum_t self)
{
    static const int calls[] = {SCMP_SYS(kill), SCMP_SYS(tgkill), SCMP_SYS(tkill),
                                SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo)};
    int failed = 0;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        failed |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), calls[i], 1,
                                   SCMP_A0(SCMP_CMP_NE, self, 0));
    return failed;
}

void sandbox_enter_domain(void)
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
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return -ENOMEM;
    int failed = forbid(filter, true) | forbid_signals(filter, (scmp_datum_t)getpid());
    if (!failed)
        failed = seccomp_load(filter);
    seccomp_release(filter);
    return failed;
}

int sandbox_filter(enum sandbox_filter whom)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    int fd = memfd_create("filter", MFD_CLOEXEC);
    bool failed = !filter || fd < 0 || forbid(filter, whom != SANDBOX_COMPILER) ||
                  (whom == SANDBOX_COPY && forbid_signals(filter, SERVE_SELF)) ||
                  seccomp_export_bpf(filter, fd) || lseek(fd, 0, SEEK_SET) != 0;
    seccomp_release(filter);
    if (failed && fd >= 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}
