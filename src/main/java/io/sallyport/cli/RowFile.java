package io.sallyport.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file of rows that is taken in row by row, and says what became of it. */
final class RowFile {

    private RowFile() {}

    /**
     * What became of one file.
     *
     * @param said of the rows that could be read
     * @param problems a line for each row that could not
     */
    record Taken(String said, List<String> problems) {
        Taken {
            problems = List.copyOf(problems);
        }
    }

    /** Takes in what of a file can be read. */
    @FunctionalInterface
    interface Load {
        Taken from(Path file) throws IOException;
    }

    /** @return the greatest exit status of all files: failed where a row was left out or a file cannot be read */
    static int takeAll(List<Path> files, Load load) {
        return files.stream().mapToInt(file -> take(file, load)).reduce(0, Math::max);
    }

    private static int take(Path file, Load load) {
        try {
            Taken taken = load.from(file);
            taken.problems().forEach(problem -> System.err.println("sallyport: skipped " + problem));
            System.out.printf(
                    "%s: %s, %d skipped%n", file, taken.said(), taken.problems().size());
            return taken.problems().isEmpty() ? 0 : Sallyport.EXIT_FAILED;
        } catch (IOException | IllegalArgumentException unreadable) {
            System.err.println("sallyport: " + Problems.inOneLine(unreadable));
            return Sallyport.EXIT_FAILED;
        }
    }
}
