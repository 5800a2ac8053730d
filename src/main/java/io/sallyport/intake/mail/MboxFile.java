package io.sallyport.intake.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of mails, read one at a time. Mails are told apart by bytes, so that a broken charset in one cannot lose
 * the rest; a mail over the limit is skipped, not kept in memory.
 */
public final class MboxFile implements AutoCloseable {

    /**
     * A mail of the file.
     *
     * @param line where it begins, counted from 1
     * @param raw empty when it is larger than the limit
     * @param bytes its size
     */
    public record Entry(long line, Optional<byte[]> raw, long bytes) {}

    private static final int LONGEST_SEPARATOR = 300;
    private static final Pattern TIME = Pattern.compile(" \\d{1,2}:\\d\\d(:\\d\\d)?( |\\s*$)");
    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    private final InputStream in;
    private final int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long lines;
    private long lineBytes;
    private Optional<Long> strayLine = Optional.empty();
    private boolean pending;
    private boolean ended;

    /** @param limit the largest mail to hand out, in bytes */
    public MboxFile(InputStream in, int limit) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.limit = limit;
    }

    /** @return empty at the end of the file */
    public Optional<Entry> next() throws IOException {
        if (!pending && !skipToFirst()) {
            return Optional.empty();
        }
        pending = false;
        long start = lines;
        var mail = new ByteArrayOutputStream();
        long size = 0;
        boolean afterBlank = false;
        while (readLine()) {
            if (afterBlank && isSeparator()) {
                pending = true;
                break;
            }
            size += lineBytes;
            if (size <= limit) {
                writeUnescaped(mail);
            }
            afterBlank = isBlank();
        }
        return Optional.of(new Entry(start, size <= limit ? Optional.of(mail.toByteArray()) : Optional.empty(), size));
    }

    /** The first line of text that stood above the first mail, counted from 1; empty when none did. */
    public Optional<Long> strayLine() {
        return strayLine;
    }

    private boolean skipToFirst() throws IOException {
        while (readLine()) {
            if (isSeparator()) {
                return true;
            }
            if (!isBlank() && strayLine.isEmpty()) {
                strayLine = Optional.of(lines);
            }
        }
        return false;
    }

    /** Reads a line with its end into {@link #line}; beyond the limit its rest is dropped. */
    private boolean readLine() throws IOException {
        line.reset();
        lineBytes = 0;
        if (ended) {
            return false;
        }
        int b = in.read();
        while (b >= 0) {
            if (lineBytes++ <= limit) {
                line.write(b);
            }
            if (b == '\n') {
                break;
            }
            b = in.read();
        }
        ended = b < 0;
        lines++;
        return line.size() > 0;
    }

    /** {@code From somebody Tue Mar  4 10:12:00 2025}: the time tells it from a sentence that begins with From. */
    private boolean isSeparator() {
        if (line.size() > LONGEST_SEPARATOR) {
            return false;
        }
        byte[] bytes = line.toByteArray();
        return startsWith(bytes, 0)
                && TIME.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find();
    }

    private boolean isBlank() {
        return line.size() == 1 || (line.size() == 2 && line.toByteArray()[0] == '\r');
    }

    /** mboxrd: a body line that began with From was given one more {@code >}. */
    private void writeUnescaped(ByteArrayOutputStream mail) {
        byte[] bytes = line.toByteArray();
        int quotes = 0;
        while (quotes < bytes.length && bytes[quotes] == '>') {
            quotes++;
        }
        int skip = quotes > 0 && startsWith(bytes, quotes) ? 1 : 0;
        mail.write(bytes, skip, bytes.length - skip);
    }

    private static boolean startsWith(byte[] bytes, int at) {
        for (int i = 0; i < FROM.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
