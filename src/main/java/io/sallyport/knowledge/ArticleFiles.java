package io.sallyport.knowledge;

import io.sallyport.casefile.ChainHash;
import io.sallyport.knowledge.markdown.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The Markdown files of a folder, by their path in it with forward slashes. Links in it are not followed. */
record ArticleFiles(Path folder) {

    /** More than a long book; such a file was not written as an article. */
    private static final long LARGEST_BYTES = 2_000_000;

    private static final Pattern MARKDOWN = Pattern.compile("(?i).*\\.(md|mdx|markdown)$");
    private static final Pattern ABOUT_THE_FOLDER = Pattern.compile(
            "(?i)(licen[cs]e|contributing|changelog|code_of_conduct|security|(.*/)?(readme|_[^/]*))(\\.[a-z-]+)?\\.[a-z]+");
    private static final Pattern HIDDEN = Pattern.compile("(?:^|.*/)(?:\\.[^/]*|node_modules|_[^/]*)/.*");

    sealed interface Content {
        record Read(String text) implements Content {}

        record Unread(Problem problem) implements Content {}
    }

    List<String> list() throws IOException {
        Path start = folder.toRealPath();
        try (var walk = Files.walk(start)) {
            return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> start.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> MARKDOWN.matcher(file).matches())
                    .filter(file -> !HIDDEN.matcher(file).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Of every file's name and text. */
    String contentHash() throws IOException {
        var parts = new ArrayList<String>();
        for (var file : list()) {
            parts.add(file);
            parts.add(
                    switch (read(file)) {
                        case Content.Read(var text) -> text;
                        case Content.Unread(var problem) -> problem.reason();
                    });
        }
        return ChainHash.of(parts.toArray(String[]::new));
    }

    /** Such as a README, or a SECURITY file beside it; one that begins as articles do, with front matter, is an article. */
    boolean isAboutTheFolder(String file) {
        return ABOUT_THE_FOLDER.matcher(file).matches()
                && !(read(file) instanceof Content.Read(String text) && text.startsWith("---\n"));
    }

    static String slug(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** A file's name as words, for want of a title. */
    static String nameInWords(String file) {
        var name = slug(file)
                .substring(slug(file).lastIndexOf('/') + 1)
                .replaceAll("[-_]+", " ")
                .strip();
        return name.isEmpty() ? file : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    Content read(String file) {
        try {
            var path = folder.resolve(file);
            if (Files.size(path) > LARGEST_BYTES) {
                return unreadable(1, "larger than " + LARGEST_BYTES / 1_000_000 + " MB");
            }
            return decode(Files.readAllBytes(path));
        } catch (IOException e) {
            return unreadable(1, "cannot be read: " + e.getMessage());
        }
    }

    private static Content decode(byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(input).toString();
            var nul = text.indexOf('\0');
            return nul < 0
                    ? new Content.Read(text.replace("\r\n", "\n").replace('\r', '\n'))
                    : unreadable(lineAt(bytes, nul), "holds a NUL character, so it is not text");
        } catch (CharacterCodingException _) {
            return unreadable(lineAt(bytes, input.position()), "is not UTF-8");
        }
    }

    private static int lineAt(byte[] bytes, int position) {
        var line = 1;
        for (var at = 0; at < Math.min(position, bytes.length); at++) {
            line += bytes[at] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static Content.Unread unreadable(int line, String why) {
        return new Content.Unread(new Problem(line, why));
    }
}
