package io.sallyport.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** As whom the server's programs run: PostgreSQL refuses to run as root, so root has to step down first. */
sealed interface ServerAccount {

    /** What goes before each command. */
    List<String> prefix();

    /** Makes the file, or the folder with all in it, belong to this account. */
    default void own(Path path) throws IOException {}

    /** An ordinary user runs them as itself. */
    record Ourselves() implements ServerAccount {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    /** A user namespace without a mapping: the programs see an ordinary user, the files stay root's. */
    record UserNamespace() implements ServerAccount {
        private static final int ROOT = 0;

        @Override
        public List<String> prefix() {
            return List.of("unshare", "-U");
        }

        @Override
        public void own(Path path) throws IOException {
            giveTo(ROOT, path);
        }
    }

    /** Where namespaces are forbidden, as in many containers: the account {@code nobody}, which then owns the files. */
    record Nobody() implements ServerAccount {
        private static final int NOBODY = 65534;

        @Override
        public List<String> prefix() {
            return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        }

        @Override
        public void own(Path path) throws IOException {
            giveTo(NOBODY, path);
        }
    }

    /** The first account that can really run this program here. */
    static ServerAccount thatCanRun(Path program) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Ourselves();
        }
        return Stream.of(new UserNamespace(), new Nobody())
                .filter(account -> Command.as(account, program.toString(), "--version")
                        .run()
                        .succeeded())
                .findFirst()
                .orElseThrow(
                        () -> new DatabaseUnavailable("PostgreSQL refuses to run as root and this machine lets root"
                                + " neither unshare nor step down to nobody: start as an ordinary user, or name a server with"
                                + " SALLYPORT_DB_URL."));
    }

    private static void giveTo(int user, Path path) throws IOException {
        if (!Files.exists(path) || user == (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : (Iterable<Path>) all::iterator) {
                Files.setAttribute(each, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
