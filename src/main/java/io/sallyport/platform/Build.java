package io.sallyport.platform;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

/** Which build of the program this is. */
public final class Build {

    private Build() {}

    /** SHA-256 of the program's own classes and resources, which are one jar or one folder; libraries are not among them. */
    public static String hash() throws IOException {
        URL place = Build.class.getProtectionDomain().getCodeSource().getLocation();
        // A jar within a jar has no path of its own; then the program is the one jar that Java was started with.
        return FileHash.of(
                place.getProtocol().equals("file")
                        ? Path.of(URI.create(place.toString()))
                        : Path.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)[0]));
    }
}
