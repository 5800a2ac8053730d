package io.sallyport.intake.imports;

import io.sallyport.intake.mail.TextBytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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

    /** Stands for bytes that are no text; nothing that is written holds it. */
    String NO_CHARACTER = "\uFFFF";

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
                .replaceWith(NO_CHARACTER)
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16);
    }

    /** One line that was cut within a letter does not make another charset of the whole file. */
    private static boolean isUtf8(Path file) throws IOException {
        long well = 0;
        long broken = 0;
        try (var bytes = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = bytes.readLine(); line != null; line = bytes.readLine()) {
                if (line.chars().anyMatch(one -> one > 127)) {
                    boolean isWell = TextBytes.isUtf8(line.getBytes(StandardCharsets.ISO_8859_1));
                    well += isWell ? 1 : 0;
                    broken += isWell ? 0 : 1;
                }
            }
        }
        return well >= broken;
    }

    /** Why a row is not taken that holds bytes of another charset than the file's; empty for others. */
    static Optional<String> whyUnread(String row) {
        return row.contains(NO_CHARACTER)
                ? Optional.of("not UTF-8, as the file is: a letter is cut or of another charset")
                : Optional.empty();
    }
}
