package io.sallyport.intake.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file of tickets being read. */
public interface ImportFile extends AutoCloseable {

    /** How a file is written. */
    enum Format {
        MBOX,
        EML,
        CSV,
        JSONL
    }

    /** @return empty at the end of the file */
    Optional<Found> next() throws IOException;

    /** The names of its columns, in their order; where each row names its own, of those read so far; of mail none. */
    default List<String> columns() {
        return List.of();
    }

    @Override
    void close() throws IOException;

    /** @param largestMail bytes above which a mail is reported and skipped */
    static ImportFile open(Path file, Format format, int largestMail) throws IOException {
        return switch (format) {
            case MBOX -> new MailboxFile(file, largestMail);
            case EML -> new MailFile(file, largestMail);
            case CSV -> new CsvFile(text(file));
            case JSONL -> new JsonlFile(text(file));
        };
    }

    /** @throws IllegalArgumentException when neither the name nor the first characters tell */
    static Format formatOf(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "mbox", "mbx" -> Format.MBOX;
            case "eml" -> Format.EML;
            case "csv", "tsv" -> Format.CSV;
            case "jsonl", "ndjson" -> Format.JSONL;
            default ->
                byFirstCharacters(file)
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        file
                                                + " is neither .mbox, .eml, .csv nor .jsonl by name or content; say which with --format"));
        };
    }

    private static Optional<Format> byFirstCharacters(Path file) throws IOException {
        byte[] first;
        try (var in = Files.newInputStream(file)) {
            first = in.readNBytes(200);
        }
        String text = new String(first, StandardCharsets.ISO_8859_1);
        if (text.startsWith("From ")) {
            return Optional.of(Format.MBOX);
        }
        if (text.stripLeading().startsWith("{")) {
            return Optional.of(Format.JSONL);
        }
        return text.matches("(?s)[A-Za-z][A-Za-z-]*: .*") ? Optional.of(Format.EML) : Optional.empty();
    }

    /** UTF-8, else the eight-bit charset that spreadsheets write, in which every byte is something. */
    private static BufferedReader text(Path file) throws IOException {
        Charset charset = isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16);
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.forEach(_ -> {});
            return true;
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                return false;
            }
            throw broken.getCause();
        }
    }
}
