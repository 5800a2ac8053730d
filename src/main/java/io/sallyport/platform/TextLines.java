package io.sallyport.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file of data in UTF-8. */
public final class TextLines {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextLines() {}

    /**
     * Without line ends and without the byte order mark that some programs begin a file with.
     *
     * @throws IOException naming the file, and the line where bytes are no UTF-8
     */
    public static List<String> read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder; name the file");
        }
        byte[] bytes = Files.readAllBytes(file);
        var lines = new ArrayList<String>();
        for (int from = 0; from < bytes.length; ) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            lines.add(decode(ByteBuffer.wrap(bytes, from, end - from), file, lines.size() + 1));
            boolean isPair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
            from = end + (isPair ? 2 : 1);
        }
        return lines;
    }

    private static String decode(ByteBuffer bytes, Path file, int number) throws IOException {
        try {
            String line = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        } catch (CharacterCodingException other) {
            throw new IOException(file + ", line " + number + ": not UTF-8; save the file as UTF-8 text", other);
        }
    }
}
