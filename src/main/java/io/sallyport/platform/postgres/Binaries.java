package io.sallyport.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from their jar into the server's directory. */
record Binaries(Path home) {
    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Unpacks them unless that was done before; the archive's CRC in the folder's name tells one release from the next. */
    static Binaries unpackedIn(ServerFiles files) {
        var archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        var url = Binaries.class.getResource("/" + archive);
        if (url == null) {
            throw new DatabaseUnavailable("No PostgreSQL for this machine (" + archive
                    + ") is built in; name a server with SALLYPORT_DB_URL.");
        }
        try {
            var home = files.directory().resolve("binaries-" + fingerprint(url));
            if (!Files.isDirectory(home)) {
                unpack(url, home);
            }
            return new Binaries(home);
        } catch (IOException e) {
            throw new DatabaseUnavailable("PostgreSQL could not be unpacked into " + files.directory() + ": " + e, e);
        }
    }

    /** The archive's name as its packagers chose it, for example {@code postgres-linux-x86_64.txz}. */
    static String archiveName(String osName, String osArch) {
        var system = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var processor = osArch.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + processor + ".txz";
    }

    private static String fingerprint(URL url) throws IOException {
        if (url.openConnection() instanceof JarURLConnection connection) {
            // Uncached, so that closing our handle does not close the class loader's.
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return Long.toHexString(jar.getEntry(connection.getEntryName()).getCrc());
            }
        }
        return Long.toHexString(url.openConnection().getContentLengthLong());
    }

    private static void unpack(URL url, Path home) throws IOException {
        log.info("Unpacking PostgreSQL into {}", home);
        var unfinished = home.resolveSibling(home.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(unfinished);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(url.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, unfinished);
            }
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new FileSystemException(entry.getName(), null, "leads out of the folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
