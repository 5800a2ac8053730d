package io.sallyport.platform;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Rights to make files and folders with that nobody but their owner may look into; none where files have no such rights. */
public final class OwnerOnly {

    public static final FileAttribute<?>[] FILE = rights("rw-------");
    public static final FileAttribute<?>[] DIRECTORY = rights("rwx------");

    private OwnerOnly() {}

    private static FileAttribute<?>[] rights(String written) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(written))
                }
                : new FileAttribute<?>[0];
    }
}
