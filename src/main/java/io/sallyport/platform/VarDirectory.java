package io.sallyport.platform;

import java.nio.file.Path;

/** Where this installation keeps what it writes (setting {@code sallyport.var}); each room takes a sub-folder. */
public record VarDirectory(Path path) {
    public Path resolve(String name) {
        return path.resolve(name);
    }
}
