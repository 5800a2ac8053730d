package io.sallyport.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie in the directory of one server. */
record ServerFiles(Path directory) {

    static ServerFiles in(Path directory) {
        try {
            Files.createDirectories(directory);
            var files = new ServerFiles(directory.toRealPath());
            if (!Files.isWritable(files.directory)) {
                throw new DatabaseUnavailable(notWritable(directory));
            }
            return files;
        } catch (IOException e) {
            throw new DatabaseUnavailable(notWritable(directory), e);
        }
    }

    private static String notWritable(Path directory) {
        return "The database directory " + directory + " cannot be written by " + System.getProperty("user.name")
                + "; give it to this user, or name another with sallyport.var.";
    }

    /** The cluster itself: the only thing here worth keeping. */
    Path data() {
        return directory.resolve("data");
    }

    /** Where a cluster is made; it becomes {@link #data()} only when whole. */
    Path unfinishedData() {
        return directory.resolve("data.new");
    }

    Path postmaster() {
        return data().resolve("postmaster.pid");
    }

    /** Inside the cluster, so that whoever the server runs as may write it. */
    Path log() {
        return data().resolve("server.log");
    }

    Path port() {
        return directory.resolve("port");
    }

    /** Where the port is written; it becomes {@link #port()} only when whole. */
    Path unfinishedPort() {
        return directory.resolve("port.new");
    }

    Path password() {
        return directory.resolve("password");
    }

    /** Held alone while a process starts, joins or stops the server. */
    Path gate() {
        return directory.resolve("gate.lock");
    }

    /** Held shared by every process that uses the server. */
    Path users() {
        return directory.resolve("users.lock");
    }
}
