package io.sallyport.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process of ours with the database open; it closes it when told to, and dies at once when killed. */
final class DatabaseUser implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    private DatabaseUser(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Comes back when the other process has opened the database. */
    static DatabaseUser of(Path directory) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseUser.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var user = new DatabaseUser(process);
        user.readUrl();
        return user;
    }

    private void readUrl() throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("jdbc:")) {
                return;
            }
        }
        throw new IllegalStateException("The other process did not open the database");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Closes the database as a normal end does, and waits for it. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("SystemOut") // the other process speaks to the test on standard output
    public static void main(String[] arguments) throws IOException {
        try (var database = EmbeddedDatabase.open(Path.of(arguments[0]), Durability.DURABLE)) {
            System.out.println(database.url());
            while (System.in.read() >= 0) {
                // until the test closes our input
            }
        }
    }
}
